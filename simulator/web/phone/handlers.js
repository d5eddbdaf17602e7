import { glassEasel } from 'glass-easel-miniprogram-adapter';

/**
 * Has events call their handlers as WeChat does: functions that a framework has set on a component or page itself too,
 * besides the methods of its definition, and with a plain object.
 */
export function handleEventsAsWechat() {
  const { Component } = glassEasel;
  const { getMethod } = Component;
  Component.getMethod = (component, name) => {
    const instance = component.getMethodCaller();
    const own = Object.hasOwn(instance, name) && instance[name];
    const method = typeof own === 'function' ? own : getMethod.call(Component, component, name);
    return method && withPlainEvent(method);
  };
}

function withPlainEvent(method) {
  /** @this {object} */
  return function handle(event, ...others) {
    return method.call(this, event instanceof glassEasel.Event ? plainEvent(event) : event, ...others);
  };
}

function plainEvent(event) {
  const end = (target) => target && { id: target.id, dataset: target.dataset, offsetLeft: 0, offsetTop: 0 };
  const { type, timeStamp, detail, mark = {}, target, currentTarget, extraFields } = event;
  return { ...extraFields, type, timeStamp, detail, mark, target: end(target), currentTarget: end(currentTarget) };
}
