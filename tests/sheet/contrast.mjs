/** Contrast as WCAG 2 defines it, of the colours that the browser has computed. */

/**
 * Every text that is seen with its contrast, and every sign whose colour says something.
 *
 * @param {import('../../simulator/states/phone.mjs').Phone} phone
 * @returns {Promise<{ text: string, color: string, ground: string, ratio: number, least: number }[]>}
 */
export const contrastsOf = (phone) => phone.drawn.evaluate(measure);

/** Runs in the page. */
function measure(drawn) {
  // After a success nothing else is seen of the sheet than the layer that says so.
  const seenPart = drawn.querySelector('[class*="--popup-done"]') ?? drawn;
  // Of text, and of what is no text but has to be seen.
  const TEXT = 4.5;
  const SIGN = 3;

  const numbers = (color) => color.match(/[\d.]+/g).map(Number);
  const isOpaque = (color) => (numbers(color)[3] ?? 1) === 1;

  function groundOf(element) {
    for (let node = element; node; node = node.parentElement) {
      const { backgroundColor } = getComputedStyle(node);
      if (isOpaque(backgroundColor)) return backgroundColor;
    }
    throw new Error('no ground');
  }

  function luminance(color) {
    const [red, green, blue] = numbers(color).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrast(a, b) {
    const [dark, light] = [luminance(a), luminance(b)].sort((one, other) => one - other);
    return (light + 0.05) / (dark + 0.05);
  }

  const isDrawn = (node) => node.getClientRects().length > 0;
  const line = (text, color, ground, least) => ({ text, color, ground, ratio: contrast(color, ground), least });

  const found = [];
  for (let walker = document.createTreeWalker(seenPart, NodeFilter.SHOW_TEXT); walker.nextNode(); ) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent.trim();
    if (text && isDrawn(element)) found.push(line(text, getComputedStyle(element).color, groundOf(element), TEXT));
  }
  const sign = (name, pick) => {
    const node = seenPart.querySelector(`[class*="--${name}"]`);
    if (node && isDrawn(node)) found.push(line(name, pick(getComputedStyle(node)), groundOf(node.parentElement), SIGN));
  };
  const border = ({ borderTopColor }) => borderTopColor;
  const background = ({ backgroundColor }) => backgroundColor;
  for (const tone of ['info', 'wait', 'warn', 'error', 'done']) sign(`status-${tone}`, background);
  sign('status-busy', border);
  const box = seenPart.querySelector('[class*="--agreement-box"]');
  const ticked = seenPart.querySelector('[class*="--agreement-box-on"]');
  // The check mark says it, on whatever ground.
  if (ticked) found.push(line('✓', getComputedStyle(ticked, '::after').borderRightColor, groundOf(ticked), SIGN));
  else if (box) sign('agreement-box', border);
  sign('btn-spinner', border);
  const cross = seenPart.querySelector('[class*="--popup-close-disc"]');
  const success = seenPart.querySelector('[class*="--popup-done-disc"]');
  if (success) found.push(line('✓', getComputedStyle(success, '::after').borderRightColor, groundOf(success), SIGN));
  sign('btn-check', ({ borderRightColor }) => borderRightColor);
  if (cross) found.push(line('×', getComputedStyle(cross, '::before').backgroundColor, groundOf(cross), SIGN));
  return found;
}
