/** Who is measured, by name: `open` gives a popup. */
import * as handWritten from '../entrants/hand-written.mjs';
import * as robot3 from '../entrants/robot3.mjs';
import * as seed from '../entrants/seed.mjs';
import * as xstate from '../entrants/xstate.mjs';
import { OURS } from './names.mjs';

export function entrants({ PhonePopup }) {
  return [
    [OURS, { open: (options) => new PhonePopup(options) }],
    ['xstate', xstate],
    ['robot3', robot3],
    ['hand-written', handWritten],
    ['seed', seed],
  ];
}
