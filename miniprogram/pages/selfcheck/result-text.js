const samples = require('./samples');
const { tidy } = require('./tidy');

/** How many checks that failed are told of each module. */
const MOST_FAILURES = 10;

/**
 * The result as text, for whoever is to judge it: a fact a line, under names that stay.
 *
 * @param {import('./run').Result} result
 * @param {import('./verdict').Verdict} verdict
 */
function resultText(result, verdict) {
  const { answers, client, faults, promises, running } = result;
  const lines = [
    'wx-phone-login self-check',
    `package: ${samples.version}`,
    `verdict: ${verdict.level}`,
    `running: ${running || 'nothing'}`,
    ...backendLines('wasm', result.wasm, faults.wasm),
    ...backendLines('js', result.js, faults.js),
    `client: platform ${said(client.platform)}; system ${said(client.system)}; wechat ${said(client.wechat)}`,
    `base library: ${said(client.baseLibrary)} by ${client.baseLibrarySaidBy}; renderer ${said(client.renderer)}`,
    `engine: stack ${client.stack}; loop ${client.loop} ms; promises ${promises}; require.async ${client.requiresAsync}`,
    `globals: ${named(client.globals, (type) => type !== 'undefined')}`,
    `no globals: ${named(client.globals, (type) => type === 'undefined')}`,
    `wx: ${wxNames(client, true)}`,
    `no wx: ${wxNames(client, false)}`,
    `WXWebAssembly: ${wasmLine(answers)}`,
    ...findingsLines(result.findings),
  ];
  return lines.join('\n');
}

function backendLines(name, seen, fault) {
  const kinds = Object.keys(seen.kinds).map((kind) => `${kind} ${seen.kinds[kind].passed}/${seen.kinds[kind].all}`);
  const { failures, loadError, trap } = seen;
  return [
    `${name}: ${fault || 'passed'}`,
    `${name} version: ${seen.version || 'unknown'}`,
    `${name} load: ${seen.time} ms${loadError ? `, failed: ${tidy(withoutHint(loadError))}` : ''}`,
    `${name} event: ${seen.eventTime === undefined ? 'unknown' : `${seen.eventTime} us`}`,
    `${name} checks: ${kinds.join(', ') || 'none'}`,
    ...(trap ? [`${name} trap: ${tidy(trap)}`] : []),
    ...failures.slice(0, MOST_FAILURES).map((failure) => `${name} failed: ${failure.name}: ${tidy(failure.error)}`),
    ...(failures.length > MOST_FAILURES ? [`${name} failed: ${failures.length - MOST_FAILURES} more`] : []),
  ];
}

/** @param {import('./wasm-answers').WasmAnswers} answers */
function wasmLine({ exists, members, missing, shape, oldBuffer }) {
  if (!exists) return 'none';
  const ofMissing = `a missing file ${missing.how}${missing.text && `: ${missing.text}`}`;
  return `answers ${shape || 'nothing'}; old buffer ${oldBuffer || 'unknown'}; ${ofMissing}; has ${members.join(' ')}`;
}

/** What the loader tells its developer first says nothing of the client. */
function withoutHint(error) {
  const [hint, ...others] = String((error && error.message) || error).split('\n');
  return others.join(' ') || hint;
}

/** What docs/platform.md says, by its names there. */
function findingsLines(findings) {
  return ['docs/platform.md:', ...findings.map(({ name, verdict, seen }) => `  ${verdict} ${name}: ${seen}`)];
}

const said = (text) => text || 'unknown';
const named = (globals, isWanted) => list(Object.keys(globals).filter((name) => isWanted(globals[name])));
const wxNames = ({ functions }, wanted) =>
  list(functions.filter(({ exists }) => exists === wanted).map(({ name }) => name));
const list = (names) => names.join(' ') || 'none';

module.exports = { resultText };
