import { same } from './same.mjs';

/** Popups that take more memory than the module begins with, and less than the fallback may have. */
const MANY = 1000;
const UNITS = 1024 * 1024;

/** What happens to texts when the memory has grown, and when they are very long. */
export function memory(phoneLogin) {
  return [
    ['memory: it grows, and texts still go in and out', () => grow(phoneLogin)],
    ['memory: a text of a megabyte', () => longText(phoneLogin)],
  ];
}

function grow(phoneLogin) {
  const options = { cloudFunction: '函'.repeat(UNITS / 4096) };
  const popups = Array.from({ length: MANY }, () => new phoneLogin.PhonePopup(options));
  same(popups[MANY - 1].view.title, popups[0].view.title, 'a view');
  still(phoneLogin);
  for (const popup of popups) popup.free();
  still(phoneLogin);
}

function longText(phoneLogin) {
  const long = '手😀'.repeat(UNITS / 3);
  const errMsg = `getPhoneNumber:fail user deny ${long}`;
  same(phoneLogin.classify({ detail: { errMsg } }).reason, 'user_denied', 'a long text');
  same(
    phoneLogin.classify({ detail: { errMsg: long, code: long, errno: long } }).reason,
    'unknown',
    'nothing but long texts',
  );
  same(phoneLogin.classifyReply(`errCode: 40029 | errMsg: ${long}`).errCode, 40029, 'a long reply');
  still(phoneLogin);
}

function still({ classify }) {
  const code = 'code 手 😀';
  same(classify({ detail: { errMsg: 'getPhoneNumber:ok', code } }), { kind: 'ok', code }, 'a code');
}
