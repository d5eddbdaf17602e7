/** Measures the sheet where it stands in the browser. */

/**
 * What a user would stumble over, a line each.
 *
 * @param {import('../../simulator/states/phone.mjs').Phone} phone
 */
export const faultsOf = (phone) => phone.sheet.evaluate(measure);

/** Runs in the page. */
function measure(sheet) {
  // The smallest target that WeChat and Apple ask for, and the smallest text, in pixels.
  const TARGET = 44;
  const TEXT = 12;
  // Half a device pixel is nobody's fault.
  const SLACK = 0.5;

  const one = (name) => sheet.querySelector(`[class*="--${name}"]`);
  const [content, body] = [one('popup-content'), one('popup-body')];
  const boxOf = (node) => node.getBoundingClientRect();
  const isInside = (box, frame) =>
    box.left >= frame.left - SLACK &&
    box.right <= frame.right + SLACK &&
    box.top >= frame.top - SLACK &&
    box.bottom <= frame.bottom + SLACK;
  const nameOf = (node) => node.textContent.trim() || node.getAttribute?.('aria-label') || node.className;
  const isDrawn = (node) => node.getClientRects().length > 0;

  /** What can be tapped. The circle of a checkbox is a target of its own. */
  const targets = [
    ...sheet.querySelectorAll('wx-button, [role="checkbox"], [role="link"], [role="button"]:not(wx-button)'),
    ...sheet.querySelectorAll('[class*="--agreement-target"]'),
  ].filter(isDrawn);

  function isHit(node) {
    const { left, top, right, bottom } = boxOf(node);
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return node.contains(hit);
  }

  /** The lines of each text, with the element that it stands in. */
  const texts = [];
  for (let walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT); walker.nextNode(); ) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.textContent.trim() || !isDrawn(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    texts.push({ text: node.textContent.trim(), element, lines: [...range.getClientRects()] });
  }

  /** Where a text has to be: the whole of what can be scrolled to, its button, or the sheet. */
  function frameOf(element) {
    const { left, right, top, bottom } = boxOf(content);
    if (!body.contains(element)) return boxOf(element.closest('wx-button') ?? content);
    const first = boxOf(body).top - body.scrollTop;
    return { left, right, top: Math.min(first, top), bottom: Math.max(first + body.scrollHeight, bottom) };
  }

  /** What is seen of a line. */
  function seen(line, element) {
    const frame = boxOf(body.contains(element) ? body : content);
    const [left, right] = [Math.max(line.left, frame.left), Math.min(line.right, frame.right)];
    const [top, bottom] = [Math.max(line.top, frame.top), Math.min(line.bottom, frame.bottom)];
    return { left, right, top, bottom };
  }
  const overlaps = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;

  const parts = texts.map(({ text, element, lines }) => ({ text, boxes: lines.map((line) => seen(line, element)) }));
  // Words that a user scrolls pass below the ×.
  const disc = body.scrollTop === 0 && one('popup-close-disc');
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
  if (!isInside(boxOf(content), window)) faults.push('the sheet is larger than the window');
  const status = texts.find(({ element }) => element === one('popup-status-text'));
  if (status && boxOf(status.element).top < boxOf(body).top - SLACK) faults.push('the status line is scrolled away');
  if (status && status.lines[0].bottom > boxOf(body).bottom + SLACK) faults.push('the status line is out of sight');
  return faults;
}
