/** `npm start -- --project`: what the frameworks build of the examples runs in the simulator, and logs a user in there. */
import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';

import { root } from '../../scripts/command.mjs';
import { EXAMPLES } from '../../scripts/examples.mjs';
import { miniprogramIn } from '../../simulator/project/miniprogram-in.mjs';
import { stage } from '../support/simulator/browser.mjs';
import { temporaryFolder } from '../support/wechat-compiler/compiler.mjs';
import { build, install, madeOf } from './project.mjs';

/** What templates of Taro set of every button and text, though a page sets nothing of it. */
const OF_TARO =
  /"(?:animation|name|businessId)" is not a valid property|expected <(?:String|Number)> but g[eo]t (?:null|non-number) value/;

/** The path that is tried first where mpx has moved the component, but not the `.wasm`. */
const OF_MPX = /components\/wx-phone-login\w+\/\S*\.wasm|Failed to load resource: .* 404/;

const expected = new RegExp(`${OF_TARO.source}|${OF_MPX.source}`);

/** What the simulator opens, as `npm run build` leaves it. */
const buildAlone = async (example, project) => ({ folder: await build(example, project), reported: [] });

for (const example of Object.keys(EXAMPLES)) {
  // A browser for each, one after the other.
  describe(`examples/${example}`, () => {
    const built = temporaryFolder();
    const { open } = stage({ before, after }, root, built);

    test('a user logs in with what is built of it', async (t) => {
      const { folder } = await madeOf(example, await install(example), buildAlone);
      cpSync(folder, built, { recursive: true });
      assert.equal(miniprogramIn(built), built);
      const { phone, logged, storage } = await open(t, { expected, settings: '?platform=allow' });
      await phone.getByText('手机号登录', { exact: true }).click();
      await phone.locator('[open-type="getPhoneNumber"]').click();
      await logged('toast');
      await phone.getByText(/^138\*{4}\d{4}$/).waitFor();
      assert.match((await storage()).session, /^ey/, 'a token of the cloud function');
    });
  });
}
