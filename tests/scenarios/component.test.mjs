import { ComponentDriver } from '../scenarios_support/component-driver.mjs';
import { testScenarios } from '../scenarios_support/test-scenarios.mjs';

testScenarios(ComponentDriver.open);
