/** The frameworks that a mini-program is written in, and where each wants files that are not its own. */
import { MPX } from './mpx.mjs';
import { NATIVE } from './native.mjs';
import { TARO } from './taro.mjs';
import { UNI_APP } from './uni-app.mjs';

/**
 * @typedef {object} Places  folders below the project, with slashes; empty for the project itself
 * @property {string} miniprogram     takes `components/` and `phone-login/`
 * @property {string} cloudfunctions  takes a folder for each cloud function
 * @property {string} [uniModules]    takes the Vue wrapper, as uni-app wants it
 * @property {string} [wasm]          takes the `.wasm` once more, where a compiler leaves it out
 * @property {string} [built]         takes what is built, where project.config.json of the project need not say so
 * @property {string} [types]         the types of the tags that go beside the component
 *
 * @typedef {[chinese: string, english: string, ...code: string[]]} Instruction
 *
 * @typedef {object} NewProject  what an empty folder becomes
 * @property {string} chinese      what it is
 * @property {string} english
 * @property {Places} places
 * @property {Instruction[]} instructions  how it is run
 *
 * @typedef {object} Framework
 * @property {string} id
 * @property {string} name
 * @property {string} looksFor  what makes a folder a project of it
 * @property {(folder: string) => string | undefined} sign  the file that does
 * @property {(folder: string) => Places} places
 * @property {(places: Places) => Instruction[]} instructions  how a page shows the popup then
 * @property {NewProject} [newProject]  nothing where only the framework's own command makes one
 */

/** The first whose sign is there is meant: what a framework has built is native. */
export const FRAMEWORKS = [UNI_APP, TARO, MPX, NATIVE];
