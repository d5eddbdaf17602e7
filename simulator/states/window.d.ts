import type { Device, PopupState } from '../web/phone/bridge.js';
import type { MiniProgram } from '../web/phone/mini-program.js';

declare global {
  interface Window {
    /** Of a page that is a phone: what stands for WeChat there. */
    phone: {
      /** What waits for an answer, by its name. */
      asked: Record<string, ((answer: unknown) => void) | undefined>;
      device: Device;
      properties: object;
      state: PopupState | null;
      miniProgram: MiniProgram;
    };
  }
}
