const cloud = require('wx-server-sdk');

const { createExchange } = require('./exchange');
const manifest = require('./package.json');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

/**
 * Exchanges the code of a getPhoneNumber button for the phone number.
 *
 * @param {{ code: string }} event
 * @returns {Promise<{ success: true, phoneNumber: string, purePhoneNumber: string, countryCode: string }
 *   | { success: false, errCode: number, error: string, reason?: string }>} never rejects; each reply also has `idempotent: true` and the
 *   `version` of the function
 */
exports.main = createExchange({ cloud, manifest });
