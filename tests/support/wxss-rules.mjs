/** What the WXSS of a component must not hold, because some client or renderer takes it otherwise or not at all. */
import postcss from 'postcss';
import parseSelector from 'postcss-selector-parser';

const REFUSED = ['attribute', 'id', 'nesting', 'tag', 'universal'];
const MATH = /(?<![\w-])(?:min|max|clamp)\(/i;

/** The faults of a style sheet, each with its line. */
export function faults(wxss) {
  const rules = rulesOf(wxss);
  const all = (rule) => [...selectorFaults(rule), ...flexFaults(rule), ...overflowFaults(rule)];
  return rules.flatMap(all).concat(mathFaults(wxss));
}

/** `min()`, `max()` and `clamp()` without a plain value for the clients that lack them. */
export function mathFaults(wxss) {
  const plain = new Set();
  return rulesOf(wxss).flatMap((rule) => {
    const places = ({ prop }) => rule.selectors.map((selector) => `${selector} ${prop}`);
    const usesMath = ({ value }) => MATH.test(value);
    const declarations = declarationsOf(rule);
    const alone = declarations.filter((node) => usesMath(node) && !places(node).every((place) => plain.has(place)));
    // A plain value in the same rule does not count: WeChat's minifier may drop it.
    for (const node of declarations) if (!usesMath(node)) places(node).forEach((place) => plain.add(place));
    return alone.map((node) => fault(node, 'no plain value in an earlier rule', node));
  });
}

/** What a style sheet declares, by its at-rules and selector: the value of each property. */
export function declarationsOfSelectors(wxss) {
  const found = {};
  postcss.parse(wxss).walkRules((rule) => {
    for (const selector of rule.selectors) {
      const place = [...atRulesAround(rule), selector].join(' ');
      const values = (found[place] ??= {});
      for (const { prop, value } of declarationsOf(rule)) values[prop] = value.trim();
    }
  });
  return found;
}

function atRulesAround({ parent }) {
  return parent.type === 'atrule' ? [...atRulesAround(parent), `@${parent.name} ${parent.params}`] : [];
}

/** The rules of a style sheet but for the steps of its keyframes. */
function rulesOf(wxss) {
  const rules = [];
  postcss.parse(wxss).walkRules((rule) => {
    if (!/keyframes$/i.test(rule.parent.name ?? '')) rules.push(rule);
  });
  return rules;
}

const declarationsOf = (rule) => rule.nodes.filter(({ type }) => type === 'decl');

const fault = (node, what, where) => `${node.source.start.line}: ${what}: ${where}`;

/** WeChat takes class selectors in a component, and older clients ignore the whole file that holds another one. */
function selectorFaults(rule) {
  const found = [];
  const selectors = parseSelector().astSync(rule.selector);
  selectors.walk((node) => {
    if (REFUSED.includes(node.type)) found.push(fault(rule, `${node.type} selector`, rule.selector));
  });
  const isClassless = (compound) =>
    compound.some(({ type }) => type === 'pseudo') && !compound.some(({ type }) => type === 'class');
  const classless = selectors.nodes.flatMap(({ nodes }) => compounds(nodes)).filter(isClassless);
  return found.concat(classless.map((compound) => fault(rule, 'no class', compound.join(''))));
}

/** The parts of a selector between its combinators. */
function compounds(nodes) {
  const parts = [[]];
  for (const node of nodes) {
    if (node.type === 'combinator') parts.push([]);
    else parts.at(-1).push(node);
  }
  return parts;
}

/** In Skyline, and where an app.wxss says so for every view, the default is a column. */
function flexFaults(rule) {
  const isFlex = ({ prop, value }) => prop === 'display' && /flex$/.test(value);
  const hasDirection = declarationsOf(rule).some(({ prop }) => prop === 'flex-direction');
  return hasDirection
    ? []
    : declarationsOf(rule)
        .filter(isFlex)
        .map((node) => fault(node, 'no flex-direction', rule.selector));
}

/** Skyline scrolls in a scroll-view only, and a touch that is caught above an element stops the scrolling in it. */
function overflowFaults(rule) {
  const scrolls = ({ prop, value }) => /^overflow(-[xy])?$/.test(prop) && /auto|scroll|overlay/.test(value);
  return declarationsOf(rule)
    .filter(scrolls)
    .map((node) => fault(node, 'scrolls without a scroll-view', node));
}
