const POPUP = /(?:^|\/)login-popup-system$/;

/**
 * A behavior that every component of the mini-program gets: it reports events, shows the popup's state to the
 * simulator, and completes the one lifetime that glass-easel leaves to its host.
 *
 * @param {import('glass-easel').ComponentSpace} space
 * @param {import('./bridge.js').Bridge} bridge
 * @returns {import('glass-easel').GeneralBehavior}
 */
export function observeComponents(space, bridge) {
  return space.defineBehavior({
    is: 'simulator/observed',
    lifetimes: {
      created() {
        reportEvents(this, bridge);
      },
      attached() {
        reportPopup(this, bridge);
        queueMicrotask(() => this._$.triggerLifetime('ready', []));
      },
      detached() {
        if (POPUP.test(this.is)) bridge.popupChanged(null);
      },
    },
    observers: {
      '**'() {
        reportPopup(this, bridge);
      },
    },
  });
}

function reportEvents(component, bridge) {
  const trigger = component.triggerEvent;
  component.triggerEvent = (name, detail, options) => {
    bridge.log('event', name, detail);
    return trigger.call(component, name, detail, options);
  };
}

function reportPopup({ is, data }, bridge) {
  if (!POPUP.test(is)) return;
  const { state, openType, visible } = data;
  bridge.popupChanged({ state, openType, visible });
}
