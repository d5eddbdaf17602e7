/** Whether all who are measured do the same work: asked of them in V8, in the very bundle that is measured. */
import { isDeepStrictEqual } from 'node:util';

import { engines, reportOf } from './engines.mjs';
import { OURS } from './program/names.mjs';
import { buttonEvents, everyEvent, everyReply, replies } from './samples.mjs';
import { jobScript } from './script.mjs';

/** The handlers of the seed know no reasons and no states: they are no rival. */
const DOES_LESS = ['seed'];

/** What differs from the package's answers, a text each; an empty list where all is fair. */
export async function differences() {
  const engine = await engines.find(({ name }) => name === 'V8').open();
  try {
    const transcripts = await reportOf(engine, await jobScript('transcripts'));
    const samples = { buttonEvents: [...buttonEvents, ...everyEvent()], replies: [...replies, ...everyReply()] };
    const judgments = await reportOf(engine, await jobScript('judgments', samples));
    return [...differentAnswers(transcripts), ...differentJudgments(judgments)];
  } finally {
    engine.close();
  }
}

/** How the answers of rivals differ from ours, step by step. */
export function differentAnswers({ [OURS]: ours, ...others }) {
  const rivals = Object.entries(others).filter(([name]) => !DOES_LESS.includes(name));
  return rivals.flatMap(([name, answers]) =>
    ours.flatMap((expected, at) => {
      if (isDeepStrictEqual(answers[at], expected)) return [];
      return `${name}, step ${at}: ${JSON.stringify(answers[at])} instead of ${JSON.stringify(expected)}`;
    }),
  );
}

function differentJudgments(judgments) {
  return Object.entries(judgments).flatMap(([subject, samples]) =>
    samples
      .filter(([, ours, theirs]) => !isDeepStrictEqual(ours, theirs))
      .map((sample) => `${subject} of ${sample.map((part) => JSON.stringify(part)).join(': ')}`),
  );
}
