import { ALLOWED, CODE, DENIED, EXPIRED, NO_QUOTA, VERIFIED } from '../support/realm/samples.mjs';

const FIVE_MINUTES = 5 * 60_000;

/** Everything that can happen to a popup, in an order that leads through every state. */
export const course = [
  (scene) => scene.show(),
  (scene) => scene.show(),
  (scene) => scene.tapAllow(),
  (scene) => scene.deliver(DENIED),
  (scene) => scene.tapAllow(),
  (scene) => scene.phone.clock.pass(FIVE_MINUTES),
  (scene) => scene.tapReject(),
  (scene) => scene.show(),
  (scene) => scene.tapAllow(),
  (scene) => scene.deliver(ALLOWED),
  (scene) => scene.deliver(ALLOWED),
  (scene) => scene.wx.answer(EXPIRED),
  (scene) => scene.tapAllow(),
  (scene) => scene.deliver({ ...ALLOWED, code: `${CODE}2` }),
  (scene) => scene.phone.clock.pass(FIVE_MINUTES),
  (scene) => scene.tapAllow(),
  (scene) => scene.deliver({ ...ALLOWED, code: `${CODE}3` }),
  (scene) => scene.wx.answer(VERIFIED),
  (scene) => scene.show(),
  (scene) => scene.tapAllow(),
  (scene) => scene.deliver(NO_QUOTA),
  (scene) => scene.tapReject(),
];
