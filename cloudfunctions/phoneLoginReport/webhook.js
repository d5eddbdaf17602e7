const http = require('http');
const https = require('https');

const PROTOCOLS = { 'http:': http, 'https:': https };

/** How long the other side has, in milliseconds. */
const LONGEST_POST = 3000;

/** The most characters of its answer that are read. */
const LONGEST_ANSWER = 4096;

/**
 * Posts a text to a robot of a group of 企业微信 or 钉钉, which take the same message. The address holds the key of the
 * robot, so that no error names it.
 *
 * @param {string} address
 * @param {string} text
 * @returns {Promise<void>} rejects where the robot has not taken it
 */
exports.post = async (address, text) => {
  const { status, answer } = await send(
    addressOf(address),
    JSON.stringify({ msgtype: 'text', text: { content: text } }),
  );
  const errcode = errcodeIn(answer);
  if (status < 200 || status > 299 || errcode !== 0)
    throw new Error(`the robot answered ${status}, errcode ${errcode}`);
};

function addressOf(text) {
  try {
    const address = new URL(text);
    if (PROTOCOLS[address.protocol]) return address;
  } catch (notAnAddress) {
    // Said below.
  }
  throw new Error('REPORT_WEBHOOK is no http or https address');
}

/** A robot that has no errcode has nothing against it. */
function errcodeIn(answer) {
  try {
    const { errcode = 0 } = JSON.parse(answer);
    return Number(errcode);
  } catch (notJson) {
    return 0;
  }
}

function send(address, body) {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error('the robot cannot be reached'));
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const request = PROTOCOLS[address.protocol].request(address, { method: 'POST', headers }, (response) => {
      let answer = '';
      response.setEncoding('utf8');
      response.on('data', (part) => {
        answer = (answer + part).slice(0, LONGEST_ANSWER);
      });
      response.on('end', () => resolve({ status: response.statusCode, answer }));
      response.on('error', fail);
    });
    const timer = setTimeout(() => request.destroy(), LONGEST_POST);
    request.on('error', fail);
    request.on('close', () => {
      clearTimeout(timer);
      fail(); // where it has not ended before
    });
    request.end(body);
  });
}
