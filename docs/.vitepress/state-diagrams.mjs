/** A diagram of states is drawn where the repository is read. The site, which draws none, has its arrows as a table. */

const ARROW = /^\s*(\S+) --> (\S+): (.*)$/gm;

export function stateDiagramsAsTables(markdown) {
  const { rules } = markdown.renderer;
  const { fence } = rules;
  rules.fence = (tokens, at, ...others) => {
    const { info, content } = tokens[at];
    return info.trim() === 'mermaid' ? tableOf(content, markdown.utils.escapeHtml) : fence(tokens, at, ...others);
  };
}

function tableOf(diagram, escapeHtml) {
  const state = (name) => `<code>${escapeHtml(name)}</code>`;
  const arrows = Array.from(diagram.matchAll(ARROW), ([, from, to, events]) =>
    rowOf('td', [state(from), escapeHtml(events), state(to)]),
  );
  return `<table><thead>${rowOf('th', ['from', 'by', 'to'])}</thead><tbody>${arrows.join('')}</tbody></table>\n`;
}

const rowOf = (cell, texts) => `<tr>${texts.map((text) => `<${cell}>${text}</${cell}>`).join('')}</tr>`;
