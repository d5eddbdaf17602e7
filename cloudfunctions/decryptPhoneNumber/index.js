const cloud = require('wx-server-sdk');

const { createAccess } = require('./database/access');
const { createExchange } = require('./exchange');
const { observe } = require('./observation');
const { REAL_TIME: time } = require('./observation/clock');
const manifest = require('./package.json');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

const database = createAccess({ manifest, time });

/**
 * Exchanges the code of a getPhoneNumber button for the phone number.
 *
 * @param {{ code: string }} event
 * @returns {Promise<{ success: true, phoneNumber: string, purePhoneNumber: string, countryCode: string }
 *   | { success: false, errCode: number, error: string, reason?: string }>} never rejects; each reply also has `idempotent: true` and the
 *   `version` of the function
 */
exports.main = observe({ cloud, manifest, database, time }, createExchange({ cloud, manifest, database, time }));
