const TAG = /<([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;
const EVENT = /^bind:?(.+)$/;
const FIELD = /^\{\{(?!(?:true|false)\}\})(\w+)\}\}$/;
const LITERALS = { '{{true}}': true, '{{false}}': false };

/** The elements of a WXML text, each with its attributes; what stands inside of which is not told. */
export function elements(wxml) {
  return [...wxml.matchAll(TAG)].map(([, tag, attributes]) => ({
    tag,
    attributes: Object.fromEntries([...attributes.matchAll(ATTRIBUTE)].map(([, name, value]) => [name, value])),
  }));
}

/** The handler by event of an element. */
export function handlers({ attributes }) {
  const bound = Object.entries(attributes).filter(([name]) => EVENT.test(name));
  return Object.fromEntries(bound.map(([name, handler]) => [EVENT.exec(name)[1], handler]));
}

/** Whether the `wx:if` of an element, if it has one, wants it. */
export function isThere({ attributes }, data) {
  const field = FIELD.exec(attributes['wx:if'])?.[1];
  return !field || Boolean(data[field]);
}

/** What an element binds to the properties of its component: the field of the page, or what stands there. */
export function bindings({ attributes }) {
  return Object.entries(attributes)
    .filter(([name]) => name !== 'id' && !EVENT.test(name))
    .map(([name, value]) => ({
      property: name.replace(/^model:/, '').replace(/-(\w)/g, (_, letter) => letter.toUpperCase()),
      isTwoWay: name.startsWith('model:'),
      field: FIELD.exec(value)?.[1],
      value: value in LITERALS ? LITERALS[value] : value,
    }));
}
