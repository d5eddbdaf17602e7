const { fontScale } = require('../../phone-login/client');

/** A window that is not higher has no room for one thing below the other, in pixels. */
const LOW = 480;

/** How far the sheet follows WeChat's font size, and in a low window. */
const LARGEST_SCALE = 1.4;
const LARGEST_SCALE_IN_LOW = 1.2;

/** How long the sheet is seen leaving, in milliseconds: as long as its animation in the style sheet, after a success too. */
const LEAVING = 200;
const LEAVING_AFTER_SUCCESS = 900;

/** What is left of the page above the highest sheet, in pixels: below WeChat's navigation bar, and below its capsule. */
const BELOW_BAR = 16;
const BELOW_CAPSULE = 4;

/** What the client says by a function of `wx`; nothing where that is missing or throws. */
function told(name) {
  try {
    return (wx[name] && wx[name]()) || {};
  } catch (error) {
    console.error(error);
    return {};
  }
}

function windowInfo() {
  const info = told('getWindowInfo');
  return info.windowWidth ? info : told('getSystemInfoSync');
}

/** How large the texts are in a window. */
const scaleIn = ({ windowHeight }) => fontScale(windowHeight > LOW ? LARGEST_SCALE : LARGEST_SCALE_IN_LOW);

/** The class of the sheet in a window. A phone held upright needs none, unless large texts make it a low window. */
function layoutIn({ windowWidth, windowHeight }, scale) {
  if (windowHeight <= LOW && windowWidth >= 560) return 'popup-landscape';
  if (windowHeight > LOW && windowWidth >= 600) return 'popup-card';
  return windowHeight > LOW * scale ? '' : 'popup-short';
}

/** The room above the sheet. A page that begins at the upper edge of the screen has the capsule on it. */
function insetTop({ screenTop }) {
  if (screenTop > 0) return BELOW_BAR;
  const { bottom } = told('getMenuButtonBoundingClientRect');
  return bottom > 0 ? bottom + BELOW_CAPSULE : undefined;
}

/** The variables of the sheet in a window. */
function styleIn(info, scale) {
  const inset = insetTop(info);
  return `--wechat-font-scale:${scale};${inset ? `--inset-top:${inset}px;` : ''}`;
}

/** Fits the sheet to the window. A client that tells nothing of its window has the layout without classes. */
function fit(component) {
  const info = windowInfo();
  if (!info.windowWidth) return;
  const scale = scaleIn(info);
  component.setData({ layout: layoutIn(info, scale), layoutStyle: styleIn(info, scale) });
}

/** Fits the sheet again, where the window has another size. */
function refit(component) {
  if (component.isSheetShown) fit(component);
}

/** Lets the sheet be seen leaving. One that was never fitted goes at once. */
function leave(component) {
  if (!component.data.layoutStyle) return;
  component.setData({ leaving: true });
  const duration = component.data.state === 'verified' ? LEAVING_AFTER_SUCCESS : LEAVING;
  component.leavingTimer = setTimeout(() => endLeaving(component), duration);
}

function endLeaving(component) {
  clearTimeout(component.leavingTimer);
  if (component.data.leaving) component.setData({ leaving: false });
}

/** Is told whenever what shows the sheet has been set: fits it when it comes, and lets it be seen when it goes. */
function follow(component) {
  const isShown = Boolean(component.data.showPhonePopup);
  if (isShown === Boolean(component.isSheetShown)) return;
  component.isSheetShown = isShown;
  endLeaving(component);
  if (isShown) fit(component);
  else leave(component);
}

module.exports = { follow, refit };
