/**
 * A course as it stands in an address: steps in order, each `<milliseconds after the one before>-<what is done>-<to what>`.
 *
 * @typedef {object} Step
 * @property {number} after   milliseconds of the mini-program's time since the step before
 * @property {string} action  one of {@link actions}
 * @property {string} what    a part of the phone, an answer, an option; empty where the action needs none
 */

/**
 * What a step can do. `result` and `answer` are what WeChat and the server say, by the number of the question; all others
 * are done by whoever uses the simulator.
 */
export const actions = Object.freeze({
  tap: '点页面',
  touch: '点微信的窗口',
  result: '微信返回',
  answer: '服务端返回',
  platform: '选微信返回',
  server: '选服务端返回',
  set: '设置',
  phone: '换手机',
  background: '切到后台',
  foreground: '回到前台',
  leave: '离开页面',
  return: '重新进入',
  back: '返回上一页',
});

/** The most steps of a course, so that its address stays one that can be sent. */
export const MOST_STEPS = 300;

// One that no name has and that an address keeps as it is.
const BETWEEN_STEPS = '*';
const STEP = /^(\d{1,7})-([a-z]+)(?:-([\w.-]+))?$/;

/**
 * @param {Step[]} steps
 * @returns {string}
 */
export const textOf = (steps) =>
  steps
    .map(({ after, action, what }) => [after, action, what].filter((part) => part !== '').join('-'))
    .join(BETWEEN_STEPS);

/**
 * @param {string} text
 * @returns {Step[]}
 * @throws where it is no course
 */
export function stepsIn(text) {
  if (text === '') return [];
  const parts = text.split(BETWEEN_STEPS);
  if (parts.length > MOST_STEPS) throw new RangeError(`过程太长：最多 ${MOST_STEPS} 步`);
  return parts.map((part) => {
    const [, after, action, what = ''] = STEP.exec(part) ?? [];
    if (action === undefined || !Object.hasOwn(actions, action)) throw new RangeError(`过程里没有这样的一步：${part}`);
    return { after: Number(after), action, what };
  });
}
