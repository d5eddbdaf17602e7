import { Phone } from '../realm/phone.mjs';
import { testCore } from '../scenarios_support/test-core.mjs';

testCore(new Phone(), 'wasm');
