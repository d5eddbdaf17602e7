const { onlyOnce } = require('./only-once');
const { shared } = require('./shared');

/** Registers what exchanges codes for a popup whose property `exchange` has this name. Again, it affects the next call. */
function registerExchange(name, exchange) {
  if (typeof name !== 'string' || name === '' || typeof exchange !== 'function') {
    throw new Error('wx-phone-login: registerExchange(name, exchange) takes a name and a function');
  }
  shared().exchanges.set(name, exchange);
}

/** Has a code exchanged. `answer` gets the first that comes of it, and this never throws. */
function exchangeBy(name, data, answer) {
  const first = onlyOnce(answer);
  const exchange = shared().exchanges.get(name);
  if (!exchange) {
    first({ errMsg: `exchange:fail "${name}" is not registered` });
    return;
  }
  try {
    const promise = exchange(data, first);
    // A promise of nothing: the exchange answers by its second argument.
    if (promise && promise.then) promise.then((reply) => reply === undefined || first(reply), first);
  } catch (error) {
    if (!first(error)) console.error(error);
  }
}

/** Whether an exchange says of itself that a second send of a code does no harm. */
const declaresIdempotent = (name) => Boolean(Object(shared().exchanges.get(name)).idempotent);

/** An exchange by a server of one's own. */
function httpExchange(options) {
  const { url } = options;
  return exchangeOver(options, (request) => wx.request(Object.assign(request, { url })));
}

/** An exchange by a service of WeChat's cloud hosting. */
function containerExchange(options) {
  const { path, service, env } = options;
  return exchangeOver(options, (request) => {
    const header = Object.assign({ 'X-WX-SERVICE': service }, request.header);
    wx.cloud.callContainer(Object.assign(request, { path, header }, env && { config: { env } }));
  });
}

function exchangeOver({ method = 'POST', header, data, timeout, succeeded = says, idempotent }, send) {
  const exchange = (sent, answer) => {
    const success = (response) => answer(judged(response, succeeded));
    const request = { method, header, data: Object.assign({}, data, sent), success, fail: answer };
    send(timeout ? Object.assign(request, { timeout }) : request);
  };
  exchange.idempotent = idempotent;
  return exchange;
}

/** Whether a server says that it went well, as most servers do. */
const says = (body) => body.success === true || ((body.code === 0 || body.code === 200) && 'data' in body);

/** What a server replied, with its word for success where it has another one than the popup. */
function judged({ statusCode, data }, succeeded) {
  const reply = { statusCode, data };
  if (statusCode >= 400 || Object(data) !== data) return reply;
  const success = succeeded(data);
  return success || succeeded !== says ? Object.assign(reply, { success: Boolean(success) }) : reply;
}

module.exports = { containerExchange, declaresIdempotent, exchangeBy, httpExchange, registerExchange };
