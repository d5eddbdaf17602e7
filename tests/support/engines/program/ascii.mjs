/** A value as one line of ASCII: a shell may print anything else in an encoding of its own. */
export function asciiJson(value) {
  return JSON.stringify(value).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
