/** `node server-process.mjs FOLDER`: the simulator of a folder in a process of its own, which a test can lose. */
import { startSimulator } from '../../simulator/server.mjs';

const { url } = await startSimulator({ port: 0, root: process.argv[2], log: console.error });
console.log(url);
