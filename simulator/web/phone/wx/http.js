/** What `wx.request` and `wx.cloud.callContainer` have in common. */

const JSON_TYPE = 'application/json';

/** @param {Record<string, unknown>} [header]  what the mini-program has given */
export function headerOf(header = {}) {
  const given = Object.entries(header).filter(([, value]) => value !== undefined && value !== null);
  const own = given.map(([name, value]) => [name.toLowerCase(), String(value)]);
  return { 'content-type': JSON_TYPE, ...Object.fromEntries(own) };
}

/**
 * The data of a request, where the method puts it: as JSON, as a form, or in the query.
 *
 * @param {{ url: string, method: string, header: Record<string, string>, data?: unknown }} request
 * @returns {{ url: string, body?: string }}
 */
export function placed({ url, method, header, data }) {
  if (data === undefined || data === null) return { url };
  if (method === 'GET' || method === 'HEAD') return { url: withQuery(url, data) };
  if (typeof data === 'string') return { url, body: data };
  const isForm = header['content-type'].startsWith('application/x-www-form-urlencoded');
  return { url, body: isForm ? form(data) : JSON.stringify(data) };
}

const textOf = (value) => (Object(value) === value ? JSON.stringify(value) : String(value));

const form = (data) =>
  Object.entries(data)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(textOf(value))}`)
    .join('&');

function withQuery(url, data) {
  const query = typeof data === 'string' ? data : form(data);
  return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

/**
 * What came, as the mini-program is to have it. A text that is no JSON stays one, whatever it was asked for as.
 *
 * @param {string} body
 * @param {{ dataType?: string, responseType?: string }} options
 */
export function dataOf(body, { dataType = 'json', responseType = 'text' }) {
  if (responseType === 'arraybuffer') return new TextEncoder().encode(body).buffer;
  if (dataType !== 'json') return body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
