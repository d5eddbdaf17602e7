import { ComponentHost } from './component.mjs';
import { ObservedData } from './observed-data.mjs';
import { elements, isThere } from './wxml.mjs';

/** A page with the components of its WXML. */
export class PageHost {
  constructor({ definition, wxml, route, components, opened, ...engine }) {
    this.guard = engine.guard;
    /** Everything the page set by itself. */
    this.setDataCalls = [];
    this.observed = new ObservedData(structuredClone(definition.data ?? {}));
    this.instance = Object.assign(this.createInstance(definition), { route, is: route });
    opened(this);
    this.components = [];
    /** Every component that was there at some time, the newest last. */
    this.created = [];
    this.create = (element) => new ComponentHost({ ...components[element.tag], element, page: this, ...engine });
    this.places = elements(wxml).filter(({ tag }) => tag in components);
    this.populate();
    this.handle('onLoad', {});
  }

  get data() {
    return this.observed.data;
  }

  createInstance({ data, ...methods }) {
    return Object.assign(Object.create(null), methods, {
      data: this.observed.data,
      setData: (patch) => {
        this.setDataCalls.push(structuredClone(patch));
        this.apply(structuredClone(patch));
      },
      selectComponent: (selector) => this.select(selector)?.instance ?? null,
    });
  }

  /** Sets fields of the page and of the components that they are bound to. */
  apply(patch) {
    this.observed.set(patch);
    this.populate();
    for (const component of this.components) component.take(Object.keys(patch));
  }

  /** As in glass-easel, a component that its `wx:if` no longer wants leaves before `setData` returns. */
  populate() {
    for (const element of this.places) {
      const there = this.components.find((component) => component.element === element);
      const isWanted = isThere(element, this.data);
      if (there && !isWanted) there.detach();
      if (isWanted && !there) this.create(element);
    }
  }

  /** The component with an id. */
  select(selector) {
    return this.components.find(({ element }) => `#${element.attributes.id}` === selector);
  }

  /** Calls a handler of the page, if it has it; WeChat writes what it throws to the console. */
  handle(name, event) {
    const { instance } = this;
    if (instance[name]) this.guard(() => instance[name](event));
  }
}
