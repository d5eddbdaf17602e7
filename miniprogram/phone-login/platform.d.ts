import type { Notice } from './index';

/** Shows a notice, by `wx.showToast` or `wx.showModal`. */
export function showNotice(notice: Notice): void;

/**
 * Calls a cloud function of `wx.cloud`. `answer` gets its reply or what it failed with, once, for `classifyReply`;
 * does not throw.
 */
export function callFunction(name: string, data: object, answer: (reply: unknown) => void): void;
