/** What the component sets on its page in the course that is measured: counted on the component itself. */

import { ALLOWED, DENIED, NO_QUOTA, VERIFIED } from '../tests/support/realm/samples.mjs';
import { openOwnPage } from '../tests/support/realm/scene.mjs';

const agree = ({ popup }) => popup.instance.onAgreementChange();

/** The steps of `program/flow.mjs`, as a user takes them. */
const COURSE = [
  (scene) => scene.show(),
  (scene) => scene.tapAllow(),
  agree,
  (scene) => scene.tapAllow(),
  (scene) => scene.deliver(DENIED),
  (scene) => scene.tapAllow(),
  (scene) => scene.deliver(ALLOWED),
  (scene) => scene.wx.answer(VERIFIED),
  (scene) => scene.show(),
  (scene) => scene.tapAllow(),
  (scene) => scene.deliver(NO_QUOTA),
  (scene) => scene.tapReject(),
  (scene) => scene.show(),
  agree,
  (scene) => scene.tapReject(),
];

const bytesOf = (data) => Buffer.byteLength(JSON.stringify(data));

/**
 * `{ events, calls, most, unchanged, bytes, wholeBytes }`: how often data were set in all and at most by an event, how
 * many fields were set to what they were, and how many bytes that was, as against setting the whole view each time.
 */
export async function setData() {
  const attributes = 'cloud-function="decryptPhoneNumber" require-agreement="{{mustAgree}}"';
  const scene = await openOwnPage(attributes, { data: { mustAgree: true } });
  const perEvent = COURSE.map((happen) => callsOf(scene, happen));
  const calls = perEvent.flat();
  return {
    events: COURSE.length,
    calls: calls.length,
    most: Math.max(...perEvent.map(({ length }) => length)),
    unchanged: calls.flatMap(({ unchanged }) => unchanged).length,
    bytes: calls.reduce((sum, { patch }) => sum + bytesOf(patch), 0),
    wholeBytes: calls.reduce((sum, { whole }) => sum + whole, 0),
  };
}

function callsOf(scene, happen) {
  const { setDataCalls } = scene.popup;
  const before = setDataCalls.length;
  happen(scene);
  const whole = bytesOf(viewOf(scene));
  return setDataCalls.slice(before).map((call) => ({ ...call, whole }));
}

/** What the core gave for the WXML, without the component's own properties. */
function viewOf({ popup, shown }) {
  const { properties = {} } = popup.definition;
  return Object.fromEntries(
    Object.entries(shown).filter(([name]) => name === 'showPhonePopup' || !(name in properties)),
  );
}
