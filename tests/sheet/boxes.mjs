/** Measures the sheet, or the button that stands on a page by itself, where it is in the browser. */

/**
 * What a user would stumble over, a line each.
 *
 * @param {import('../../simulator/states/phone.mjs').Phone} phone
 */
export const faultsOf = (phone) => phone.drawn.evaluate(measure);

/**
 * The same of several variations in one window, each line with the name of its variation.
 *
 * @param {import('../../simulator/states/phone.mjs').Phone} phone
 * @param {{ name: string, fontScale: number, properties: object }[]} variations
 */
export const faultsOfEach = (phone, variations) =>
  phone.drawn.evaluate(measureEach, { variations, subject: phone.subject, code: measure.toString() });

/**
 * Runs in the page. Only the sheet follows WeChat's font size; a page sets that of the button. The status line is
 * measured as it is when it has just come.
 */
async function measureEach(drawn, { variations, subject, code }) {
  const measureOne = new Function(`return ${code}`)();
  const { phone } = window;
  // As long as what is set takes to be seen; timers may stand still.
  const turn = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  const set = (properties) => {
    Object.assign(phone.properties, properties);
    phone.miniProgram.setPopupProperties();
    return turn();
  };
  const found = [];
  for (const { name, fontScale, properties } of variations) {
    if (subject === 'button') document.body.style.setProperty('--popup-font-scale', fontScale);
    phone.device = { ...phone.device, fontScale };
    delete phone.properties.status;
    await set(properties);
    const { status } = phone.state;
    await set({ status: '' });
    phone.miniProgram.resize();
    await set({ status });
    found.push(...measureOne(drawn).map((fault) => `${name}: ${fault}`));
  }
  return found;
}

/** Runs in the page. */
function measure(drawn) {
  // The smallest target that WeChat and Apple ask for, and the smallest text, in pixels.
  const TARGET = 44;
  const TEXT = 12;
  // Half a device pixel is nobody's fault.
  const SLACK = 0.5;

  const one = (name) => drawn.querySelector(`[class*="--${name}"]`);
  // After a success nothing else is seen of the sheet than the layer that says so.
  const done = one('popup-done');
  const seenPart = done ?? drawn;
  const frame = one('popup-content') ?? drawn;
  const body = one('popup-body');
  const isInBody = (element) => !done && body?.contains(element);
  const boxOf = (node) => node.getBoundingClientRect();
  const isInside = (box, outer) =>
    box.left >= outer.left - SLACK &&
    box.right <= outer.right + SLACK &&
    box.top >= outer.top - SLACK &&
    box.bottom <= outer.bottom + SLACK;
  const nameOf = (node) => node.textContent.trim() || node.getAttribute?.('aria-label') || node.className;
  const isDrawn = (node) => node.getClientRects().length > 0;

  /** What can be tapped. The circle of a checkbox is a target of its own. */
  const targets = [
    ...seenPart.querySelectorAll('wx-button, [role="checkbox"], [role="link"], [role="button"]:not(wx-button)'),
    ...seenPart.querySelectorAll('[class*="--agreement-target"]'),
  ].filter(isDrawn);

  /** Of what stands among the words, after the user has scrolled there. */
  function isHit(node) {
    const before = body?.scrollTop;
    if (isInBody(node)) node.scrollIntoView({ block: 'nearest' });
    const { left, top, right, bottom } = boxOf(node);
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (isInBody(node)) body.scrollTop = before;
    return node.contains(hit);
  }

  /** The lines of each text, with the element that it stands in. */
  const texts = [];
  for (let walker = document.createTreeWalker(seenPart, NodeFilter.SHOW_TEXT); walker.nextNode(); ) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.textContent.trim() || !isDrawn(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    texts.push({ text: node.textContent.trim(), element, lines: [...range.getClientRects()] });
  }

  /** Where a text has to be: the whole of what can be scrolled to, its button, or the component. */
  function frameOf(element) {
    const { left, right, top, bottom } = boxOf(frame);
    if (!isInBody(element)) return boxOf(element.closest('wx-button') ?? frame);
    const first = boxOf(body).top - body.scrollTop;
    return { left, right, top: Math.min(first, top), bottom: Math.max(first + body.scrollHeight, bottom) };
  }

  /** What is seen of a line. */
  function seen(line, element) {
    const view = boxOf(isInBody(element) ? body : frame);
    const [left, right] = [Math.max(line.left, view.left), Math.min(line.right, view.right)];
    const [top, bottom] = [Math.max(line.top, view.top), Math.min(line.bottom, view.bottom)];
    return { left, right, top, bottom };
  }
  const overlaps = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;

  const parts = texts.map(({ text, element, lines }) => ({ text, boxes: lines.map((line) => seen(line, element)) }));
  // Words that a user scrolls pass below the ×.
  const disc = body?.scrollTop === 0 && one('popup-close-disc');
  if (disc) parts.push({ text: '×', boxes: [boxOf(disc)] });

  const faults = [];
  const add = (what, nodes) => faults.push(...nodes.map((node) => `${what}: ${nameOf(node)}`));
  add(
    'out of reach',
    targets.filter((node) => !isHit(node)),
  );
  for (const node of targets) {
    const { width, height } = boxOf(node);
    if (Math.min(width, height) < TARGET - SLACK) faults.push(`target of ${width}×${height}: ${nameOf(node)}`);
  }
  for (const { text, element, lines } of texts) {
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    if (size < TEXT) faults.push(`text of ${size}px: ${text}`);
    if (!lines.every((line) => isInside(line, frameOf(element)))) faults.push(`cut: ${text}`);
  }
  parts.forEach((part, index) => {
    for (const other of parts.slice(index + 1))
      if (part.boxes.some((a) => other.boxes.some((b) => overlaps(a, b))))
        faults.push(`overlap: ${part.text} / ${other.text}`);
  });
  const window = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  if (!isInside(boxOf(frame), window)) faults.push('it is larger than the window');
  if (done && !isInside(boxOf(frame), boxOf(done))) faults.push('the layer does not cover the sheet');
  const status = body && texts.find(({ element }) => element === one('popup-status-text'));
  if (status && boxOf(status.element).top < boxOf(body).top - SLACK) faults.push('the status line is scrolled away');
  if (status && status.lines[0].bottom > boxOf(body).bottom + SLACK) faults.push('the status line is out of sight');
  return faults;
}
