/**
 * `<root-portal>`: what is in it stands above the page. The browser's top layer does that without moving the element,
 * so that it still inherits from where it stands, which on a phone it does not.
 */
export const rootPortal = () => ({
  properties: { enable: { type: Boolean, value: true } },
  lifetimes: {
    attached() {
      if (!this.data.enable) return;
      const element = this.getBackendElement();
      element.popover = 'manual';
      element.showPopover();
    },
  },
});
