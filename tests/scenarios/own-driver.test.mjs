import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { root } from '../support/realm/package-files.mjs';
import { ComponentDriver } from '../support/scenarios/component-driver.mjs';
import { ownDriver } from '../support/scenarios/subjects.mjs';
import { testScenarios } from '../support/scenarios/test-scenarios.mjs';

testScenarios(ComponentDriver.of(ownDriver), ownDriver);

const text = (path) => readFileSync(join(root, path), 'utf8');

for (const page of ['docs/shell.md', 'docs/shell.zh-CN.md']) {
  test(`the loop of ${page} is the one that the scenarios run on`, () => {
    assert.ok(text(page).includes(`\`\`\`js\n${text('examples/own-driver/loop.js')}\`\`\``));
  });
}
