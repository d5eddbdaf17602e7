/** Characters of a client's text that a result holds. */
const LONGEST = 200;

/** What could tell whose phone it is: an address, a path below the phone's own folders, a long number. */
/** @type {[RegExp, string][]} */
const TELLING = [
  [/\b\w+:\/\/[^\s'"]*/g, '<url>'],
  [/\b[A-Za-z]:\\[^\s'"]*/g, '<path>'],
  [/(?:\/[^\s'"/:]+){3,}/g, '<path>'],
  [/\b\d{7,}\b/g, '<number>'],
  [/\b(?=\w*\d)[\da-fA-F]{9,}\b/g, '<id>'],
  [/\d{7,}/g, '<number>'],
];

/** The text of an error, or of whatever was thrown or rejected in place of one, for somebody else to read. */
function tidy(error) {
  const text = String((error && (error.message || error.errMsg)) || error);
  const told = TELLING.reduce((tidied, [telling, instead]) => tidied.replace(telling, instead), text);
  return told.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
}

module.exports = { tidy };
