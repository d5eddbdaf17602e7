/** Who is measured, by name: `open` gives a popup. */
import * as handWritten from '../entrants/hand-written.mjs';
import * as seed from '../entrants/seed.mjs';
import * as xstate from '../entrants/xstate.mjs';
import { OURS } from './names.mjs';

export function entrants(phoneLogin) {
  return [
    [OURS, opener(phoneLogin)],
    ['xstate', opener(xstate)],
    ['hand-written', opener(handWritten)],
    ['seed', seed],
  ];
}

const opener = ({ PhonePopup }) => ({ open: (options) => new PhonePopup(options) });
