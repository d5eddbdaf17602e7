import { canIUse } from './can-i-use.js';
import { cloud } from './cloud.js';
import { errors } from './errors.js';
import { interaction } from './interaction.js';
import { privacy } from './privacy.js';
import { report } from './report.js';
import { request } from './request.js';
import { removeNewer } from './since.js';
import { storage } from './storage.js';
import { system } from './system.js';
import { unsimulated } from './unsimulated.js';

/**
 * @param {import('../bridge.js').Bridge} bridge
 * @param {import('../clock.js').Clock} clock  by which requests are too late
 * @param {import('../background.js').Background} background  in which they are cut off
 * @returns {{ api: object, emitError(error: unknown): void, emitRejection(reason: unknown): void }}
 *   `api` is the mini-program's `wx`
 */
export function createWx(bridge, clock, background) {
  const { api, emitError, emitRejection } = errors(bridge);
  const areas = [unsimulated, cloud, interaction, privacy, report, request, storage, system];
  const wx = Object.assign(api, ...areas.map((area) => area(bridge, clock, background)));
  removeNewer(wx, bridge.baseLibrary());
  wx.canIUse = (schema) => canIUse(wx, schema, bridge.baseLibrary());
  return { api: wx, emitError, emitRejection };
}
