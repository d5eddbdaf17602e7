// Runs inside a worker: one deployed function, one call at a time, as the cloud does it.
import { createRequire } from 'node:module';
import { format } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';

for (const method of ['debug', 'log', 'info', 'warn', 'error']) {
  console[method] = (...values) => parentPort.postMessage({ log: format(...values) });
}

const { main } = createRequire(import.meta.url)(workerData.folder);

parentPort.on('message', async ({ environment, event, context }) => {
  Object.assign(process.env, environment);
  try {
    const result = (await main(JSON.parse(event), context)) ?? null;
    parentPort.postMessage({ result: JSON.parse(JSON.stringify(result)) });
  } catch (error) {
    parentPort.postMessage({ failure: String(error) });
  }
});

parentPort.postMessage({ ready: true });
