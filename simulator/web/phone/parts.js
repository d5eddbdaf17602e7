/** What a user can tap on the pages, by the name that a course has for it. The names of the popup are those of its classes. */
const PARTS = {
  login: '.login',
  logout: '.logout',
  allow: '[class*="--btn-primary"]',
  again: '[class*="--again-button"]',
  contact: '[class*="--contact-button"]',
  other: '[class*="--popup-other-button"]',
  decline: '[class*="--btn-secondary"][class*="--phone-btn"]',
  agree: '[class*="--agreement-toggle"]',
  agreement: '[class*="--agreement-link"]',
  close: '[class*="--popup-close"]',
  mask: '[class*="--popup-mask"]',
};

const LEAVING = '[class*="--popup-leave"]';

/** All elements of a part on the page that is seen, but those of a sheet that is on its way out. */
const elementsOf = (part) =>
  [...document.querySelectorAll(PARTS[part])].filter((node) => node.checkVisibility() && !node.closest(LEAVING));

/**
 * @param {Element} element  that was tapped
 * @returns {string | undefined} the part; with its number where there are several
 */
export function partOf(element) {
  for (const [part, selector] of Object.entries(PARTS)) {
    const found = element.closest(selector);
    if (!found) continue;
    const number = elementsOf(part).indexOf(found);
    return number > 0 ? `${part}-${number + 1}` : part;
  }
  return undefined;
}

/**
 * @param {string} name  as `partOf` gives it
 * @returns {Element | undefined} nothing where it is not there
 */
export function elementOfPart(name) {
  const [part, number = '1'] = name.split('-');
  return Object.hasOwn(PARTS, part) ? elementsOf(part)[Number(number) - 1] : undefined;
}
