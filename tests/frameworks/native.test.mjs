/** A native mini-program in TypeScript, where the sheet stands beside components of TDesign and Vant. */
import { checkFlows } from './check.mjs';
import { FLOWS } from './flows.mjs';
import { compiledNative } from './project.mjs';

checkFlows('TypeScript, TDesign and Vant', compiledNative, FLOWS);
