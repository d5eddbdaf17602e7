import { ComponentHost } from './component.mjs';
import { ObservedData } from './observed-data.mjs';
import { elements } from './wxml.mjs';

/** A page with the components of its WXML. */
export class PageHost {
  constructor({ definition, wxml, components, ...engine }) {
    this.guard = engine.guard;
    /** Everything the page set by itself. */
    this.setDataCalls = [];
    this.observed = new ObservedData(structuredClone(definition.data ?? {}));
    this.instance = this.createInstance(definition);
    this.components = elements(wxml)
      .filter(({ tag }) => tag in components)
      .map((element) => new ComponentHost({ ...components[element.tag], element, page: this, ...engine }));
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
    for (const component of this.components) if (component.isAttached) component.take(Object.keys(patch));
  }

  /** The component with an id. */
  select(selector) {
    return this.components.find(({ element, isAttached }) => isAttached && `#${element.attributes.id}` === selector);
  }

  /** Calls a handler of the page, if it has it; WeChat writes what it throws to the console. */
  handle(name, event) {
    const { instance } = this;
    if (instance[name]) this.guard(() => instance[name](event));
  }
}
