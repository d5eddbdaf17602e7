import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { root } from '../support/realm/package-files.mjs';
import { ComponentDriver } from '../support/scenarios/component-driver.mjs';
import { ownComponent } from '../support/scenarios/subjects.mjs';
import { testScenarios } from '../support/scenarios/test-scenarios.mjs';

testScenarios(ComponentDriver.of(ownComponent), ownComponent);

const text = (path) => readFileSync(join(root, path), 'utf8');

for (const page of ['docs/own-component.md', 'docs/own-component.zh-CN.md']) {
  test(`the component of ${page} is the one that the scenarios run on`, () => {
    const quoted = text(page).replaceAll(/^ {3}/gm, '');
    assert.ok(quoted.includes(`\`\`\`js\n${text('examples/own-component/member-login.js')}\`\`\``));
  });
}
