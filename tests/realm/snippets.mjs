/** The code that stands in a document, and what each piece of it is for. */

const FENCE = /^```/gm;
const SNIPPET = /^```(\w*)\n([^]*?)^```$/gm;
const HEADING = /^#+ (.+)$/gm;

/** Commands are for a terminal, and are not run here. */
const COMMANDS = 'sh';

/** Every fenced block of a document: `{ language, text, heading }`, where `heading` is the one that it stands under. */
export function snippetsOf(markdown) {
  const headings = [...markdown.matchAll(HEADING)];
  const headingAt = (index) => headings.filter((heading) => heading.index < index).at(-1)?.[1] ?? '';
  const found = [...markdown.matchAll(SNIPPET)].map(({ index, 1: language, 2: text }) => ({
    language,
    text,
    heading: headingAt(index),
  }));
  if (markdown.match(/^\s*```/gm)?.length !== 2 * found.length || markdown.match(FENCE)?.length !== 2 * found.length) {
    throw new Error('a fenced block does not begin or end at the start of a line');
  }
  return found;
}

/**
 * What the snippets are: `pages` are WXML and the script that follows it, with the JSON that stands before them; `apps`
 * are scripts that call `App`, `components` are WXML and the script that follows it and calls `Component`, `settings` other
 * JSON. Throws for a snippet that would be none of these.
 */
export function usesOf(markdown) {
  const uses = { pages: [], apps: [], components: [], settings: [] };
  let json;
  let wxml;
  for (const { language, text, heading } of snippetsOf(markdown)) {
    if (wxml && language !== 'js') break;
    if (language === 'js' && wxml) {
      if (/^Component\(/m.test(text)) uses.components.push({ heading, wxml, js: text });
      else uses.pages.push({ heading, wxml, js: text, json });
      wxml = undefined;
    } else if (language === 'js' && /^App\(/m.test(text)) {
      uses.apps.push({ heading, js: text });
    } else if (language === 'json') {
      const value = JSON.parse(text);
      if (value.usingComponents) json = text;
      else uses.settings.push({ heading, value });
    } else if (language === 'xml') {
      wxml = text;
    } else if (language !== COMMANDS) {
      throw new Error(`under "${heading}" nobody runs this ${language || 'code'}:\n${text}`);
    }
  }
  if (wxml) throw new Error(`WXML without the script of its page:\n${wxml}`);
  return uses;
}
