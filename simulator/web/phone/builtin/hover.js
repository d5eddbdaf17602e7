import { elementOf } from '../backend.js';

const DEFAULT_CLASS = 'button-hover';
// glass-easel keeps classes in segments; the last one is for passing ones.
const PASSING_SEGMENT = 3;

/**
 * Shows an element's `hover-class` while a finger is on it. `none` means none.
 *
 * @param {import('glass-easel').GeneralComponent} component  has `hoverClass`, `hoverStartTime` and `hoverStayTime`
 * @param {() => boolean} enabled
 */
export function followHover(component, enabled) {
  const element = elementOf(component);
  let timer;
  const later = (on, delay) => {
    clearTimeout(timer);
    timer = setTimeout(() => toggle(component, element, on), delay);
  };
  element.addEventListener('pointerdown', () => enabled() && later(true, component.data.hoverStartTime));
  for (const type of ['pointerup', 'pointercancel', 'pointerleave']) {
    element.addEventListener(type, () => later(false, component.data.hoverStayTime));
  }
}

/** WeChat's own hover class is global; one that the author names belongs to the style scope of their component. */
function toggle(component, element, on) {
  const { hoverClass } = component.data;
  // The finger may be lifted after the element was taken off the page.
  if (hoverClass === 'none' || !component.getBackendElement()) return;
  if (hoverClass === DEFAULT_CLASS) element.classList.toggle(DEFAULT_CLASS, on);
  else component.toggleNodeClass(hoverClass, on, PASSING_SEGMENT);
}
