/** The parts of which a component has those of its behaviors as well; its own comes last. */
const TOGETHER = ['lifetimes', 'pageLifetimes'];

/** A component's definition with what its behaviors give it, as WeChat puts them together. */
export function withBehaviors({ behaviors = [], ...own }) {
  const parts = [...behaviors.map(withBehaviors), { ...own, observers: Object.entries(own.observers ?? {}) }];
  const merged = (name) => Object.assign({}, ...parts.map((part) => part[name]));
  const together = TOGETHER.map((name) => [name, calledTogether(parts.map((part) => part[name] ?? {}))]);
  return {
    ...own,
    properties: merged('properties'),
    data: merged('data'),
    methods: merged('methods'),
    observers: parts.flatMap(({ observers }) => observers),
    ...Object.fromEntries(together),
  };
}

/** By name, a function that calls every one of that name. */
function calledTogether(parts) {
  const names = new Set(parts.flatMap((part) => Object.keys(part)));
  const calling = (name) =>
    function call(...args) {
      for (const part of parts) part[name]?.apply(this, args);
    };
  return Object.fromEntries([...names].map((name) => [name, calling(name)]));
}
