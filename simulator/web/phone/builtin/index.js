import { elementOf } from '../backend.js';
import { button } from './button.js';
import { checkbox } from './checkbox.js';
import { image } from './image.js';
import { input } from './input.js';
import { label } from './label.js';
import { pressable } from './pressable.js';
import { rootPortal } from './root-portal.js';
import { scrollView } from './scroll-view.js';
import { text } from './text.js';
import { view } from './view.js';

const builtins = {
  view,
  text,
  button,
  image,
  label,
  checkbox,
  input,
  'root-portal': rootPortal,
  'scroll-view': scrollView,
};

/** Roles of what a user taps. */
const TAPPED = ['button', 'checkbox', 'link'];

// What WeChat accepts on every built-in component, as `aria-…`.
const ARIA = [
  ...['activedescendant', 'atomic', 'autocomplete', 'busy', 'checked', 'colcount', 'colindex', 'colspan', 'controls'],
  ...['current', 'describedby', 'details', 'disabled', 'dropeffect', 'errormessage', 'expanded', 'flowto', 'grabbed'],
  ...['haspopup', 'hidden', 'invalid', 'keyshortcuts', 'label', 'labelledby', 'level', 'live', 'modal', 'multiline'],
  ...[
    'multiselectable',
    'orientation',
    'owns',
    'placeholder',
    'posinset',
    'pressed',
    'readonly',
    'relevant',
    'required',
  ],
  ...['role', 'roledescription', 'rowcount', 'rowindex', 'rowspan', 'selected', 'setsize', 'sort'],
  ...['valuemax', 'valuemin', 'valuenow', 'valuetext'],
];

/**
 * Defines WeChat's built-in components.
 *
 * @param {import('glass-easel').ComponentSpace} space     where they are defined
 * @param {import('../bridge.js').Bridge} bridge
 * @returns {Record<string, import('glass-easel').GeneralComponentDefinition>} tag → definition
 */
export function defineBuiltins(space, bridge) {
  return Object.fromEntries(
    Object.entries(builtins).map(([tag, make]) => [tag, space.defineComponent(withCommon(make(bridge), tag))]),
  );
}

/** Adds what every built-in component has. */
function withCommon(definition, tag) {
  const properties = { hidden: Boolean, ...definition.properties };
  for (const name of ARIA) properties[`aria${name[0].toUpperCase()}${name.slice(1)}`] = ariaProperty(name);
  return { is: `builtin/${tag}`, ...definition, properties, options: { reflectToAttributes: true } };
}

/**
 * `aria-role` is WeChat's spelling of `role`; the others are written to the document under their own names. What the
 * role says can be tapped can be reached by a keyboard too.
 */
function ariaProperty(name) {
  if (name !== 'role') return String;
  return {
    type: String,
    /** @this {import('glass-easel').GeneralComponent} */
    observer(role) {
      if (TAPPED.includes(role)) pressable(this, role, () => true);
      else elementOf(this).setAttribute('role', role);
    },
  };
}
