/** What the functions answer by themselves keeps the meaning that WeChat documents for these codes. */
module.exports = {
  MISSING_CODE: 41008,
  INVALID_CODE: 40029,
  INVALID_APPID: 40013,
  RATE_LIMITED: 45011,
  DAILY_LIMIT: 45009,
  HIGH_RISK_USER: 40226,
  /** What the SDK throws for a reply that it cannot read. */
  UNREADABLE_REPLY: -601001,
  /** What the client would be told had the function thrown. */
  EXECUTION_FAILED: -404011,
  /** An argument that a call does not take. */
  INVALID_PARAMETER: -501007,
  /** As in HTTP: nobody is logged in. */
  LOGIN_REQUIRED: 401,
};
