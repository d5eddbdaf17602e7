import { choicesIn, firstChoices, queryOf } from './address.js';
import { copyOnClick } from './copy.js';
import { byId, find } from './element.js';
import { EventLog } from './event-log.js';
import { courseView } from './panel/course-view.js';
import { showLog } from './panel/log-view.js';
import { drawPanel } from './panel/panel.js';
import { showStorage } from './panel/storage-view.js';
import { PhoneFrame } from './phone-frame.js';
import { sampleOf } from './sample.js';
import { Simulator } from './simulator.js';
import { Storage } from './storage.js';

async function main() {
  const serverAnswers = await readServerAnswers();
  const log = new EventLog();
  const storage = new Storage();
  const frame = new PhoneFrame(document.body);
  const ids = mapValues(serverAnswers, Object.keys);
  const parts = { frame, layer: byId('native-layer'), log, storage, serverAnswers: ids };
  const simulator = asChosen(log, (choices) => new Simulator({ ...parts, choices }));
  const logView = showLog(logParts(), log);
  showStorage(byId('storage-rows'), byId('storage-empty'), storage);
  const draw = drawPanel(simulator, frame, serverAnswers);
  const course = courseView(simulator, (problem) => log.add('error', problem));
  simulator.addEventListener('change', draw);
  simulator.addEventListener('change', course.show);
  simulator.addEventListener('change', () => keepInAddress(simulator));
  simulator.addEventListener(
    'change',
    onOpening(simulator, () => frame.bringSheetIntoView()),
  );
  copyOnClick(byId('copy-link'), () => location.href);
  copyOnClick(byId('copy-log'), logView.text);
  copyOnClick(byId('copy-sample'), () => sampleOf(simulator.settings));
  copyOnClick(byId('copy-scenario'), () => byId('scenario').textContent ?? '');
  byId('start-over').onclick = () => simulator.startOver();
  byId('reset').onclick = () => simulator.reset();
  byId('clear-log').onclick = () => log.clear();
  byId('to-background').onclick = () => simulator.setBackground(true);
  byId('to-foreground').onclick = () => simulator.setBackground(false);
  byId('leave-page').onclick = () => simulator.setLeft(true);
  byId('come-back').onclick = () => simulator.setLeft(false);
  byId('go-back').onclick = () => simulator.goBack();
  window.simulator = simulator;
  await simulator.start();
  // Whoever opens a link to a course sees it.
  if (simulator.course.steps.length > 0) await course.play();
}

const logParts = () => ({
  list: byId('log'),
  counter: byId('log-count'),
  kind: find(document, '#log-kind', HTMLSelectElement),
  search: find(document, '#log-search', HTMLInputElement),
  newer: byId('log-newer'),
});

/** Makes what the address chooses; one that is wrong is told in the log, and chooses nothing. */
function asChosen(log, make) {
  try {
    return make(choicesIn(location.search));
  } catch (error) {
    log.add('error', Object(error).message);
    return make(firstChoices());
  }
}

/** A reload, and whoever is sent the address, goes on with what is chosen. */
function keepInAddress({ choices }) {
  const address = location.pathname + queryOf(choices);
  if (address !== location.pathname + location.search) history.replaceState(null, '', address);
}

/** Calls back whenever the popup has opened. */
function onOpening(simulator, callback) {
  let before;
  return () => {
    const { state } = simulator.state ?? {};
    if (state === 'prompting' && state !== before) callback();
    before = state;
  };
}

const mapValues = (record, change) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));

async function readServerAnswers() {
  const response = await fetch('/server-answers.json');
  return response.json();
}

await main();
