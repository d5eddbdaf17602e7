/** What a user does on a page with the sheet or with the button, and sees there. */
import assert from 'node:assert/strict';
import { posix } from 'node:path';

import { Client, nodesBelow, settled, until } from './client.mjs';

/** Either component, as it is called, or as mpx calls what it has compiled from `src/`. */
const POPUP = /(?:login-popup-system|phone-login-button)(?:[0-9a-f]{8}\/index)?$/;

/**
 * @typedef {object} App  a compiled mini-program
 * @property {string} folder
 * @property {string} root  the root of the subpackage that its pages are in; empty for the main package
 */

const hasClass = (name) => (node) => node.class?.split(' ').some((one) => one === name || one.endsWith(`--${name}`));

/** How a page of a mini-program is named where one goes there. */
export const urlOf = ({ root }, route) => posix.join('/', root, route);

export class Visit {
  constructor(app, client, page) {
    Object.assign(this, { app, client, page });
  }

  /**
   * Starts a mini-program and opens one of its pages.
   *
   * @param {App} app
   * @param {string} route  below the root
   */
  static async start(app, route) {
    const client = new Client(app.folder).launch();
    const visit = new Visit(app, client, await client.open(posix.join(app.root, route)));
    // Without a popup there is nothing to wait for.
    await until(() => !visit.popup || visit.popup.data.state);
    return visit;
  }

  /** Another page above this one. */
  async open(route) {
    const page = await this.client.open(posix.join(this.app.root, route));
    return new Visit(this.app, this.client, page);
  }

  get asked() {
    return this.client.asked;
  }

  /** The native component on this page. */
  get popup() {
    return nodesBelow(this.page).find((node) => POPUP.test(node.is ?? ''));
  }

  get isOpen() {
    return Boolean(this.button('allow'));
  }

  /** Whether the sheet is gone, once it has been seen leaving. */
  closes() {
    return until(() => !this.isOpen);
  }

  /** Whether the sheet comes. */
  opens() {
    return until(() => this.isOpen);
  }

  /** A button of the component, by what it does; none while the sheet is not on the screen. */
  button(action) {
    return this.popup && nodesBelow(this.popup).find((node) => node.dataset?.action === action);
  }

  /** What can be read on the page. */
  get text() {
    return this.page.$$.textContent;
  }

  /** A button of the page itself. */
  pageButton(label) {
    const inside = this.popup ? new Set(nodesBelow(this.popup)) : new Set();
    const buttons = nodesBelow(this.page).filter((node) => node.is === 'button' && !inside.has(node));
    return buttons.find((node) => node.$$.textContent.includes(label));
  }

  async dispatch(node, type, detail = {}) {
    node.triggerEvent(type, detail, { bubbles: true, composed: true });
    await settled();
  }

  async tapPage(label) {
    await until(() => this.pageButton(label));
    await this.dispatch(this.pageButton(label), 'tap');
  }

  async tap(action) {
    await until(() => this.button(action));
    await this.dispatch(this.button(action), 'tap');
  }

  /** The × of the sheet. */
  async dismiss() {
    await this.dispatch(nodesBelow(this.popup).find(hasClass('popup-close')), 'tap');
  }

  /** Whether the next tap on the allow button makes WeChat ask. */
  get asksWeChat() {
    return this.button('allow')?.data.openType === 'getPhoneNumber';
  }

  /** The page's own box. */
  async tick(isTicked) {
    const box = nodesBelow(this.page).find(({ is }) => is === 'checkbox-group');
    await this.dispatch(box, 'change', { value: isTicked ? ['agreed'] : [] });
  }

  /** The user taps the allow button, and WeChat's own dialog gives this. */
  async ask(result) {
    assert.ok(await until(() => this.asksWeChat), 'a tap makes WeChat ask');
    await this.tap('allow');
    await this.dispatch(this.button('allow'), 'getphonenumber', result);
  }

  /** The cloud function answers the last call. */
  async answer(result) {
    await until(() => this.asked.calls.length);
    this.asked.calls.at(-1).success({ result });
    await settled();
  }
}
