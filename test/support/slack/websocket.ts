import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** RFC 6455, section 1.3. */
const HANDSHAKE_KEY = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
/** RFC 6455, section 5.2. */
const OPCODE = { continuation: 0, text: 1, close: 8, ping: 9, pong: 10 } as const;
/** RFC 6455, section 7.4.1: 1000. */
const NORMAL_CLOSURE = Buffer.from([0x03, 0xe8]);
const FINAL = 0x80;
const MASKED = 0x80;

interface Frame {
  readonly final: boolean;
  readonly opcode: number;
  readonly payload: Buffer;
  /** Bytes that the frame took. */
  readonly size: number;
}

/** The server's end of a WebSocket (RFC 6455) without extensions: text both ways, pings answered. */
export class ServerSocket extends EventEmitter<{ text: [string]; close: [] }> {
  readonly #stream: Duplex;
  #unread: Buffer = Buffer.alloc(0);
  #fragments: Buffer[] = [];
  #open = true;
  #saidGoodbye = false;

  /** Answers the upgrade request and takes over its stream. */
  constructor(request: IncomingMessage, stream: Duplex, head: Buffer) {
    super();
    this.#stream = stream;
    const key = `${request.headers['sec-websocket-key'] ?? ''}${HANDSHAKE_KEY}`;
    const accept = createHash('sha1').update(key).digest('base64');
    const lines = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
    stream.write(`${lines.join('\r\n')}\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
    stream.on('data', (chunk: Buffer) => this.#read(chunk));
    stream.on('error', () => this.#gone());
    stream.on('close', () => this.#gone());
    if (head.length > 0) this.#read(head);
  }

  send(text: string): void {
    this.#write(OPCODE.text, Buffer.from(text));
  }

  ping(): void {
    this.#write(OPCODE.ping, Buffer.from('ping'));
  }

  /** Says goodbye and waits for the other side's goodbye. */
  close(): void {
    this.#goodbye(NORMAL_CLOSURE);
  }

  /** Cuts the line without a word. */
  destroy(): void {
    this.#stream.destroy();
    this.#gone();
  }

  #goodbye(reason: Buffer): void {
    if (!this.#saidGoodbye) this.#write(OPCODE.close, reason);
    this.#saidGoodbye = true;
  }

  #gone(): void {
    if (!this.#open) return;
    this.#open = false;
    this.emit('close');
  }

  #read(chunk: Buffer): void {
    this.#unread = this.#unread.length === 0 ? chunk : Buffer.concat([this.#unread, chunk]);
    for (let frame = readFrame(this.#unread); frame; frame = readFrame(this.#unread)) {
      this.#unread = this.#unread.subarray(frame.size);
      this.#take(frame);
    }
  }

  #take(frame: Frame): void {
    if (frame.opcode === OPCODE.ping) this.#write(OPCODE.pong, frame.payload);
    else if (frame.opcode === OPCODE.close) {
      this.#goodbye(frame.payload);
      this.#stream.end();
      this.#gone();
    } else if (frame.opcode === OPCODE.text || frame.opcode === OPCODE.continuation) {
      this.#fragments.push(frame.payload);
      if (!frame.final) return;
      const whole = Buffer.concat(this.#fragments).toString();
      this.#fragments = [];
      this.emit('text', whole);
    }
  }

  #write(opcode: number, payload: Buffer): void {
    if (this.#open && this.#stream.writable)
      this.#stream.write(Buffer.concat([frameHead(opcode, payload.length), payload]));
  }
}

function frameHead(opcode: number, length: number): Buffer {
  if (length < 126) return Buffer.from([FINAL | opcode, length]);
  if (length < 65_536) return Buffer.from([FINAL | opcode, 126, length >> 8, length & 0xff]);
  const head = Buffer.alloc(10);
  head[0] = FINAL | opcode;
  head[1] = 127;
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}

/** The first whole frame of what has come; those of a client are masked. */
function readFrame(bytes: Buffer): Frame | undefined {
  if (bytes.length < 2) return undefined;
  const first = bytes.readUInt8(0);
  const second = bytes.readUInt8(1);
  const short = second & 0x7f;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const maskAt = 2 + lengthBytes;
  const start = maskAt + (second & MASKED ? 4 : 0);
  if (bytes.length < start) return undefined;
  const length =
    lengthBytes === 2 ? bytes.readUInt16BE(2) : lengthBytes === 8 ? Number(bytes.readBigUInt64BE(2)) : short;
  if (bytes.length < start + length) return undefined;
  const payload = Buffer.from(bytes.subarray(start, start + length));
  if (second & MASKED) {
    for (let i = 0; i < length; i++) payload.writeUInt8(payload.readUInt8(i) ^ bytes.readUInt8(maskAt + (i & 3)), i);
  }
  return { final: (first & FINAL) !== 0, opcode: first & 0x0f, payload, size: start + length };
}
