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
    scrollIntoView: {
      type: String,
      observer(id) {
        // The element may be set and shown by the same update.
        queueMicrotask(() => this.scrollTo(id));
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
  methods: {
    scrollTo(id) {
      const element = this.getBackendElement();
      const target = id && this.ownerShadowRoot.querySelector(`#${id}`)?.getBackendElement();
      if (element && target)
        element.scrollTop += target.getBoundingClientRect().top - element.getBoundingClientRect().top;
    },
  },
});
