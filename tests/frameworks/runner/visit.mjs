/** What a user does on a page with the sheet, and sees there. */
import { Client, nodesBelow, settled, until } from './client.mjs';

/** The sheet's component, as it is called, or as mpx calls what it has compiled from `src/`. */
const POPUP = /login-popup-system(?:[0-9a-f]{8}\/index)?$/;

const hasClass = (name) => (node) => node.class?.split(' ').some((one) => one === name || one.endsWith(`--${name}`));

export class Visit {
  constructor(client, page) {
    this.client = client;
    this.page = page;
  }

  /** Starts a mini-program and opens one of its pages. */
  static async start(folder, route) {
    const client = new Client(folder);
    client.launch();
    const visit = new Visit(client, await client.open(route));
    // Without a sheet there is nothing to wait for.
    await until(() => !visit.popup || visit.popup.data.state);
    return visit;
  }

  /** Another page above this one. */
  async open(route) {
    return new Visit(this.client, await this.client.open(route));
  }

  get asked() {
    return this.client.asked;
  }

  /** The native sheet on this page. */
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

  /** A button of the sheet, by what it does; none while the sheet is not on the screen. */
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

  /** The user taps the allow button, and WeChat's own dialog gives this. */
  async ask(result) {
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
