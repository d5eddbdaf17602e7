const { Driver } = require('./driver');

/** The driver of a component; observers can run before `created`. */
const driverOf = (component) => component.driver || (component.driver = new Driver(component));

Component({
  properties: {
    showPhonePopup: Boolean,
    popupContent: Object,
    mode: { type: String, value: 'quick' },
    locale: { type: String, value: 'zh_CN' },
    cloudFunction: String,
  },

  observers: {
    showPhonePopup(shown) {
      driverOf(this).enqueue({ type: shown ? 'show' : 'hide' });
    },
    'mode, locale, cloudFunction'(mode, locale, cloudFunction) {
      driverOf(this).enqueue({ type: 'configure', options: { mode, locale, cloudFunction } });
    },
  },

  lifetimes: {
    attached() {
      driverOf(this).start();
    },
    detached() {
      driverOf(this).stop();
    },
  },

  methods: {
    onAllowTap() {
      driverOf(this).enqueue({ type: 'tap' });
    },
    onPhoneNumberGet(event) {
      driverOf(this).enqueue({ type: 'authorized', event });
    },
    onPhoneReject() {
      driverOf(this).enqueue({ type: 'decline' });
    },
    /** For a page that verifies by itself: how the verification of `code` ended. */
    endVerification(code, reply) {
      driverOf(this).enqueue({ type: 'pageVerified', code, reply });
    },
    /** Keeps a touch from scrolling the page behind the popup. */
    onTouchMove() {},
  },
});
