/** Whether the built files are those of the commit. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { builtFiles } from './build.mjs';
import { output, root, SetupError, say } from './command.mjs';

/** The host whose builds are committed: cargo mixes its name into the symbols, so others can give other bytes. */
const HOST = 'x86_64-unknown-linux-gnu';

/**
 * Says what is built otherwise than it is committed. On the host that builds what is committed that is an error where
 * `isStrict`, since the sources and the built files of one commit belong together.
 */
export function compareWithCommit({ isStrict }) {
  const different = output('git', ['status', '--porcelain', '--', ...builtFiles]);
  if (different === undefined) say('Without git nobody can tell whether the built files are those of the commit');
  if (!different) return;
  const names = builtFiles.map((path) => relative(root, path)).filter((name) => different.includes(name));
  const news = `The built files are not those of the commit: ${names.join(', ')}`;
  if (isStrict && isPinnedHost()) throw new SetupError(`${news}. Commit what \`npm run build\` writes`);
  say(
    isPinnedHost() ? `${news}; they belong into the commit of their sources` : `${news}, on another host than ${HOST}`,
  );
}

function isPinnedHost() {
  const [, channel] = /^channel = "(.+)"$/m.exec(readFileSync(join(root, 'rust-toolchain.toml'), 'utf8')) ?? [];
  const said = output('rustc', ['--version', '--verbose']) ?? '';
  return said.includes(`\nhost: ${HOST}\n`) && said.includes(`\nrelease: ${channel}\n`);
}
