import { createRequire } from 'node:module';
import { after } from 'node:test';
import { createDatabase } from '../../simulator/cloud/database.mjs';
import { callEnvironment, cloudEnvironment, unlimited } from '../../simulator/cloud/environment.mjs';
import { startSdkServer } from '../../simulator/cloud/sdk-server.mjs';
import { functionsRoot } from './cloud.mjs';

/**
 * A function inside the test's own process, for what cannot be sent through a call: functions, getters, a context
 * without a user. Only for files that use nothing else, because it changes their environment.
 */
export async function loadFunction({
  name = 'decryptPhoneNumber',
  codes = { redeem: () => true },
  database = createDatabase(),
} = {}) {
  const requests = [];
  const wechat = await startSdkServer({
    codes,
    database,
    onRequest: (request) => requests.push(request),
  });
  after(() => wechat.close());
  const answerWith = (answer) => {
    const token = wechat.openCall({ permissions: ['phonenumber.getPhoneNumber'], answer });
    Object.assign(process.env, callEnvironment(token));
  };
  const lines = [];
  Object.assign(console, { __baseLog__: (fields, level) => lines.push({ level, ...fields }) });
  Object.assign(process.env, cloudEnvironment(wechat.url), unlimited);
  answerWith({ phoneInfo: {} });
  const require = createRequire(`${functionsRoot}/${name}/index.js`);
  return {
    main: require('./index.js').main,
    cloud: require('wx-server-sdk'),
    requests,
    lines,
    database,
    answerWith,
    require,
  };
}
