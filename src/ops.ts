import { createServer } from 'node:http';

/** What the health page is asked for. */
export interface Health {
  /** Whether questions can be answered now: each part by name. Never rejects. */
  parts(): Promise<Readonly<Record<string, boolean>>>;
  /** What was sent to a language model since the start, by host; empty without one. Never what it said. */
  sent(): readonly Sent[];
}

/** Requests to a host, and the bytes of their bodies. */
export interface Sent {
  readonly host: string;
  readonly requests: number;
  readonly bytes: number;
}

interface Page {
  readonly status: number;
  readonly body: object;
}

export interface OpsServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * `/healthz`: the process answers. `/readyz`: 200 when every part works, else 503, with each part. `/metrics`: counts of
 * what was sent to a language model. On this machine only: what it says is nobody else's concern.
 */
export function startOps(port: number, health: Health): Promise<OpsServer> {
  const pages: Readonly<Record<string, (() => Promise<Page>) | undefined>> = {
    '/healthz': async () => ({ status: 200, body: { ok: true } }),
    '/readyz': async () => {
      const parts = await health.parts();
      const isReady = Object.values(parts).every(Boolean);
      return { status: isReady ? 200 : 503, body: { ok: isReady, ...parts } };
    },
    '/metrics': async () => ({ status: 200, body: { sentToModel: health.sent() } }),
  };
  const server = createServer(async (request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    const page = await pages[path]?.();
    response.writeHead(page?.status ?? 404, { 'content-type': 'application/json' });
    response.end(`${JSON.stringify(page?.body ?? { error: 'not found' })}\n`);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address !== null ? address.port : port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}
