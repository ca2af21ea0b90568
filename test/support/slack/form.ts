import type { IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';
import { isObject, type Json } from './json.ts';

/** The whole body of a request. */
export function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

/** The arguments of a call: a form, JSON or multipart; files by their names. Nothing when the body cannot be read. */
export async function readArguments(request: IncomingMessage): Promise<Json | undefined> {
  const body = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) {
    try {
      const value: unknown = JSON.parse(body.toString() || '{}');
      return isObject(value) ? value : undefined;
    } catch {
      return undefined;
    }
  }
  if (type.startsWith('multipart/form-data')) {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    return Object.fromEntries([...form].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]));
  }
  return { ...parse(body.toString()) };
}
