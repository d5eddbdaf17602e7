/**
 * What a popup was told, and what it answered: the events and effects of the core, as docs/shell.md has them.
 *
 * @typedef {object} Entry
 * @property {number} [popup]    which one, from 1; none where the mini-program was started anew
 * @property {number} [at]       the mini-program's time
 * @property {{ options: object, view: object }} [made]  the popup is new
 * @property {any} [event]
 * @property {object} [patch]    of the view
 * @property {any[]} [effects]
 */

/** What WeChat's event says of the answer, wherever it says it. */
const FIELDS = ['errMsg', 'errno', 'code', 'encryptedData', 'iv', 'cloudID'];

/** As plain data, which can cross to the simulator. */
const plain = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

/**
 * Has every popup that is made from now on tell what happens to it.
 *
 * @param {{ PhonePopup: any }} exports  of `phone-popup.js`, which nobody has read yet
 * @param {(entry: Entry) => void} tell
 */
export function observePopups(exports, tell) {
  let count = 0;
  exports.PhonePopup = class extends exports.PhonePopup {
    constructor(options) {
      super(options);
      count += 1;
      this.number = count;
      tell({ popup: this.number, made: { options: plain(options), view: plain(this.view) } });
    }

    dispatch(event, now) {
      const { patch, effects } = super.dispatch(event, now);
      tell({ popup: this.number, at: now, event: plainEvent(event), patch: plain(patch), effects: plain(effects) });
      return { patch, effects };
    }
  };
}

function plainEvent({ event, ...others }) {
  if (event === undefined) return plain(others);
  const said = event.detail ?? Object.fromEntries(FIELDS.map((name) => [name, event[name]]));
  return plain({ ...others, event: event.detail ? { detail: said } : said });
}
