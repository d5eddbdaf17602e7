/** The edge of a popup: events of a component in, a patch and effects out, whatever way the states are written. */
import { judged } from './judged.mjs';
import { Outbox } from './outbox.mjs';
import { deadlineOf, holds, newPopup } from './rules.mjs';
import { exchangerOf, settingsOf } from './settings.mjs';
import { text } from './values.mjs';
import { difference, shownAfter, viewOf } from './view.mjs';

/** What matters to a popup whose component left: a call that is under way goes on. */
const CONCERNS_DETACHED = ['attached', 'configure', 'verified', 'forget'];

/** `start` makes a machine of a popup's data: `send(event)`, `state` and `popup`. */
export const boundary = (start) =>
  class PhonePopup {
    constructor(options) {
      this.outbox = new Outbox();
      this.machine = start({ ...newPopup(settingsOf(options)), outbox: this.outbox });
      this.shown = this.now;
      this.time = 0;
    }

    get now() {
      return viewOf(this.machine.state, this.machine.popup);
    }

    get view() {
      return { ...this.shown };
    }

    dispatch(event, now) {
      const happened = judged(event);
      if (!happened) return { patch: {}, effects: [] };
      const type = text(event, 'type');
      this.outbox.now = millis(now);
      // The page has set the property by itself.
      if (type === 'show' || type === 'hide') this.shown.showPhonePopup = type === 'show';
      happened.at = this.time = this.outbox.time = this.timeAt(now);
      this.reading = millis(now);
      if (!this.outbox.isDetached || CONCERNS_DETACHED.includes(type)) this.step(happened);
      const before = this.shown;
      this.shown = shownAfter(this.now, before);
      return { patch: difference(this.shown, before), effects: this.outbox.take() };
    }

    step(happened) {
      const { machine, outbox } = this;
      const before = machine.state;
      const deadline = deadlineOf(before, machine.popup);
      machine.send(happened);
      const { state } = machine;
      if (deadline !== undefined && deadlineOf(state, machine.popup) === undefined) outbox.add('stopDeadline');
      if (state !== before) outbox.trigger('phoneNumberStateChange', { state });
    }

    /** The popup's own time, which never goes back: the user can set a phone's clock back. */
    timeAt(now) {
      const { time, reading = millis(now) } = this;
      return time + Math.max(0, millis(now) - reading);
    }

    holds(options, now) {
      return holds(this.machine.popup, exchangerOf(options), this.timeAt(now));
    }

    free() {
      this.machine = undefined;
    }
  };

const millis = (now) => (typeof now === 'number' ? Math.trunc(now) || 0 : 0);
