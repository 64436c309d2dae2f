import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, realpathSync, rmdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** How long the previous process may take to let go, in ms. */
const PATIENCE = 10_000;
/** The shortest limit of a socket's path on any system (macOS has 104 bytes, its end mark included). */
const LONGEST_SOCKET_PATH = 100;
/** What a take-over may add to that, in ms. */
const GRACE = 2_000;
/** A take-over lasts milliseconds; one that is older than this, in ms, died half-way. */
const TAKEOVER_IS_DEAD = 5_000;

export interface DirectoryLock {
  release(): Promise<void>;
}

interface SocketPath {
  readonly path: string;
  cleanUp(): void;
}

type Holder =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'left' }
  | { readonly kind: 'holds'; readonly pid: string };

/**
 * One process for each data directory: it listens on a socket in there, which the kernel drops when the
 * process dies, however it dies. Waits a while for a process that is just ending.
 *
 * @throws an Error that names the other process when that one stays.
 */
export async function lockDirectory(dir: string, patience: number = PATIENCE): Promise<DirectoryLock> {
  mkdirSync(dir, { recursive: true });
  const socket = socketPath(realpathSync(dir));
  const deadline = performance.now() + patience;
  try {
    while (performance.now() < deadline + GRACE) {
      const held = await listen(socket);
      if (held) return held;
      const holder = await askHolder(socket.path, deadline - performance.now());
      if (holder.kind === 'holds') {
        throw new Error(
          `The data directory ${dir} is in use by another process (pid ${holder.pid}). ` +
            'Stop that process first, or give this one a directory of its own in DATABASE_URL.',
        );
      }
      if (holder.kind === 'nobody') await takeOver(dir, socket.path);
    }
    throw new Error(`The data directory ${dir} could not be locked. Does it lie on a local disk?`);
  } catch (cause) {
    socket.cleanUp();
    throw cause;
  }
}

/** Where to listen. Too long a path is shortened by a link to the directory: the socket still stands inside. */
function socketPath(dir: string): SocketPath {
  if (process.platform === 'win32') {
    const name = createHash('sha256').update(dir.toLowerCase()).digest('hex').slice(0, 32);
    return { path: `\\\\.\\pipe\\debrief-${name}`, cleanUp: () => undefined };
  }
  const direct = path.join(dir, 'lock.sock');
  if (Buffer.byteLength(direct) <= LONGEST_SOCKET_PATH) return { path: direct, cleanUp: () => undefined };
  const place = mkdtempSync(path.join(tmpdir(), 'debrief-'));
  symlinkSync(dir, path.join(place, 'd'));
  return {
    path: path.join(place, 'd', 'lock.sock'),
    cleanUp: () => rmSync(place, { recursive: true, force: true }),
  };
}

/** The lock, or null when there is a socket already, alive or left behind. */
async function listen(socket: SocketPath): Promise<DirectoryLock | null> {
  const callers = new Set<net.Socket>();
  const server = net.createServer((caller) => {
    callers.add(caller);
    caller.on('close', () => callers.delete(caller));
    caller.on('error', () => caller.destroy());
    // The line stays open: when it breaks, the caller knows that the directory is free.
    caller.write(String(process.pid));
    caller.unref();
  });
  const taken = await new Promise<boolean>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(true);
      else reject(new Error(`Could not lock the data directory: ${error.message}`, { cause: error }));
    });
    server.listen(socket.path, () => resolve(false));
  });
  if (taken) return null;
  server.unref();
  return {
    release: () =>
      new Promise((resolve) => {
        server.close(() => {
          socket.cleanUp();
          resolve();
        });
        for (const caller of callers) caller.destroy();
      }),
  };
}

/** Who listens there; `left` when they went away while we were waiting, `nobody` when the socket is dead. */
async function askHolder(socket: string, patience: number): Promise<Holder> {
  return new Promise((resolve) => {
    let pid = 'unknown';
    const line = net.connect(socket);
    const end = (holder: Holder): void => {
      clearTimeout(timer);
      line.destroy();
      resolve(holder);
    };
    const timer = setTimeout(() => end({ kind: 'holds', pid }), Math.max(patience, 500));
    line.on('data', (data) => {
      pid = data.toString();
    });
    line.on('close', () => end({ kind: 'left' }));
    line.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') end({ kind: 'nobody' });
      else end({ kind: 'left' });
    });
  });
}

/**
 * Removes a socket that nobody listens on. Of several processes that find it, one at a time looks again and
 * removes it: nobody can remove the living socket of one who was quicker.
 */
async function takeOver(dir: string, socket: string): Promise<void> {
  const guard = path.join(dir, 'lock.takeover');
  try {
    mkdirSync(guard);
  } catch (error) {
    const isTaken = typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';
    if (!isTaken) throw error;
    const age = Date.now() - (statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > TAKEOVER_IS_DEAD) rmSync(guard, { recursive: true, force: true });
    await delay(20);
    return;
  }
  try {
    if ((await askHolder(socket, 1)).kind === 'nobody') rmSync(socket, { force: true });
  } finally {
    rmdirSync(guard);
  }
}
