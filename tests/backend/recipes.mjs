/** The recipes of examples/backend, started as they stand there, against WeChat's API on this machine. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { after } from 'node:test';

import { root } from '../../scripts/command.mjs';
import { simulated } from '../../simulator/cloud/environment.mjs';
import { createPhoneCodes } from '../../simulator/cloud/phone-codes.mjs';
import { SECRET, startWeChatApi } from '../../simulator/cloud/wechat-http.mjs';
import { compileJava } from './java.mjs';
import { missingFrom } from './tools.mjs';

const folder = (name) => join(root, 'examples', 'backend', name);

/** What each of them is started by: a command, once what it needs is there. */
const recipes = {
  node: { needs: ['node'], start: async () => ['node', 'server.mjs'] },
  python: { needs: ['python3'], start: async () => ['python3', '-B', 'server.py'] },
  java: { needs: ['java', 'javac'], start: async () => ['java', '-cp', await compileJava(folder('java')), 'Server'] },
};

export const recipeNames = Object.keys(recipes);

/** What is missing on this machine to run a recipe, in words; nothing where it can be run. */
export const missingFor = (name) => missingFrom(recipes[name].needs);

/**
 * A recipe that listens, and the WeChat that it asks.
 *
 * @param {string} name
 * @param {Record<string, string>} [variables]
 */
export async function startRecipe(name, variables = {}) {
  const codes = createPhoneCodes(Date.now);
  const scene = { answer: { phoneInfo: {} } };
  const wechat = await startWeChatApi({ codes, answer: () => scene.answer });
  const [command, ...args] = await recipes[name].start();
  const env = {
    ...process.env,
    WECHAT_API: wechat.url,
    APPID: simulated.appid,
    APPSECRET: SECRET,
    PORT: '0',
    ...variables,
  };
  const child = spawn(command, args, { cwd: folder(name), env });
  after(async () => {
    const ended = once(child, 'exit');
    child.kill();
    await ended;
    wechat.close();
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      log += part;
    });
  }
  const url = await new Promise((resolve, reject) => {
    child.stdout.on('data', () => {
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(log) ?? [];
      if (found) resolve(found);
    });
    child.on('exit', () => reject(new Error(`the recipe ${name} has ended: ${log}`)));
  });

  async function post(path, body, headers = {}) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close', ...headers },
      body: text,
    });
    return { status: response.status, ...(await response.json()) };
  }

  return {
    url,
    codes,
    wechat,
    scene,
    log: () => log,
    post,
    /** What reached WeChat's exchange. */
    exchanges: () => wechat.requests.filter(({ api }) => api.endsWith('/getuserphonenumber')),
    /** A user who has called `wx.login`. */
    async user(openid) {
      const { session } = await post('/session', { code: wechat.issueLoginCode(openid) });
      const headers = { authorization: `Bearer ${session}` };
      return {
        session,
        tap: () => codes.issue(openid),
        login: (code) => post('/phone', { code }, headers),
      };
    },
  };
}
