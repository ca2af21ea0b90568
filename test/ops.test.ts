import { afterEach, describe, expect, it } from 'vitest';
import { type OpsServer, startOps } from '../src/ops.ts';

let ops: OpsServer;
afterEach(() => ops.close());
const ask = async (path: string) => {
  const response = await fetch(`http://127.0.0.1:${ops.port}${path}`);
  return { status: response.status, body: await response.json() };
};
const open = async (parts: Record<string, boolean>) => {
  ops = await startOps(0, { parts: async () => parts, sent: () => [{ host: 'llm', requests: 2, bytes: 900 }] });
};

describe('the health page', () => {
  it('is ready when every part is', async () => {
    await open({ connected: true, report: true, database: true });
    expect(await ask('/readyz')).toEqual({
      status: 200,
      body: { ok: true, connected: true, report: true, database: true },
    });
  });

  it('is not when one is not, and says which; the process is alive all the same', async () => {
    await open({ connected: true, report: true, database: false });
    expect(await ask('/readyz')).toMatchObject({ status: 503, body: { ok: false, database: false } });
    expect(await ask('/healthz')).toEqual({ status: 200, body: { ok: true } });
  });

  it('counts what was sent to a language model', async () => {
    await open({});
    const body = { sentToModel: [{ host: 'llm', requests: 2, bytes: 900 }] };
    expect(await ask('/metrics')).toEqual({ status: 200, body });
  });

  it('is asked with or without parameters', async () => {
    await open({ connected: true });
    expect((await ask('/readyz?from=probe')).status).toBe(200);
  });

  it('knows nothing else', async () => {
    await open({});
    expect((await ask('/')).status).toBe(404);
  });

  it('refuses a port that is taken', async () => {
    await open({});
    await expect(startOps(ops.port, { parts: async () => ({}), sent: () => [] })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});
