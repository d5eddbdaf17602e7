// What frameworks do: each page gets more than it says, and its handlers are set on the instance.
const { greeting } = require('small-talk');
const registerPage = Page;

Page = (definition) => {
  const { handlers, onLoad = () => {}, ...others } = definition;
  registerPage({
    ...others,
    onLoad(query) {
      Object.assign(this, handlers);
      this.setData({ greeting });
      onLoad.call(this, query);
    },
  });
};
global.runtime = { version: 1 };
