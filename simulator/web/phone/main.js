import { glassEasel } from 'glass-easel-miniprogram-adapter';

import { Background } from './background.js';
import { adopt } from './bridge.js';
import { Clock } from './clock.js';
import { handleEventsAsWechat } from './handlers.js';
import { MiniProgram } from './mini-program.js';
import { timed } from './timed.js';
import { createTurns } from './turns.js';
import { createWx } from './wx/index.js';

/**
 * Starts the mini-program in this document. Called by the simulator around it.
 *
 * @param {import('./bridge.js').Bridge} outside
 * @returns {Promise<import('./mini-program.js').MiniProgram>}
 */
window.startMiniProgram = async (outside) => {
  const clock = new Clock();
  clock.setRate(outside.timeRate());
  if (outside.isTimeStopped()) clock.stop();
  const background = new Background();
  const turns = createTurns(outside.course.turn);
  const bridge = timed(adopt(outside), clock, turns);
  const project = await readProject();
  for (const problem of project.problems) bridge.log('warning', problem);
  const wx = createWx(bridge, clock, background);
  reportErrors(bridge, wx);
  handleEventsAsWechat();
  const miniProgram = new MiniProgram(project, wx.api, bridge, { clock, background, turns });
  miniProgram.launch();
  return miniProgram;
};

async function readProject() {
  const response = await fetch('/project.json');
  const project = await response.json();
  if (!response.ok) throw new Error(project.error);
  return project;
}

function reportErrors(bridge, wx) {
  glassEasel.addGlobalErrorListener((error) => wx.emitError(error));
  glassEasel.addGlobalWarningListener((message) => bridge.log('warning', message));
  window.addEventListener('error', ({ error, message }) => wx.emitError(error ?? message));
  window.addEventListener('unhandledrejection', ({ reason }) => wx.emitRejection(reason));
}
