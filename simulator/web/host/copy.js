import { bilingual } from './element.js';

const TOLD_FOR = 1500;

/**
 * Copies a text at a click, and says for a while whether that went well.
 *
 * @param {HTMLElement} button
 * @param {() => string} text
 */
export function copyOnClick(button, text) {
  const name = [...button.childNodes];
  let timer;
  const tell = (said) => {
    clearTimeout(timer);
    button.replaceChildren(...bilingual(said));
    timer = setTimeout(() => button.replaceChildren(...name), TOLD_FOR);
  };
  button.onclick = () =>
    navigator.clipboard.writeText(text()).then(
      () => tell({ label: '已复制', english: 'copied' }),
      () => tell({ label: '浏览器不让复制', english: 'the browser refused' }),
    );
}
