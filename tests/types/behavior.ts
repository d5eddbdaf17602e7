/** A component of one's own that has the behavior, and everything in it that comes from the behavior. */

import type { Mode, State } from 'wx-phone-login';
import * as phoneLogin from 'wx-phone-login';

Component({
  behaviors: [phoneLogin.behavior],
  properties: { brand: String },
  data: { taps: 0 },
  observers: {
    state(state: State) {
      console.log(state);
    },
  },
  methods: {
    onOwnTap(event: WechatMiniprogram.TouchEvent) {
      const mode: Mode = this.data.mode;
      const label: string = this.data.buttonText ?? this.data.allowButton ?? this.data.brand;
      this.setData({ taps: this.data.taps + 1 });
      console.log(mode, label, this.data.agreements.length, event.type);
      this.onAllowTap();
    },
    onMisuse() {
      // @ts-expect-error: it may not be there before the core is loaded.
      this.data.countdown.toFixed();
      // @ts-expect-error: no such field.
      console.log(this.data.phoneNumber);
      // @ts-expect-error: no such handler.
      this.onPhoneNumberVerified();
    },
  },
});
