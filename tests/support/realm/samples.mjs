/** What WeChat and the cloud function say in these tests. */
export const CODE = 'e31968a7f94cc5ee25fafc2aef2773f0bb8c3937b22520eb8ee345274d00c144';
export const NUMBER = '13800138000';
export const MASKED = '138****8000';

/** Results that WeChat's button delivers. */
export const ALLOWED = { errMsg: 'getPhoneNumber:ok', code: CODE };
export const DENIED = { errMsg: 'getPhoneNumber:fail user deny' };
export const NO_QUOTA = { errMsg: 'getPhoneNumber:fail appid no enough quota', errno: 1400001 };

/** What the cloud function answers; after some of it the same code is sent again. */
export const VERIFIED = { success: true, phoneNumber: NUMBER, purePhoneNumber: NUMBER, countryCode: '86' };
export const EXPIRED = { success: false, errCode: 40029, error: '授权已过期，请重新获取' };
export const BUSY = { success: false, errCode: -1, error: '系统繁忙' };
export const RATE_LIMITED = { success: false, errCode: 45011, error: '请求过于频繁' };
export const UNDEPLOYED = { success: false, errCode: -501000, error: '手机号验证失败，请重试' };

/** What a call fails with, for a reason that nobody knows. */
export const ASTRAY = { errCode: 12345, errMsg: 'cloud.callFunction:fail gone astray' };
