#!/usr/bin/env node
/** `wx-phone-login add`: copies the component, the module and the cloud functions into somebody's mini-program. */
import { readArguments, USAGE } from './arguments.mjs';
import { packageVersion } from './contents.mjs';
import { AddError } from './error.mjs';
import { checkPlaces, perform } from './perform.mjs';
import { makePlan } from './plan.mjs';
import { findProject } from './project.mjs';
import { announce, nextSteps, outcome } from './words.mjs';

const FAILED = 1;

try {
  const wanted = readArguments(process.argv.slice(2));
  if (wanted.help) say(USAGE);
  else if (wanted.version) say([packageVersion()]);
  else add(wanted);
} catch (error) {
  for (const line of explained(error).lines) console.error(line);
  process.exitCode = FAILED;
}

function add({ folder, framework, functions, force, dryRun }) {
  const project = findProject(folder, framework);
  const plan = makePlan(project, { functions, force });
  checkPlaces(project, plan);
  say(announce(project, plan, packageVersion()));
  if (!dryRun) perform(project, plan);
  say(outcome(plan, dryRun));
  say(nextSteps(project, plan));
}

function say(lines) {
  for (const line of lines) console.log(line);
}

/** A file or folder that cannot be read is the user's to mend; anything else is a fault of this command. */
function explained(error) {
  if (error instanceof AddError) return error;
  if (!error.syscall) throw error;
  return new AddError(`无法读取 ${error.path}：${error.code}`, `Cannot read ${error.path}: ${error.code}`);
}
