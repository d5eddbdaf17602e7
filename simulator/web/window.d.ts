import type { Simulator } from './host/simulator.js';
import type { Bridge } from './phone/bridge.js';
import type { MiniProgram } from './phone/mini-program.js';

declare global {
  interface Window {
    /** Of the page, once it is up: for whoever drives it from outside. */
    simulator: Simulator;
    /** Of the phone's frame: starts the mini-program there. The simulator around it calls it. */
    startMiniProgram(bridge: Bridge): Promise<MiniProgram>;
  }
}
