// The development server of `npm run dev`. Arguments: user data folder of the host, port.
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';
import { root } from '../setup/root.mjs';

const [userData, port] = process.argv.slice(2);

/** Where the host is now; it changes with every restart. */
const instance = () => JSON.parse(readFileSync(join(userData, 'host.json'), 'utf8'));
const authority = () => `127.0.0.1:${instance().port}`;

/** The host's port, null while it is being restarted. */
function portNow() {
  try {
    return instance().port;
  } catch {
    return null;
  }
}

/** Gives every load of the page a fresh one-time token. For development only: who can load the page gets in. */
const signIn = {
  name: 'kongdan-sign-in',
  async transformIndexHtml() {
    const answer = await fetch(`http://${authority()}/api/control/link`, {
      method: 'POST',
      headers: { authorization: `Control ${instance().secret}` },
      body: '{}',
    });
    const { hash } = new URL((await answer.json()).url);
    return [{ tag: 'script', children: `location.hash = ${JSON.stringify(hash)};`, injectTo: 'head-prepend' }];
  },
};

/** Passes the page's calls on to the host, wherever it listens now, as if they came from the host's own page. */
const passOn = {
  name: 'kongdan-pass-on',
  configureServer({ middlewares }) {
    middlewares.use((incoming, response, next) => {
      if (!incoming.url.startsWith('/api/')) {
        next();
        return;
      }
      const hostPort = portNow();
      if (hostPort === null) {
        response.writeHead(503).end();
        return;
      }
      const headers = { ...incoming.headers, host: `127.0.0.1:${hostPort}` };
      if (headers.origin !== undefined) headers.origin = `http://127.0.0.1:${hostPort}`;
      const options = { host: '127.0.0.1', port: hostPort, method: incoming.method, path: incoming.url, headers };
      const outgoing = request(options, (answer) => {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
        answer.on('error', () => response.destroy());
      });
      outgoing.on('error', () => response.destroy());
      response.on('close', () => outgoing.destroy());
      incoming.pipe(outgoing);
    });
  },
};

const server = await createServer({
  configFile: false,
  root: join(root, 'renderer'),
  cacheDir: join(root, '.cache', 'vite'),
  plugins: [react(), signIn, passOn],
  server: { host: '127.0.0.1', port: Number(port), cors: false },
});
await server.listen();
process.stdout.write(`Kongdan for development: ${server.resolvedUrls.local[0]}   Ctrl+C ends it.\n`);

process.on('message', () => server.hot.send({ type: 'full-reload' }));
// Ctrl+C reaches every process of the terminal; the script that started this one says when to end.
process.on('SIGINT', () => {});
for (const event of ['SIGTERM', 'disconnect']) process.on(event, () => void server.close().then(() => process.exit(0)));
