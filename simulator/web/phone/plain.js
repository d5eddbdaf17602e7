/**
 * What can leave this document of an event's detail, which a framework may fill with its own objects: of those only
 * their names, and nothing of what leads back to where it stands.
 *
 * @param {unknown} detail
 */
export function plain(detail) {
  const above = [];
  const text = JSON.stringify(detail, function replace(_, value) {
    while (above.length > 0 && above.at(-1) !== this) above.pop();
    if (typeof value !== 'object' || value === null) return value;
    if (!isPlain(value)) return `[${value.constructor?.name}]`;
    if (above.includes(value)) return '[Circular]';
    above.push(value);
    return value;
  });
  return text === undefined ? undefined : JSON.parse(text);
}

const isPlain = (value) => [Object.prototype, Array.prototype, null].includes(Object.getPrototypeOf(value));
