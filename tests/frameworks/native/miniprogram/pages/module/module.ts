import { ready } from 'wx-phone-login';

Page({
  data: { backend: '' },
  onLoad() {
    ready().then(({ backend }) => this.setData({ backend }));
  },
});
