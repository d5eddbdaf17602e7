/** Every state in every window, language and font size: nothing is out of reach, cut, covered or too small. */
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';

import { screens, states } from '../../simulator/states/states.mjs';
import { faultsOf } from './boxes.mjs';
import { stage } from './stage.mjs';

const open = stage({ before, after });

const FONT_SCALES = [1, 1.4];

/** The longest status line of each language. */
const LONGEST = {
  zh_CN: '没能读取手机号，请重新授权或换其他方式',
  zh_TW: '沒能讀取手機號碼，請重新授權或換其他方式',
  en: 'This WeChat account cannot do this. Please use another way.',
};

/** What is wrong in every window where the status line says something new, each line with the window in which it is. */
async function faultsEverywhere(phone, where, status) {
  const found = [];
  for (const [name, screen] of Object.entries(screens))
    for (const fontScale of FONT_SCALES) {
      await phone.resize({ ...screen, fontScale }, { status });
      const faults = await faultsOf(phone);
      found.push(...faults.map((fault) => `${name} ×${fontScale} ${where}: ${fault}`));
    }
  return found;
}

for (const state of states) {
  test(`${state.id} fits every window`, async (t) => {
    const phone = await open(t, state, { screen: screens['375'] });
    const found = [];
    for (const [locale, longest] of Object.entries(LONGEST)) {
      await phone.set({ locale });
      found.push(...(await faultsEverywhere(phone, locale, state.status ? longest : '')));
    }
    assert.deepEqual(found, []);
    assert.deepEqual(phone.complaints, []);
  });
}
