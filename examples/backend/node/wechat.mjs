/** WeChat's API. The access token is kept here and nowhere else. */
import { Failure, INVALID_APPID, UNREADABLE_REPLY } from './errors.mjs';

const { WECHAT_API = 'https://api.weixin.qq.com', APPID, APPSECRET } = process.env;

/** WeChat says by one of these that the token is not the latest, or too old. */
const TOKEN_REFUSED = [40001, 40014, 42001];

/** A token is renewed so long before it ends; a forced renewal is made at most once in so long. In milliseconds. */
const AHEAD = 5 * 60_000;
const BETWEEN_FORCED = 60_000;

const LONGEST_CALL = 5000;

/** Five to fifteen digits, as E.164 has them at most. */
const isNumber = (text) =>
  typeof text === 'string' && /^\+?[\d ()-]{5,24}$/.test(text) && /^(?:\D*\d){5,15}\D*$/.test(text);

async function call(path, { query, body }) {
  const url = new URL(path, WECHAT_API);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(url, { ...(body && post), signal: AbortSignal.timeout(LONGEST_CALL) });
  const reply = await response.json().catch(() => undefined);
  if (Object(reply) !== reply) throw new Failure(UNREADABLE_REPLY);
  // A client may read codes into 32 bits.
  if (reply.errcode) throw new Failure((reply.errcode | 0) === reply.errcode ? reply.errcode : UNREADABLE_REPLY);
  return reply;
}

/** Everybody who needs a token at the same time waits for the same one. */
class AccessToken {
  #token;
  #endsAt = 0;
  #forcedAt = Number.NEGATIVE_INFINITY;
  #underWay;

  async get() {
    if (this.#token && Date.now() < this.#endsAt - AHEAD) return this.#token;
    return this.#renew(false);
  }

  /** WeChat has refused a token. It may be that somebody has renewed it: only where it has not, another one is forced. */
  async replace(refused) {
    if (this.#token !== refused) return this.get();
    const found = await this.#renew(false);
    if (found !== refused || Date.now() - this.#forcedAt < BETWEEN_FORCED) return found;
    this.#forcedAt = Date.now();
    return this.#renew(true);
  }

  #renew(force) {
    this.#underWay ??= this.#ask(force).finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  async #ask(force) {
    const body = { grant_type: 'client_credential', appid: APPID, secret: APPSECRET, force_refresh: force };
    const { access_token, expires_in } = await call('/cgi-bin/stable_token', { query: {}, body });
    this.#token = access_token;
    this.#endsAt = Date.now() + 1000 * expires_in;
    return access_token;
  }
}

const accessToken = new AccessToken();

/** Whose code of `wx.login` it is. */
export async function openidOf(loginCode) {
  const query = { appid: APPID, secret: APPSECRET, js_code: loginCode, grant_type: 'authorization_code' };
  const { openid, unionid } = await call('/sns/jscode2session', { query });
  return { openid, unionid };
}

/** The number of a code. With the openid WeChat checks that the code was given to this user. */
export async function phoneNumberOf(code, openid) {
  const ask = (token) =>
    call('/wxa/business/getuserphonenumber', { query: { access_token: token }, body: { code, openid } });
  const token = await accessToken.get();
  const { phone_info: phone } = await ask(token).catch(async (error) => {
    if (!TOKEN_REFUSED.includes(error.errCode)) throw error;
    return ask(await accessToken.replace(token));
  });
  if (!isNumber(phone?.phoneNumber)) throw new Failure(UNREADABLE_REPLY);
  if (phone.watermark?.appid && phone.watermark.appid !== APPID) throw new Failure(INVALID_APPID);
  return { phoneNumber: phone.phoneNumber, countryCode: String(phone.countryCode ?? '') };
}
