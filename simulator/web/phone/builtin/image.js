const SIZES = {
  scaleToFill: '100% 100%',
  aspectFit: 'contain',
  aspectFill: 'cover',
  widthFix: '100% 100%',
  heightFix: '100% 100%',
  center: 'auto',
};

/** `<image>`: drawn as a background, as WeChat does. */
export const image = () => ({
  properties: {
    src: { type: String, observer: 'show' },
    mode: { type: String, value: 'scaleToFill', observer: 'show' },
    lazyLoad: Boolean,
    showMenuByLongpress: Boolean,
    webp: Boolean,
  },
  methods: {
    show() {
      const { src, mode } = this.data;
      if (!src) return;
      const url = /^(?:data:|https?:)/.test(src) ? src : `/package/${src.replace(/^\//, '')}`;
      const picture = new Image();
      picture.onload = () => {
        // The element may have been taken off the page meanwhile.
        if (!this.getBackendElement()) return;
        const { naturalWidth: width, naturalHeight: height } = picture;
        this.draw(url, mode, width / height);
        this.triggerEvent('load', { width, height });
      };
      picture.onerror = () => this.triggerEvent('error', { errMsg: `GET ${src} 失败` });
      picture.src = url;
    },
    draw(url, mode, ratio) {
      const { style } = this.getBackendElement();
      style.backgroundImage = `url("${url}")`;
      style.backgroundSize = SIZES[mode] ?? 'auto';
      if (mode === 'widthFix') Object.assign(style, { height: 'auto', aspectRatio: ratio });
      if (mode === 'heightFix') Object.assign(style, { width: 'auto', aspectRatio: ratio });
    },
  },
});
