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
  ours = withPlainIds(ours);
  const rivals = Object.entries(others).filter(([name]) => !DOES_LESS.includes(name));
  return rivals.flatMap(([name, given]) => {
    const answers = withPlainIds(given);
    return ours.flatMap((expected, at) => {
      if (isDeepStrictEqual(answers[at], expected)) return [];
      return `${name}, step ${at}: ${JSON.stringify(answers[at])} instead of ${JSON.stringify(expected)}`;
    });
  });
}

/** Ids by their order, deadlines and calls apart: what they are is each one's own business. */
function withPlainIds(answers) {
  const known = {};
  const plain = ({ request, ...effect }) => {
    if (request === undefined) return effect;
    const ids = (known[effect.type] ??= []);
    if (!ids.includes(request)) ids.push(request);
    return { ...effect, request: ids.indexOf(request) };
  };
  return answers.map((answer) => ({ ...answer, effects: answer.effects.map(plain) }));
}

function differentJudgments(judgments) {
  return Object.entries(judgments).flatMap(([subject, samples]) =>
    samples
      .filter(([, ours, theirs]) => !isDeepStrictEqual(ours, theirs))
      .map((sample) => `${subject} of ${sample.map((part) => JSON.stringify(part)).join(': ')}`),
  );
}
