const { INVALID_CODE, MISSING_CODE } = require('./err-codes');

/** A code has 64 characters today; far beyond that it is not worth a call. */
const MAX_CODE_LENGTH = 512;

/** The code of an event, whatever the event is. */
exports.codeOf = (event) => {
  try {
    return event.code;
  } catch (notAnObject) {
    return undefined;
  }
};

/** Why WeChat need not be asked about a code, as the errCode it has for that; 0 where it has to be. */
exports.faultOf = (code) => {
  if (code === undefined || code === null || code === '') return MISSING_CODE;
  if (typeof code !== 'string' || code.trim() === '' || code.length > MAX_CODE_LENGTH) return INVALID_CODE;
  return 0;
};
