/** A popup of the package and one of a rival that are told the same, and have to answer the same. */
import { isDeepStrictEqual } from 'node:util';

import { plain } from '../../tests/support/realm/phone.mjs';

/**
 * Without what is said once more: a text that is the same in two languages is, where the language changes. The property is
 * the page's, which can have set it meanwhile.
 */
const changed = (patch, before) =>
  Object.fromEntries(
    Object.entries(patch).filter(([name, value]) => name === 'showPhonePopup' || value !== before[name]),
  );

/**
 * A class like the package's `PhonePopup`, whose objects answer as the package's do and throw where a rival's answer
 * differs. What an id is, is each one's own business: they have to stand in the same places.
 */
export const lockstep = (ours, rival) =>
  class PhonePopup {
    constructor(options) {
      this.ours = new ours.PhonePopup(options);
      this.theirs = new rival.PhonePopup(options);
      /** Their ids by ours. */
      this.ids = new Map();
      this.told = [];
      this.assertSame('the first view', this.ours.view, this.theirs.view);
    }

    dispatch(event, now) {
      this.told.push({ now, ...event });
      const before = this.view;
      const expected = plain(this.ours.dispatch(event, now));
      expected.patch = changed(expected.patch, before);
      const answer = this.theirs.dispatch(this.translated(event), now);
      this.learnIds(expected.effects, answer.effects);
      const effects = answer.effects.map((effect, at) => this.inOurIds(effect, expected.effects[at]));
      this.assertSame('an answer', expected, { ...answer, effects });
      this.assertSame('a view', this.ours.view, this.theirs.view);
      return expected;
    }

    holds(options, now) {
      const expected = this.ours.holds(options, now);
      this.assertSame('holds', expected, this.theirs.holds(options, now));
      return expected;
    }

    get view() {
      return plain(this.ours.view);
    }

    free() {
      this.ours.free();
      this.theirs.free();
    }

    /** An event with their id in place of ours, also where it is one that a lost popup was told. */
    translated({ request, event, ...rest }) {
      const told = event && 'request' in event ? this.translated(event) : event;
      return { ...rest, ...(event && { event: told }), ...this.withTheirId(request) };
    }

    withTheirId(request) {
      return request === undefined ? {} : { request: this.ids.has(request) ? this.ids.get(request) : request };
    }

    learnIds(ours, theirs) {
      ours.forEach(({ type, request }, at) => {
        const same = theirs[at]?.type === type ? theirs[at].request : undefined;
        if (request !== undefined && !this.ids.has(request)) this.ids.set(request, same);
      });
    }

    /** An effect with our id, where it is theirs of the same request. */
    inOurIds({ request, ...effect }, expected) {
      if (request === undefined) return effect;
      return {
        ...effect,
        request: this.ids.get(expected?.request) === request ? expected.request : `another: ${request}`,
      };
    }

    assertSame(what, expected, found) {
      if (isDeepStrictEqual(plain(found), plain(expected))) return;
      const [wanted, given] = [expected, found].map((value) => JSON.stringify(value));
      const events = this.told.map((event) => JSON.stringify(event)).join('\n');
      throw new Error(`${what} differs: ${given} instead of ${wanted}, after\n${events}`);
    }
  };
