/** Compiles the recipe in Java against Gson, as its pom.xml has it from Maven. */
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after } from 'node:test';

import { run, SetupError } from '../../scripts/command.mjs';
import { install, installsPackages } from '../../scripts/debian.mjs';

/** Where Debian's package libgoogle-gson-java puts it. */
const GSON = '/usr/share/java/gson.jar';

/** @returns {Promise<string>} the class path */
export async function compileJava(folder) {
  if (!existsSync(GSON)) await installGson();
  const classes = await mkdtemp(join(tmpdir(), 'phone-login-java-'));
  after(() => rm(classes, { recursive: true }));
  const sources = readdirSync(folder).filter((name) => name.endsWith('.java'));
  await run('javac', [
    '-Xlint:all',
    '-Werror',
    '-cp',
    GSON,
    '-d',
    classes,
    ...sources.map((name) => join(folder, name)),
  ]);
  return [classes, GSON].join(delimiter);
}

async function installGson() {
  if (!installsPackages())
    throw new SetupError(`Gson is missing: put gson.jar to ${GSON}, or install libgoogle-gson-java`);
  await install(['libgoogle-gson-java']);
}
