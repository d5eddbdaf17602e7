/** Every state in every window, language and font size: nothing is out of reach, cut, covered or too small. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';

import { buttonStates, screens, states } from '../../simulator/states/states.mjs';
import { faultsOfEach } from './boxes.mjs';
import { repository, stage } from './stage.mjs';

const open = stage({ before, after });

const FONT_SCALES = [1, 1.4];

/** The languages in the order of tests/guidance.json, with the names that a page would have for its agreements. */
const LANGUAGES = {
  zh_CN: ['《用户服务协议》', '《隐私政策》'],
  zh_TW: ['《用戶服務協議》', '《隱私政策》'],
  en: ['Terms of Service', 'Privacy Policy'],
};
const LOCALES = Object.keys(LANGUAGES);

/** The longest status line of each language. */
const guidance = Object.values(JSON.parse(readFileSync(join(repository, 'tests/guidance.json'), 'utf8')));
const LONGEST = LOCALES.map((_, place) =>
  guidance
    .flatMap(({ status, alone, support = alone }) => [status[place], alone[place], support[place]])
    .reduce((longest, line) => (line.length > longest.length ? line : longest)),
);
/** States that differ in what stands below it. */
const WITH_THE_LONGEST = ['denied', 'waiting-minute', 'no-phone', 'quota-contact', 'setup-alone'];

/** In each language and font size, with the status line of the state or a longer one. */
const inEveryLanguage = (says) =>
  LOCALES.flatMap((locale, place) => {
    const agreements = LANGUAGES[locale].map((name) => ({ name }));
    return FONT_SCALES.map((fontScale) => {
      const properties = { locale, agreements, ...(says && { status: says[place] }) };
      return { name: `×${fontScale} ${locale}${says ? ', longest' : ''}`, fontScale, properties };
    });
  });

/** What is wrong in every window, each line with the window in which it is. */
async function faultsEverywhere(phone, variations) {
  const found = [];
  for (const [name, screen] of Object.entries(screens)) {
    await phone.resize(screen);
    found.push(...(await faultsOfEach(phone, variations)).map((fault) => `${name} ${fault}`));
  }
  return found;
}

for (const [subject, ofSubject] of Object.entries({ sheet: states, button: buttonStates }))
  for (const state of ofSubject) {
    test(`the ${subject}, ${state.id}, fits every window`, async (t) => {
      const phone = await open(t, state, { screen: screens['375'], subject });
      const found = await faultsEverywhere(phone, inEveryLanguage());
      if (WITH_THE_LONGEST.includes(state.id)) found.push(...(await faultsEverywhere(phone, inEveryLanguage(LONGEST))));
      assert.deepEqual(found, []);
      assert.deepEqual(phone.complaints, []);
    });
  }
