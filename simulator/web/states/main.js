/** The wall: every state of the sheet at once, each in a phone of its own that has been led there. */
import { properties, reachable, screens } from '../../states/states.mjs';
import { byId, element } from '../host/element.js';
import { courseOf } from './course-of.js';
import { names } from './names.js';
import { WallPhone } from './wall-phone.js';

const SCREEN = screens['375'];
const THEMES = ['light', 'dark'];

const chosenTheme = () => {
  const asked = new URLSearchParams(location.search).get('theme') ?? '';
  return /** @type {'light' | 'dark'} */ (THEMES.includes(asked) ? asked : 'light');
};

/** @param {import('../../states/states.mjs').State} state */
async function figureOf(state) {
  const own = { ...properties, ...state.properties };
  const [chinese, english] = names[state.id] ?? [state.id, ''];
  const frame = /** @type {HTMLIFrameElement} */ (
    element('iframe', { title: chinese, width: String(SCREEN.width), height: String(SCREEN.height), inert: true })
  );
  const link = element('a', { href: `/?course=${await courseOf(state, own)}`, target: '_blank' }, chinese, ' ');
  link.append(element('i', { lang: 'en', textContent: english }));
  const told = element('span', { className: 'told' });
  const figure = element(
    'figure',
    { dataset: { testid: `state-${state.id}` } },
    element('div', { className: 'window' }, frame),
    element('figcaption', {}, link, told),
  );
  return { figure, show: () => show(frame, own, state, told) };
}

/** Leads a phone to its state, and says what the popup says of itself there. */
async function show(frame, own, state, told) {
  const phone = new WallPhone(frame);
  try {
    await loaded(frame);
    await phone.start({ ...SCREEN, theme: chosenTheme() }, own, state.needsPrivacy ?? false);
    await state.reach(phone);
    phone.stop();
    told.textContent = phone.state?.state ?? '';
  } catch (error) {
    told.textContent = Object(error).message;
    told.classList.add('failed');
  }
}

const loaded = (frame) =>
  new Promise((resolve) => {
    frame.onload = resolve;
    frame.src = '/phone.html';
  });

const figures = await Promise.all(reachable.map(figureOf));
byId('wall').replaceChildren(...figures.map(({ figure }) => figure));
for (const theme of THEMES) byId(`theme-${theme}`).toggleAttribute('aria-current', theme === chosenTheme());
// One after the other, so that the first ones are there soon.
for (const { show: lead } of figures) await lead();
document.body.dataset.state = 'done';
