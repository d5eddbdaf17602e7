/** `<scroll-view>` */
export const scrollView = () => ({
  properties: {
    scrollX: Boolean,
    scrollY: Boolean,
    scrollTop: {
      type: Number,
      observer(top) {
        this.getBackendElement().scrollTop = top;
      },
    },
    scrollLeft: {
      type: Number,
      observer(left) {
        this.getBackendElement().scrollLeft = left;
      },
    },
    enableFlex: Boolean,
    enhanced: Boolean,
    showScrollbar: { type: Boolean, value: true },
    scrollWithAnimation: Boolean,
    type: String,
  },
  lifetimes: {
    created() {
      const element = this.getBackendElement();
      element.addEventListener('scroll', () => {
        const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = element;
        this.triggerEvent('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth });
      });
    },
  },
});
