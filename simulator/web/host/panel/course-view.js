import { choicesOfSteps } from '../address.js';
import { play, record, stop } from '../course/play.js';
import { scenarioOf } from '../course/scenario.js';
import { byId, find } from '../element.js';

/** A name as the tests have them, where nobody has given one. */
const NAME = 'a course of the simulator';

/**
 * Records and plays a course, and writes it as a scenario of the tests.
 *
 * @param {import('../simulator.js').Simulator} simulator
 * @param {(problem: string) => void} tell  what went wrong
 * @returns {{ show(): void, play(): Promise<void> }} `show`: the course as it is now
 */
export function courseView(simulator, tell) {
  const { course } = simulator;
  const attempt = (act) => () => act().catch(({ message }) => tell(message));
  const playIt = attempt(() => play(simulator, simulator.timeRate));
  const recordIt = attempt(() => record(simulator));

  byId('record').onclick = () => (course.mode === 'idle' ? recordIt() : stop(simulator));
  byId('play').onclick = () => (course.mode === 'idle' ? playIt() : stop(simulator));
  byId('export').onclick = attempt(() => write(simulator));

  function showCourse() {
    const { mode, steps, played } = course;
    const isRecording = mode === 'recording';
    const isPlaying = mode === 'playing';
    const isThere = mode === 'idle' && steps.length > 0;
    // What is chosen at the beginning is no step to whoever looks on.
    const count = choicesOfSteps(steps).rest.length;
    const done = played - (steps.length - count);
    button('record', !isPlaying, isRecording ? [`停止 ${count} 步`, 'stop'] : ['录制', 'record']);
    button(
      'play',
      isPlaying || isThere,
      isPlaying ? [`停止 ${Math.max(0, done)}/${count}`, 'stop'] : [`回放 ${count} 步`, 'play'],
    );
    byId('record').classList.toggle('recording', isRecording);
    byId('phone').inert = isPlaying;
    find(document, '#export', HTMLButtonElement).disabled = !isThere;
  }

  return { show: showCourse, play: playIt };
}

function button(id, isShown, [text, english]) {
  const shown = byId(id);
  shown.hidden = !isShown;
  find(shown, 'span', HTMLElement).textContent = text;
  find(shown, 'i', HTMLElement).textContent = english;
}

/** Only a course that is played has exact times, and only one that can be played is worth a scenario. */
async function write(simulator) {
  const place = byId('scenario');
  place.textContent = '';
  await play(simulator, Infinity);
  const { value } = find(document, '#scenario-name', HTMLInputElement);
  place.textContent = JSON.stringify(scenarioOf(simulator.journal, value.trim() || NAME), null, 2);
}
