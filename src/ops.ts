import { createServer } from 'node:http';

/** What the health page is asked for. */
export interface Health {
  /** Whether questions can be answered now: each part by name. Never rejects. */
  parts(): Promise<Readonly<Record<string, boolean>>>;
}

export interface OpsServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * `/healthz`: the process answers. `/readyz`: 200 when every part works, else 503, with each part. On this machine only:
 * what it says is nobody else's concern.
 */
export function startOps(port: number, health: Health): Promise<OpsServer> {
  const server = createServer(async (request, response) => {
    const parts = request.url === '/readyz' ? await health.parts() : request.url === '/healthz' ? {} : null;
    const isReady = parts !== null && Object.values(parts).every(Boolean);
    response.writeHead(parts === null ? 404 : isReady ? 200 : 503, { 'content-type': 'application/json' });
    response.end(`${JSON.stringify(parts === null ? { error: 'not found' } : { ok: isReady, ...parts })}\n`);
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
