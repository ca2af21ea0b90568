import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';

const file = (name: string): string => readFileSync(new URL(`./tls/${name}`, import.meta.url), 'utf8');

/** The authority that signed the certificate of every front. */
export const TEST_AUTHORITY = file('ca.pem');

/** Speaks TLS towards the app, for `localhost`, `slack.test` and `127.0.0.1`, and plainly with what is behind it. */
export interface TlsFront {
  readonly port: number;
  /** What is behind it: a port of 127.0.0.1. */
  leadTo(port: number): void;
  close(): Promise<void>;
}

export async function startTlsFront(): Promise<TlsFront> {
  let behind = 0;
  const open = new Set<TLSSocket>();
  const server = createServer({ key: file('server.key'), cert: file('server.pem') }, (client) => {
    const upstream = connect(behind, '127.0.0.1');
    open.add(client);
    client.pipe(upstream).pipe(client);
    upstream.on('error', () => client.destroy());
    client.on('error', () => client.destroy());
    client.on('close', () => {
      open.delete(client);
      upstream.destroy();
    });
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    leadTo(port) {
      behind = port;
    },
    async close() {
      for (const client of open) client.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
