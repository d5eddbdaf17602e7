import { glassEasel } from 'glass-easel-miniprogram-adapter';

import { elementOf } from '../backend.js';

const KEYS = ['Enter', ' '];

/** The event by which an element says that a key has pressed it. */
export const KEY_PRESS = 'keyboardpress';

/**
 * Lets a keyboard and a screen reader do what a finger does.
 *
 * @param {import('glass-easel').GeneralComponent} component
 * @param {string} role
 * @param {() => boolean} enabled
 */
export function pressable(component, role, enabled) {
  const element = elementOf(component);
  element.setAttribute('role', role);
  element.setAttribute('tabindex', '0');
  element.addEventListener('keydown', (event) => {
    if (!KEYS.includes(event.key) || event.repeat || !enabled()) return;
    event.preventDefault();
    element.dispatchEvent(new Event(KEY_PRESS, { bubbles: true }));
    tap(component, event);
  });
}

/**
 * @param {import('glass-easel').Element} target
 * @param {Event} originalEvent
 */
export function tap(target, originalEvent) {
  const options = { originalEvent, bubbles: true, composed: true, capturePhase: true };
  glassEasel.triggerEvent(target, 'tap', { x: 0, y: 0 }, options);
}
