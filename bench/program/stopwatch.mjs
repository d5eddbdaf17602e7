/** Time in microseconds, by the best clock that the engine has. */
export const microseconds =
  typeof globalThis.preciseTime === 'function' ? () => globalThis.preciseTime() * 1e6 : () => performance.now() * 1e3;

/** What a call of `act` takes, over as many calls as fill `duration`. */
export function timePerCall(act, duration) {
  let calls = 0;
  let batch = 1;
  const start = microseconds();
  let passed = 0;
  while (passed < duration) {
    for (let at = 0; at < batch; at++) act(at);
    calls += batch;
    passed = microseconds() - start;
    // Looking at the clock must cost nothing beside the calls, nor may the last batch last long.
    if (passed < duration / 10) batch *= 2;
  }
  return passed / calls;
}

/** Samples of several entrants, one of each per round; who begins changes from round to round. */
export function interleave(entrants, rounds, sample) {
  const samples = Object.fromEntries(entrants.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (let at = 0; at < entrants.length; at++) {
      const [name, entrant] = entrants[(round + at) % entrants.length];
      samples[name].push(sample(entrant));
    }
  }
  return samples;
}
