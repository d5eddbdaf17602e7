Component({
  behaviors: ['wx://form-field'],
  lifetimes: {
    attached() {
      this.setData({ name: this.data.value === null ? '未填写' : '已填写' });
    },
  },
  methods: {
    fill(event) {
      const detail = { name: '填好了', page: this, event };
      detail.itself = detail;
      this.triggerEvent('filled', detail);
    },
  },
});
