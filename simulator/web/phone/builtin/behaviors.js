/** What a component of a form has in WeChat. Nothing here reads a form's values. */
const FIELD = { properties: { name: String, value: null } };

/** By `component-export` a component says what `selectComponent` gives, which glass-easel does without it. */
const BEHAVIORS = { 'wx://form-field': FIELD };

/**
 * The definition of a component or behavior with WeChat's own behaviors, which it names, in place of their names.
 *
 * @param {any} definition
 * @param {(definition: object) => object} Behavior  makes one
 */
export function withBuiltInBehaviors(definition, Behavior) {
  if (!definition.behaviors) return definition;
  const behaviors = definition.behaviors.map((behavior) =>
    typeof behavior === 'string' ? Behavior(BEHAVIORS[behavior] ?? {}) : behavior,
  );
  return { ...definition, behaviors };
}
