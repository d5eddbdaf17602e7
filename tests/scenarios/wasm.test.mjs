import { testScenarios } from '../scenarios_support/test-scenarios.mjs';
import { WasmDriver } from '../scenarios_support/wasm-driver.mjs';

testScenarios(WasmDriver);
