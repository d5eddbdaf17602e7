/** Classification at the edge of a state machine: its events already say what WeChat and the server meant. */

import { classify } from './classify.mjs';
import { classifyReply } from './classify-reply.mjs';

/** What happened, as the machine takes it. */
export function judged(event, now) {
  if (event.type === 'authorized') {
    const outcome = classify(event.event);
    if (outcome.kind === 'ok') return { type: 'code', code: outcome.code, now };
    return outcome.kind === 'quota' ? { type: 'quota', now } : { type: 'refused', failure: outcome, now };
  }
  if (event.type === 'verified') {
    const { request } = event;
    const answer = classifyReply(event.reply);
    if (answer.kind === 'ok') return { type: 'number', request, number: answer, now };
    return {
      type: 'noNumber',
      request,
      failure: { reason: answer.reason, errno: answer.errCode, raw: answer.raw },
      now,
    };
  }
  if (event.type === 'decline') return { type: 'decline', failure: { reason: 'user_denied' }, now };
  return { ...event, now };
}
