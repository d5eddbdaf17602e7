/**
 * The token that a login brings, where the function has the environment variable SESSION_SECRET. Another function
 * verifies it by a copy of this file, with the same variable and the package jsonwebtoken.
 */
const jwt = require('jsonwebtoken');

const { ConfigurationError } = require('./describe-error');

const ALGORITHM = 'HS256';
const LIFETIME = '7d';
const ISSUER = 'phoneLogin';

/** As many bytes as HS256 makes of it; a shorter secret can be found by trying. */
const SHORTEST_SECRET = 32;

function secret() {
  const { SESSION_SECRET } = process.env;
  if (SESSION_SECRET && SESSION_SECRET.length < SHORTEST_SECRET) {
    throw new ConfigurationError(`SESSION_SECRET has fewer than ${SHORTEST_SECRET} characters`);
  }
  return SESSION_SECRET;
}

/**
 * @param {string} userId
 * @returns {{ token?: string }} no token where there is no secret
 */
exports.sessionFor = (userId) => {
  const key = secret();
  if (!key) return {};
  return { token: jwt.sign({}, key, { algorithm: ALGORITHM, expiresIn: LIFETIME, issuer: ISSUER, subject: userId }) };
};

/**
 * Whose session a token is. It says nothing of whether the user still has a record.
 *
 * @param {unknown} token as the client sent it
 * @returns {string | undefined} the id of the user; nothing for a token that is not ours, was changed or is too old
 * @throws where there is no secret
 */
exports.userOf = (token) => {
  const key = secret();
  if (!key) throw new ConfigurationError('SESSION_SECRET is missing');
  try {
    return jwt.verify(token, key, { algorithms: [ALGORITHM], issuer: ISSUER }).sub;
  } catch (notAToken) {
    return undefined;
  }
};
