import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';

import { root } from '../../scripts/command.mjs';
import { unlimited } from '../../simulator/cloud/environment.mjs';
import { createCloud } from '../../simulator/cloud/index.mjs';
import { deploy } from './deployed.mjs';

/** A folder that holds the function as it is deployed. */
export const functionsRoot = await deploy();

/**
 * A cloud that is closed when the tests of the file are over, and the requests that WeChat got from it. Its functions
 * have no limits: most tests ask more often than a user.
 */
export async function openCloud({ variables, ...options } = {}) {
  const requests = [];
  const cloud = await createCloud({
    functionsRoot,
    onRequest: (request) => requests.push(request),
    variables: { ...unlimited, ...variables },
    ...options,
  });
  after(() => cloud.close());
  return { ...cloud, requests };
}

const { version } = JSON.parse(readFileSync(join(root, 'pkg/package.json'), 'utf8'));

/** The functions that exchange a code. */
export const exchanging = ['decryptPhoneNumber', 'phoneLogin'];

/** What every reply says of the function that gave it. */
export const STAMP = { idempotent: true, version };

/** Calls decryptPhoneNumber with a fresh code. */
export function verify(cloud, answer, code = cloud.issueCode()) {
  return cloud.callFunction({ name: 'decryptPhoneNumber', data: { code }, answer });
}

/** Calls phoneLogin: by a fresh code unless `data` says otherwise. What it replied, and what it wrote to its logs. */
export async function logIn(cloud, { data, openid, answer } = {}) {
  const sent = data ?? { code: cloud.issueCode(openid) };
  const { result, logs, lines } = await cloud.callFunction({ name: 'phoneLogin', data: sent, openid, answer });
  return { reply: result, logs, lines };
}
