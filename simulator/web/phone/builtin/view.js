import { followHover } from './hover.js';

/** `<view>` */
export const view = () => ({
  properties: {
    hoverClass: { type: String, value: 'none' },
    hoverStartTime: { type: Number, value: 50 },
    hoverStayTime: { type: Number, value: 400 },
    hoverStopPropagation: Boolean,
  },
  lifetimes: {
    /** @this {import('glass-easel').GeneralComponent} */
    created() {
      followHover(this, () => this.data.hoverClass !== 'none');
    },
  },
});
