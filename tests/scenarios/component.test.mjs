import { ComponentDriver } from '../support/scenarios/component-driver.mjs';
import { sheet } from '../support/scenarios/subjects.mjs';
import { testScenarios } from '../support/scenarios/test-scenarios.mjs';

testScenarios(ComponentDriver.of(sheet), sheet);
