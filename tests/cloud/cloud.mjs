import { after } from 'node:test';

import { createCloud } from '../../simulator/cloud/index.mjs';
import { deploy } from './deployed.mjs';

/** A folder that holds the function as it is deployed. */
export const functionsRoot = await deploy();

/** A cloud that is closed when the tests of the file are over, and the requests that WeChat got from it. */
export async function openCloud(options = {}) {
  const requests = [];
  const cloud = await createCloud({ functionsRoot, onRequest: (request) => requests.push(request), ...options });
  after(() => cloud.close());
  return { ...cloud, requests };
}

/** Calls decryptPhoneNumber with a fresh code. */
export function verify(cloud, answer, code = cloud.issueCode()) {
  return cloud.callFunction({ name: 'decryptPhoneNumber', data: { code }, answer });
}
