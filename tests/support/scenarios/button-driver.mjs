import assert from 'node:assert/strict';

import { settled } from '../realm/phone.mjs';
import { ComponentDriver } from './component-driver.mjs';
import { renderedButton, renderedOnButton } from './rendered.mjs';

/** Drives the button that stands on a page by itself. */
export class ButtonDriver extends ComponentDriver {
  static of(subject) {
    return async (options) => {
      const driver = new ButtonDriver(subject, { agreed: false, ...options });
      await settled();
      // That it is shown is the beginning here, and no step.
      driver.recorder.take();
      driver.others.length = 0;
      return driver;
    };
  }

  /** What is on the page is always shown; that is the page's own business. */
  get view() {
    const { popup } = this;
    if (!popup) return null;
    const { agreed, disabled } = popup.data.fieldNames;
    const { data } = popup;
    const showPhonePopup = !['hidden', 'verified'].includes(data.state);
    return { ...super.view, showPhonePopup, agreed: data[agreed], disabled: data[disabled] };
  }

  assertRendered(view) {
    assert.deepEqual(renderedOnButton(this.popup), renderedButton(view));
  }

  /** The page's own box is ticked, or cleared. */
  agree() {
    this.set({ agreed: !this.view.agreed });
  }
}
