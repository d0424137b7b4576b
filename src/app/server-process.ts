import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The port of the process, open from the first moment: until the product is ready it says what it is waiting for. */
export interface FrontDoor {
  readonly address: string;
  readonly server: Server;
  /** What is being done now, shown by /gezond. */
  step(name: string): void;
  /** From now on the product answers. */
  ready(handler: (request: IncomingMessage, response: ServerResponse) => void): void;
  close(): Promise<void>;
}

const WAIT_SECONDS = 2;

const STARTING = {
  nl: {
    lang: 'nl',
    title: 'In Beeld start',
    text: 'Dit duurt hooguit een halve minuut. Deze pagina ververst zichzelf.',
  },
  en: {
    lang: 'en',
    title: 'In Beeld is starting',
    text: 'This takes half a minute at most. This page refreshes itself.',
  },
} as const;

/** Opens the port. @throws when it is taken (EADDRINUSE) or not allowed. */
export async function openFrontDoor(host: string, port: number): Promise<FrontDoor> {
  const state: { step: string; handler: ((request: IncomingMessage, response: ServerResponse) => void) | undefined } = {
    step: 'starten',
    handler: undefined,
  };
  const server = createServer((request, response) =>
    state.handler ? state.handler(request, response) : starting(request, response, state.step),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port: opened } = server.address() as AddressInfo;
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${opened}`,
    server,
    step(name) {
      state.step = name;
    },
    ready(handler) {
      state.handler = handler;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 5_000).unref();
      }),
  };
}

function starting(request: IncomingMessage, response: ServerResponse, step: string): void {
  const common = {
    'Retry-After': String(WAIT_SECONDS),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  };
  if (request.url === '/gezond' || request.url?.startsWith('/api/')) {
    response.writeHead(503, { ...common, 'Content-Type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify({ status: 'start', stap: step }));
    return;
  }
  response.writeHead(503, {
    ...common,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'",
    Refresh: String(WAIT_SECONDS),
  });
  const { lang, title, text } = /^\/en(\/|$|\?)/.test(request.url ?? '') ? STARTING.en : STARTING.nl;
  response.end(
    `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${text}</p></html>`,
  );
}
