import { ObservedData } from './observed-data.mjs';
import { bindings, elements, handlers } from './wxml.mjs';

const EMPTY = new Map([[Boolean.name, false], [String.name, ''], [Object.name, null]]);

/** A component on a page: its properties, its events and its end. */
export class ComponentHost {
  constructor({ definition, element, wxml, page, guard, passesOnTheSame }) {
    this.definition = definition;
    this.element = element;
    this.page = page;
    this.guard = guard;
    this.passesOnTheSame = passesOnTheSame;
    this.given = new Map();
    this.buttons = elements(wxml).filter(({ tag }) => tag === 'button');
    /** Every `setData` of the component: what it set, what was like that already, whether it was still on a page. */
    this.setDataCalls = [];
    /** Every event it triggered. */
    this.triggered = [];
    this.isAttached = true;
    this.observed = new ObservedData(this.initialData(), {
      observers: definition.observers,
      call: (observer, values) => guard(() => observer.apply(this.instance, values)),
      changed: (fields, origin) => origin === 'page' || this.tellPage(fields),
    });
    this.instance = this.createInstance();
    this.take(Object.keys(page.data), true);
    this.lifetime('attached');
  }

  initialData() {
    const properties = Object.entries(this.definition.properties ?? {});
    const values = properties.map(([name, type]) => [name, type.value ?? EMPTY.get((type.type ?? type).name)]);
    return { ...this.definition.data, ...Object.fromEntries(values) };
  }

  createInstance() {
    return Object.assign(Object.create(null), this.definition.methods, {
      id: this.element.attributes.id,
      data: this.observed.data,
      properties: this.observed.data,
      setData: (patch) => this.setData(structuredClone(patch)),
      triggerEvent: (name, detail) => this.trigger(name, detail),
    });
  }

  setData(patch) {
    const unchanged = Object.keys(patch).filter((name) => this.observed.data[name] === patch[name]);
    this.setDataCalls.push({ patch, unchanged, isAttached: this.isAttached });
    this.observed.set(patch, 'component');
  }

  /**
   * Takes the values that the page binds to those of its fields, and at first the texts of the WXML too. The older
   * engine, exparser, does not pass on a value that it passed on last; glass-easel does.
   */
  take(fields, isFirst = false) {
    const taken = bindings(this.element)
      .filter(({ property, field }) => property in this.observed.data && (field ? fields.includes(field) : isFirst))
      .map(({ property, field, text }) => [property, field ? this.page.data[field] : text])
      .filter(([property, value]) => isFirst || this.passesOnTheSame || this.given.get(property) !== value);
    for (const [property, value] of taken) this.given.set(property, value);
    if (taken.length) this.observed.set(structuredClone(Object.fromEntries(taken)), 'page');
  }

  /** What the component sets of a two-way property, the page has too. */
  tellPage(changed) {
    const told = bindings(this.element).filter(({ isTwoWay, property }) => isTwoWay && property in changed);
    if (told.length) this.page.apply(Object.fromEntries(told.map(({ field, property }) => [field, changed[property]])));
  }

  trigger(name, detail = {}) {
    this.triggered.push({ name, detail: structuredClone(detail) });
    this.page.handle(handlers(this.element)[name], { type: name, detail });
  }

  /** What the user, or WeChat, does to a button of the component: `allow` or `reject`, by its `data-action`. */
  act(action, type, detail = {}) {
    const button = this.buttons.find(({ attributes }) => attributes['data-action'] === action);
    this.instance[handlers(button)[type]]({ type, detail });
  }

  lifetime(name) {
    this.guard(() => this.definition.lifetimes?.[name]?.call(this.instance));
  }

  detach() {
    this.isAttached = false;
    this.lifetime('detached');
  }
}
