/** WeChat's codes, and the words for the client: nothing that WeChat said is passed on. */
export const MISSING_CODE = 41008;
export const INVALID_CODE = 40029;
export const INVALID_APPID = 40013;
export const RATE_LIMITED = 45011;
export const DAILY_LIMIT = 45009;
export const UNREADABLE_REPLY = -601001;
export const LOGIN_REQUIRED = 401;
export const FAILED = -404011;

/** With one of these WeChat says that a code cannot be used, or not any more. */
export const REFUSALS = [INVALID_CODE, 40003, 40163];

const TEXTS = {
  [MISSING_CODE]: '缺少code参数',
  [INVALID_CODE]: '授权已过期，请重新获取',
  [INVALID_APPID]: '授权已过期，请重新获取',
  [RATE_LIMITED]: '请求过于频繁，请稍后重试',
  [DAILY_LIMIT]: '今日使用次数已达上限，请明日再试',
  [LOGIN_REQUIRED]: '请先登录',
};

/** What went wrong, as a code of WeChat's. */
export class Failure extends Error {
  /** @param {number} errCode */
  constructor(errCode) {
    super(`errCode ${errCode}`);
    this.errCode = errCode;
  }

  get reply() {
    return { success: false, errCode: this.errCode, error: TEXTS[this.errCode] ?? '手机号验证失败，请重试' };
  }
}
