/** A fault of the function's configuration. Its message holds nothing of a user's, and is logged. */
exports.ConfigurationError = class ConfigurationError extends Error {};

const MOST_PLACES = 3;

/**
 * What a log may hold of an error that came from anywhere: its kind and where it was thrown, since its message may hold
 * a number, a code or an openid.
 *
 * @param {unknown} error
 * @returns {string}
 */
exports.describeError = (error) => {
  if (error instanceof exports.ConfigurationError) return error.message;
  const { name, message, stack, errCode } = Object(error);
  const lines = String(stack).replace(String(message), '').split('\n');
  const places = lines.filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line)).slice(0, MOST_PLACES);
  const kind = typeof errCode === 'number' ? `errCode ${errCode}` : String(name || typeof error);
  return [kind, ...places.map((line) => line.trim())].join(' ');
};
