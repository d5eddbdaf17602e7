/**
 * A cloud in virtual time: two instances of the shipped exchange and login on the real wx-server-sdk, whose requests to
 * the database are answered by the simulator's, after a while. WeChat is a list of the codes that were used.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { root } from '../../scripts/command.mjs';
import { createDatabase } from '../../simulator/cloud/database.mjs';
import { cloudEnvironment, unlimited } from '../../simulator/cloud/environment.mjs';
import { between, pause } from './virtual-time.mjs';

// All logins are those of one user. The function of 0.1 knew no user.
Object.assign(process.env, cloudEnvironment('http://127.0.0.1:9/nobody'), unlimited, { EXCHANGE_WITHOUT_OPENID: 'on' });

const load = createRequire(join(root, 'cloudfunctions', 'phoneLogin', 'index.js'));
const { createExchange } = load('./exchange');
const { login } = load('./login');
const sdk = load('wx-server-sdk');
sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV });

/** Whose call the code that runs belongs to. */
const calls = new AsyncLocalStorage();

const { TcbDBApiHttpRequester: Requester } = ['wx-server-sdk', '@cloudbase/node-sdk'].reduce(
  (require, name) => createRequire(require.resolve(name)),
  load,
)('./utils/tcbdbapirequester.js');
Requester.prototype.send = (action, request) => calls.getStore().askDatabase({ ...request, action });

const NUMBER = { phoneNumber: '13800138000', purePhoneNumber: '13800138000', countryCode: '86' };

/** How long things take, in milliseconds. */
const WAY = [40, 150];
const DATABASE = [5, 40];
const SLOW_DATABASE = [200, 1000];
const WECHAT = [80, 400];
const COLD_START = 800;
const TIME_LIMIT = 3000;
const BETWEEN_DEATHS = 60_000;

const SHARE_OF_SLOW_DATABASE = 0.01;

const never = () => new Promise(() => {});

const failed = (errCode, errMsg) => Object.assign(new Error(errMsg), errCode ? { errCode, errMsg } : { errMsg });
const TIMED_OUT = () =>
  failed(-504003, 'cloud.callFunction:fail Error: errCode: -504003 | errMsg: Invoking task timed out');
const NETWORK_LOST = () => failed(0, 'cloud.callFunction:fail request:fail net::ERR_CONNECTION_RESET');

/** One started copy of the function, with the memory of its own. */
class Instance {
  constructor({ remembers, time }) {
    this.isAlive = true;
    this.isCold = true;
    this.death = new Promise((die) => {
      this.die = () => {
        this.isAlive = false;
        die();
      };
    });
    const cloud = {
      getWXContext: () => ({ OPENID: remembers ? 'o-simulated-user' : undefined, APPID: 'wx0000000000000000' }),
      openapi: { phonenumber: { getPhoneNumber: ({ code }) => calls.getStore().askWeChat(code) } },
      database: (config) => sdk.database(config),
    };
    const manifest = { name: remembers ? 'phoneLogin' : 'decryptPhoneNumber', version: '0.0.0' };
    const complete = remembers ? (phone, caller) => login({ ...phone, ...caller }) : undefined;
    this.exchange = createExchange({ cloud, manifest, complete, time });
  }
}

/** The cloud with `phoneLogin`; where `remembers` is false, with the function of 0.1, which exchanged a code and forgot it. */
export class Cloud {
  constructor({ clock, random, deaths, remembers }) {
    this.clock = clock;
    this.random = random;
    this.deaths = deaths;
    this.database = createDatabase({ now: () => clock.now });
    this.used = new Set();
    /** The codes whose number the server has stored. */
    this.stored = new Set();
    const time = { now: () => clock.now, setTimeout: clock.setTimeout, clearTimeout: clock.clearTimeout };
    this.world = { remembers, time };
    this.instances = [new Instance(this.world), new Instance(this.world)];
    this.diesAt = clock.now + BETWEEN_DEATHS;
  }

  /** One of the two instances ends now and then, with what it remembers and the calls that it serves. */
  instance() {
    if (this.clock.now >= this.diesAt) {
      this.diesAt = this.clock.now + between(this.deaths, 0.5, 1.5) * BETWEEN_DEATHS;
      this.replace(this.deaths() < 0.5 ? 0 : 1);
    }
    return this.instances[this.random() < 0.5 ? 0 : 1];
  }

  replace(at) {
    this.instances[at].die();
    this.instances[at] = new Instance(this.world);
  }

  /**
   * As `wx.cloud.callFunction`, with what goes wrong on the way.
   *
   * @param {string} code
   * @param {string | undefined} fault
   * @param {() => number} luck decides how it goes wrong
   * @returns {Promise<object>} what the function returned; rejects with what the call failed with, or never settles
   */
  async call(code, fault, luck) {
    const faults = {
      network: () => this.networkLost(code, luck),
      timeout: () => this.timedOut(code, luck),
      silence: async () => {
        await this.serve(code);
        return never();
      },
      late: async () => {
        const reply = await this.serve(code);
        await pause(this.clock, between(luck, 5000, 40_000));
        return reply;
      },
    };
    return fault ? faults[fault]() : this.serve(code);
  }

  /** The request is lost, or the reply is. The client notices after a while. */
  async networkLost(code, luck) {
    if (luck() < 0.5) await this.serve(code);
    await pause(this.clock, between(luck, 500, 5000));
    throw NETWORK_LOST();
  }

  /** The function has not begun when its time is up, or WeChat has not replied, or it has stored the number and hangs. */
  async timedOut(code, luck) {
    const place = Math.floor(luck() * 3);
    const instance = this.instance();
    if (place > 0) this.run(instance, code, { wechatHangs: place === 1 }).catch(() => {});
    await pause(this.clock, TIME_LIMIT);
    const at = this.instances.indexOf(instance);
    if (at >= 0) this.replace(at);
    throw TIMED_OUT();
  }

  async serve(code) {
    await pause(this.clock, between(this.random, ...WAY));
    const instance = this.instance();
    const reply = await Promise.race([
      this.run(instance, code),
      instance.death.then(() => Promise.reject(failed(-404011, 'errCode: -404011 cloud function execution error'))),
      pause(this.clock, TIME_LIMIT + COLD_START).then(() => Promise.reject(TIMED_OUT())),
    ]);
    await pause(this.clock, between(this.random, ...WAY));
    return reply;
  }

  async run(instance, code, { wechatHangs = false } = {}) {
    if (instance.isCold) await pause(this.clock, COLD_START);
    instance.isCold = false;
    const call = {
      askDatabase: (request) => this.askDatabase(instance, request, code),
      askWeChat: (asked) => this.askWeChat(instance, asked, wechatHangs),
    };
    return calls.run(call, () => instance.exchange({ code }));
  }

  async askDatabase(instance, request, code) {
    const isSlow = this.random() < SHARE_OF_SLOW_DATABASE;
    await pause(this.clock, between(this.random, ...(isSlow ? SLOW_DATABASE : DATABASE)));
    if (!instance.isAlive) return never();
    const reply = this.database.answer(request);
    if (request.action === 'database.modifyDocument' && request.upsert && !reply.code) this.stored.add(code);
    return reply;
  }

  async askWeChat(instance, code, hangs) {
    const isUsed = this.used.has(code);
    this.used.add(code);
    if (hangs) return never();
    await pause(this.clock, between(this.random, ...WECHAT));
    if (!instance.isAlive) return never();
    if (isUsed) throw failed(40029, 'openapi.phonenumber.getPhoneNumber:fail invalid code');
    return { phoneInfo: NUMBER };
  }
}
