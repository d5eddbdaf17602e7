/** Everything that an entrant answers, for the test of fairness. */
import * as handWritten from '../entrants/hand-written.mjs';
import { entrants } from './entrants.mjs';
import { Crowd, OPTIONS, OTHER_STEPS, STEPS } from './flow.mjs';

const VARIANTS = [OPTIONS, { ...OPTIONS, locale: 'en' }];

/** By entrant: `{ step, patch, effects }` for each step of two courses and of the steps beside them. */
export function transcripts(phoneLogin) {
  const all = entrants(phoneLogin).map(([name, { open }]) => [
    name,
    VARIANTS.flatMap((options) => transcript(new Crowd(open, 1, options))),
  ]);
  return Object.fromEntries(all);
}

function transcript(crowd) {
  return [...STEPS, ...STEPS, ...OTHER_STEPS].map((step) => {
    const { patch, effects } = crowd.dispatch(crowd.events(step));
    return { step: step.name, patch, effects };
  });
}

/** What the package and the hand-written code make of each sample. */
export function judgments({ classify, classifyReply }, { buttonEvents, replies }) {
  return {
    classify: buttonEvents.map((event) => [event, classify(event), handWritten.classify(event)]),
    classifyReply: replies.map((reply) => [reply, classifyReply(reply), handWritten.classifyReply(reply)]),
  };
}
