const TOLD_FOR = 1500;

/**
 * Copies a text at a click, and says for a while whether that went well.
 *
 * @param {HTMLElement} button
 * @param {() => string} text
 */
export function copyOnClick(button, text) {
  const name = button.textContent;
  let timer;
  const tell = (said) => {
    clearTimeout(timer);
    button.textContent = said;
    timer = setTimeout(() => (button.textContent = name), TOLD_FOR);
  };
  button.onclick = () =>
    navigator.clipboard.writeText(text()).then(
      () => tell('已复制'),
      () => tell('浏览器不让复制'),
    );
}
