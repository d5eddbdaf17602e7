/** A native mini-program in TypeScript, where the sheet stands beside components of TDesign and Vant. */
import { NATIVE } from '../../scripts/examples.mjs';
import { GIVEN_AGAIN } from './again.mjs';
import { checkExample } from './check.mjs';

checkExample('TypeScript, TDesign and Vant', { example: NATIVE, more: GIVEN_AGAIN });
