import { once } from 'node:events';
import { createServer } from 'node:http';

import { sendRefusal } from '../http/answer.mjs';
import { assertOwnPage } from '../http/own-page.mjs';
import { portOf } from '../http/port.mjs';
import { Refusal } from '../http/refusal.mjs';

const FAILED = new Refusal(500, 'the stand-in failed');

/**
 * Starts a server on any free port of this machine.
 *
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown} serve
 * @returns {Promise<{ url: string, close(): void }>} `url` without a slash at its end
 */
export async function listen(serve) {
  const server = createServer(async (request, response) => {
    try {
      assertOwnPage(request);
      await serve(request, response);
    } catch (error) {
      sendRefusal(request, response, error instanceof Refusal ? error : FAILED);
    }
  });
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  server.on('error', () => {}); // a connection that could not be accepted; the others go on
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
