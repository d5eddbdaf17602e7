import { ComponentDriver } from '../support/scenarios/component-driver.mjs';
import { testScenarios } from '../support/scenarios/test-scenarios.mjs';

testScenarios(ComponentDriver.open);
