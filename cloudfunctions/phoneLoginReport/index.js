const cloud = require('wx-server-sdk');

const { alarmsOf } = require('./alarms');
const { clean } = require('./cleaning');
const { dayOf, startOfDay } = require('./observation/clock');
const { readCounts } = require('./observation/counts');
const { createPosted } = require('./posted');
const { reportOf } = require('./report');
const thresholds = require('./thresholds.json');
const { post } = require('./webhook');
const { wordsOf } = require('./words');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

const HOUR = 60 * 60 * 1000;
const DAYS_KEPT = 90;

const posted = createPosted(cloud);

/** Only the timer and the owner see how the login goes. A call from a mini-program has an openid. */
const FORBIDDEN = { success: false, errCode: 403, error: '只有定时器和管理员可以调用' };

/**
 * Reports how the logins of a day went: those of today, or, within the first hour after midnight, of yesterday. It posts
 * to the webhook of the environment variable REPORT_WEBHOOK, where there is one: each alarm of a day once, and each day
 * that is over once.
 *
 * @param {{ day?: string }} event of the timer; the owner may ask for a day, such as 2026-11-26
 * @returns {Promise<object>} `{ success: true, report, alarms, text, posted }`, or `{ success: false, errCode, error }`;
 *   rejects where the database fails, so that the console shows the call as one that failed
 */
exports.main = async (event) => {
  if (cloud.getWXContext().OPENID) return FORBIDDEN;
  const now = Date.now();
  const day = dayIn(event) || dayOf(now - HOUR);
  const report = reportOf(day, day < dayOf(now), await readCounts(cloud, day));
  const alarms = alarmsOf(report, thresholds);
  const text = wordsOf(report, alarms);
  console.log(text);
  const isPosted = await postOnce(report, alarms, text);
  await clean({ cloud, now, firstDay: dayOf(startOfDay(now) - DAYS_KEPT * 24 * HOUR) });
  return { success: true, report, alarms, text, posted: isPosted };
};

function dayIn(event) {
  const { day } = Object(event);
  return typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined;
}

/** @returns {Promise<boolean>} whether it was posted now */
async function postOnce(report, alarms, text) {
  const { REPORT_WEBHOOK } = process.env;
  if (!REPORT_WEBHOOK) return false;
  const before = await posted.read(report.day);
  const names = alarms.map(({ name }) => name);
  const isNews = names.some((name) => !before.alarms.includes(name)) || (report.isComplete && !before.isComplete);
  if (!isNews) return false;
  try {
    await post(REPORT_WEBHOOK, text);
  } catch (error) {
    console.error(`phoneLoginReport: ${error.message}`); // the next run tries again
    return false;
  }
  await posted.write(report.day, { alarms: [...new Set([...before.alarms, ...names])], isComplete: report.isComplete });
  return true;
}
