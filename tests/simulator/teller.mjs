/**
 * Runs code in the mini-program; what it gives to `tell` comes back, under the names it was given.
 *
 * @param {(t: import('node:test').TestContext, options: object) => Promise<import('../support/simulator/browser.mjs').Stage>} open
 */
export const teller = (open) => async (t, code, options) => {
  const told = `const tell = (name, value) => wx.reportEvent('told ' + name, { value });\n${code}`;
  const scene = await open(t, { code: told, ...options });
  const tell = async (name) => {
    await scene.page.waitForFunction(
      (text) => window.simulator.log.some((entry) => entry.text === text),
      `told ${name}`,
    );
    const entries = await scene.log('analytics');
    return entries.find(({ text }) => text === `told ${name}`).detail.value;
  };
  return { ...scene, told: tell };
};
