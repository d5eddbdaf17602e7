import assert from 'node:assert/strict';

/** The page of the mini-program and its popup, as a user sees them. */
export const loginButton = ({ phone }) => phone.getByRole('button', { name: /^(手机号登录|更换手机号)$/ });
export const popup = ({ phone }) => phone.locator('[class*="--phone-popup"]:not([class*="--popup-leave"])');
export const allowButton = ({ phone }) => phone.locator('[class*="--btn-primary"]');
/** The link that asks WeChat, or sends the code again, beside a better way to log in. */
export const againButton = ({ phone }) => phone.getByRole('button', { name: '再试一次', exact: true });
export const rejectButton = ({ phone }) => phone.locator('[class*="--btn-secondary"][class*="--phone-btn"]');
export const otherLoginButton = ({ phone }) => phone.locator('[class*="--popup-other-button"]');
export const agreementToggle = ({ phone }) => phone.locator('[class*="--agreement-toggle"]');
export const agreementLinks = ({ phone }) => phone.locator('[class*="--agreement-link"]');

/** @param {import('../support/simulator/browser.mjs').Stage} scene */
export async function openPopup(scene) {
  await loginButton(scene).click();
  await allowButton(scene).waitFor();
  await scene.page.waitForFunction(() => window.simulator.state?.state); // Until then it is loading.
}

/** Opens the popup of a page that asks for an agreement, agrees, and refuses in WeChat's sheet: everything is offered then. */
export async function refuse(scene) {
  await openPopup(scene);
  await agreementToggle(scene).click();
  await scene.platform('deny');
  await allowButton(scene).click();
  await reached(scene, 'rejected');
}

/**
 * Opens the popup and taps the button on it.
 *
 * @param {import('../support/simulator/browser.mjs').Stage} scene
 * @param {string} platform  what WeChat is to answer
 * @param {string} [server]  what the server is to answer after that
 */
export async function authorize(scene, platform, server = 'success') {
  await scene.platform(platform);
  await scene.server(server);
  await openPopup(scene);
  await allowButton(scene).click();
}

/** The text of the toast that is, or comes, on the screen. */
export const toastText = ({ page }) => page.getByTestId('toast-title').textContent();

/** The entries of the log that tell of an event of the popup. */
export const popupEvents = async ({ log }, name) => (await log('event')).filter(({ text }) => text === name);

/** What was sent to the cloud function. */
export const cloudCalls = async ({ log }) => (await log('cloud')).filter(({ text }) => text === 'decryptPhoneNumber ←');

/** Waits until the popup is in a state. */
export const reached = ({ page }, state) =>
  page.waitForFunction((wanted) => window.simulator.state?.state === wanted, state);

/** What the popup's status line says. */
export const statusLine = ({ phone }) => phone.locator('[class*="--popup-status-text"]');

/** The button by which the user goes on. Where the popup has none any more, it is opened anew. */
export async function askButton(scene) {
  if ((await scene.state()).primaryAction === 'allow') return allowButton(scene);
  if (await againButton(scene).isVisible()) return againButton(scene);
  await rejectButton(scene).click();
  await popup(scene).waitFor({ state: 'detached' });
  await openPopup(scene);
  return allowButton(scene);
}

/** Logs in with what is left on the screen by an earlier answer: proof that the popup can still be used. */
export async function logIn(scene) {
  await scene.platform('allow');
  await scene.server('success');
  if (!(await popup(scene).isVisible())) await openPopup(scene);
  const button = await askButton(scene);
  await scene.page.waitForFunction(() => window.simulator.state.disabled === false);
  // A code that was used up without anybody knowing is sent once more before a new one is asked for.
  const isCodeKept = (await scene.state()).openType === '';
  await button.click();
  if (isCodeKept) {
    await scene.page.waitForFunction(() => ['verified', 'failed'].includes(window.simulator.state.state));
    if (await popup(scene).isVisible()) await (await askButton(scene)).click();
  }
  await popup(scene).waitFor({ state: 'detached' });
  assert.deepEqual(await scene.storage(), { userPhone: '138****8000' });
}
