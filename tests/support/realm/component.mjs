import { ObservedData } from './observed-data.mjs';
import { bindings, elements, handlers } from './wxml.mjs';

const EMPTY = new Map([
  [Boolean.name, false],
  [String.name, ''],
  [Object.name, null],
]);

/** A component on a page: its properties, its events and its end. */
export class ComponentHost {
  constructor({ definition, element, wxml, is, page, guard, now, passesOnTheSame }) {
    this.definition = definition;
    this.element = element;
    this.is = is;
    this.page = page;
    this.guard = guard;
    this.now = now;
    this.passesOnTheSame = passesOnTheSame;
    this.given = new Map();
    this.elements = elements(wxml);
    /** Every `setData`: what it set, what was like that already, whether the component was on a page, and when. */
    this.setDataCalls = [];
    /** Every event it triggered. */
    this.triggered = [];
    this.isAttached = true;
    this.observed = new ObservedData(this.initialData(), {
      observers: definition.observers,
      call: (observer, values) => guard(() => observer.apply(this.instance, values)),
      settled: (setBy) => this.tellPage(setBy('component')),
    });
    this.instance = this.createInstance();
    page.components.push(this);
    page.created.push(this);
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
      is: this.is,
      data: this.observed.data,
      properties: this.observed.data,
      setData: (patch) => this.setData(structuredClone(patch)),
      triggerEvent: (name, detail) => this.trigger(name, detail),
    });
  }

  setData(patch) {
    const unchanged = Object.keys(patch).filter((name) => this.observed.data[name] === patch[name]);
    this.setDataCalls.push({ patch, unchanged, isAttached: this.isAttached, at: this.now() });
    this.observed.set(patch, 'component');
  }

  /**
   * Takes the values that the page binds to those of its fields, and at first what stands in the WXML too. The older
   * engine, exparser, does not pass on a value that it passed on last; glass-easel does.
   */
  take(fields, isFirst = false) {
    const taken = bindings(this.element)
      .filter(({ property, field }) => property in this.observed.data && (field ? fields.includes(field) : isFirst))
      .map(({ property, field, value }) => [property, field ? this.page.data[field] : value])
      .filter(([property, value]) => isFirst || this.passesOnTheSame || this.given.get(property) !== value);
    for (const [property, value] of taken) this.given.set(property, value);
    if (taken.length) this.observed.set(structuredClone(Object.fromEntries(taken)), 'page');
  }

  /** What the component sets of a two-way property, the page has too. */
  tellPage(properties) {
    const { data } = this.observed;
    const told = bindings(this.element)
      .filter(({ isTwoWay, property }) => isTwoWay && properties.includes(property))
      .filter(({ field, property }) => this.page.data[field] !== data[property]);
    if (told.length) this.page.apply(Object.fromEntries(told.map(({ field, property }) => [field, data[property]])));
  }

  trigger(name, detail = {}) {
    this.triggered.push({ name, detail: structuredClone(detail) });
    this.page.handle(handlers(this.element)[name], { type: name, detail });
  }

  /** What the user, or WeChat, does to a button of the component: `allow` or `reject`, by its `data-action`. */
  act(action, type, detail = {}) {
    this.handle(({ attributes }) => attributes['data-action'] === action, { type, detail });
  }

  /** The user taps an element, by its class. */
  touch(className, dataset = {}) {
    const isTouched = ({ attributes }) => attributes.class === className;
    this.handle(isTouched, { type: 'tap', detail: {}, currentTarget: { dataset } });
  }

  handle(isMeant, event) {
    const bound = handlers(this.elements.find(isMeant));
    this.guard(() => this.instance[bound[event.type]](event));
  }

  /** The page is covered, `hide`, or seen again, `show`. */
  pageLifetime(name) {
    this.guard(() => this.definition.pageLifetimes?.[name]?.call(this.instance));
  }

  lifetime(name) {
    this.guard(() => this.definition.lifetimes?.[name]?.call(this.instance));
  }

  detach() {
    this.isAttached = false;
    this.page.components = this.page.components.filter((component) => component !== this);
    this.lifetime('detached');
  }
}
