const HTML = { 'content-type': 'text/html' };

/**
 * A page of nginx's kind, which stands where a reply of JSON was expected.
 *
 * @param {number} statusCode
 * @param {string} phrase
 */
export function page(statusCode, phrase) {
  const title = `${statusCode} ${phrase}`;
  const body = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`;
  return { statusCode, header: HTML, body };
}
