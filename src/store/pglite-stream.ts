import { Duplex } from 'node:stream';
import type { PGlite } from '@electric-sql/pglite';

/** First byte of the protocol's farewell message. */
const TERMINATE = 0x58;

interface Chunk {
  readonly chunk: Buffer;
}

/** Lets node-postgres talk to a PGlite in this process: wire protocol in, wire protocol out, no socket. */
export class PgliteStream extends Duplex {
  readonly #db: PGlite;

  constructor(db: PGlite) {
    super();
    this.#db = db;
  }

  // What node-postgres calls on a net.Socket.
  connect(): this {
    queueMicrotask(() => this.emit('connect'));
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#send(chunk).then(() => done(), done);
  }

  override _writev(chunks: Chunk[], done: (error?: Error | null) => void): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk))).then(() => done(), done);
  }

  override _final(done: (error?: Error | null) => void): void {
    this.push(null);
    done();
  }

  async #send(message: Buffer): Promise<void> {
    if (message[0] === TERMINATE) {
      await this.#forget();
      this.push(null);
      return;
    }
    await this.#db.runExclusive(() =>
      this.#db.execProtocolRawStream(message, { onRawData: (data) => void this.push(Buffer.from(data)) }),
    );
  }

  /**
   * PGlite has one session, and it outlives the connection: the next one must find no open transaction and no
   * prepared statement of this one. Fails harmlessly when the database is closing.
   */
  async #forget(): Promise<void> {
    await this.#db.exec('ROLLBACK').catch(() => undefined);
    await this.#db.exec('DISCARD ALL').catch(() => undefined);
  }
}
