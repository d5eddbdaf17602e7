import { fileURLToPath } from 'node:url';

import { buildSync } from 'esbuild';

const web = fileURLToPath(new URL('./web/', import.meta.url));

/**
 * Bundles the programs of the pages: the simulator around the phone, the mini-program's runtime inside it, and what shows
 * the log and the report, and what shows all states.
 *
 * @returns {Map<string, string>} file name → JavaScript
 */
export function bundlePrograms() {
  // Not `build`, which leaves a service process running.
  const { outputFiles } = buildSync({
    entryPoints: {
      host: `${web}host/main.js`,
      phone: `${web}phone/main.js`,
      operations: `${web}operations/main.js`,
      states: `${web}states/main.js`,
    },
    outdir: '/',
    write: false,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    // glass-easel measures and traces itself unless it is told that this is production.
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  return new Map(outputFiles.map(({ path, text }) => [path.replace(/^.*[\\/]/, ''), text]));
}
