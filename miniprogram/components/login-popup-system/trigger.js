/**
 * Sends an event of the component under its name, and where that has a capital or a hyphen once more in all lower case:
 * the one spelling that Taro binds too. uni-app's `v-model` listens to `update:` and the property's name.
 */
function trigger(component, name, detail) {
  if (name === 'close') component.triggerEvent('update:showPhonePopup', { __args__: [detail.visible] });
  component.triggerEvent(name, detail);
  const lowerCase = name.replace('-', '').toLowerCase();
  if (lowerCase !== name) component.triggerEvent(lowerCase, detail);
}

module.exports = { trigger };
