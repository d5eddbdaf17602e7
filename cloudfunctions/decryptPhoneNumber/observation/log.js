/**
 * Writes the line of a call by the logger of the cloud, whose fields can be searched in the console. The logger takes
 * texts only, and none that is not there.
 *
 * @param {object} cloud an initialized wx-server-sdk
 * @param {import('./call').Line} line
 */
exports.writeLine = (cloud, line) => {
  const texts = {};
  for (const [name, value] of Object.entries(line)) if (value !== undefined) texts[name] = String(value);
  try {
    const logger = cloud.logger();
    if (line.outcome === 'success') logger.info(texts);
    else logger.warn(texts);
  } catch (noLogger) {
    console.log(JSON.stringify(texts));
  }
};
