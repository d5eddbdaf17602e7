import { parseArgs } from 'node:util';

import { AddError } from './error.mjs';
import { FRAMEWORKS } from './frameworks/index.mjs';

/** The function of a login that cannot be forged. */
const LOGIN = 'phoneLogin';

export const USAGE = [
  '用法：wx-phone-login add [目录] [选项]',
  'Usage: wx-phone-login add [DIR] [options]',
  '',
  '把手机号登录组件复制到小程序项目。目录默认是当前目录。',
  '空目录会得到一个可以运行的原生小程序；加 --framework uni-app 或 taro，得到那个框架的项目。',
  'Copies the login component into a mini-program. An empty DIR becomes a native one that runs,',
  'or with --framework uni-app or taro a project of that framework.',
  '',
  `  --framework <${FRAMEWORKS.map(({ id }) => id).join('|')}>`,
  '                          不自动识别框架 / Do not detect the framework',
  `  --cloud                 同时复制云函数 ${LOGIN} / Copy the cloud function ${LOGIN} as well`,
  '  --cloud-function <名称>  同时复制这个云函数，可以写多次 / Copy this cloud function, may be repeated',
  '  --dry-run               只列出要做的事，不写文件 / List what would be done, write nothing',
  '  --force                 覆盖你改过的文件 / Overwrite files that you changed',
  '  --version, --help',
];

const OPTIONS = /** @type {const} */ ({
  framework: { type: 'string' },
  cloud: { type: 'boolean' },
  'cloud-function': { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
  force: { type: 'boolean' },
  version: { type: 'boolean' },
  help: { type: 'boolean' },
});

/** What the command was asked for. */
export function readArguments(args) {
  const { values, positionals } = parsed(args);
  const [command, folder = '.', ...others] = positionals;
  const help = Boolean(values.help) || args.length === 0;
  const version = Boolean(values.version);
  if (!help && !version && (command !== 'add' || others.length > 0)) refuse(positionals.join(' '));
  return {
    help,
    version,
    folder,
    framework: frameworkNamed(values.framework),
    functions: [...new Set([...(values.cloud ? [LOGIN] : []), ...(values['cloud-function'] ?? [])])],
    force: Boolean(values.force),
    dryRun: Boolean(values['dry-run']),
  };
}

function parsed(args) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return refuse(/** @type {Error} */ (error).message);
  }
}

function frameworkNamed(id) {
  const framework = FRAMEWORKS.find((one) => one.id === id);
  if (id !== undefined && !framework) refuse(`--framework ${id}`);
  return framework;
}

/** @returns {never} */
function refuse(what) {
  throw new AddError(`参数无法识别：${what}`, `Not understood: ${what}`, ['', ...USAGE]);
}
