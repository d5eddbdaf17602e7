/** What the compiler does not accept is reported: without this, silence would prove nothing. */
import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { compile } from '../support/wechat-compiler/compiler.mjs';
import { change, copyMiniprogram } from '../support/wechat-compiler/projects.mjs';

const COMPONENT = 'components/login-popup-system/login-popup-system';

const broken = {
  'an unknown key of app.json': {
    damage: (folder) => change(join(folder, 'app.json'), (app) => Object.assign(app, { lazyLoading: true })),
    reports: /^warning: .*app\.json.*lazyLoading/,
  },
  'an unknown key of a component': {
    damage: (folder) => change(join(folder, `${COMPONENT}.json`), (json) => Object.assign(json, { komponent: true })),
    reports: /^warning: .*login-popup-system\.json.*komponent/,
  },
  'a component that is not there': {
    damage: (folder) =>
      change(join(folder, 'pages/index/index.json'), ({ usingComponents }) =>
        Object.assign(usingComponents, { missing: '/components/missing/missing' }),
      ),
    reports: /^error: .*usingComponents.*missing/,
  },
  'JavaScript that cannot be read': {
    damage: (folder) => appendFileSync(join(folder, `${COMPONENT}.js`), 'const = 1;\n'),
    reports: /^error: .*login-popup-system\.js/,
  },
  'WXSS that cannot be read': {
    damage: (folder) => appendFileSync(join(folder, `${COMPONENT}.wxss`), '.popup { color'),
    reports: /^error: .*login-popup-system\.wxss/,
  },
};

for (const [name, { damage, reports }] of Object.entries(broken)) {
  test(`${name} is reported`, async () => {
    const project = copyMiniprogram();
    damage(join(project, 'miniprogram'));
    const { reported } = await compile(project);
    assert.ok(
      reported.some((line) => reports.test(line)),
      reported.join('\n') || 'nothing was reported',
    );
  });
}
