import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

/** A PostgreSQL server for tests: databases come and go on it. */
export interface TestServer {
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** What can be used here: a server by its URL, or the binaries of one. Null, with the reason, when neither. */
export type ServerChoice =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'binaries'; readonly bin: string; readonly user: { uid: number; gid: number } | null }
  | { readonly kind: 'none'; readonly reason: string };

export function chooseServer(): ServerChoice {
  const url = process.env['TEST_DATABASE_URL'];
  if (url) return { kind: 'url', url };
  const bin = binaryFolders().find((dir) => existsSync(path.join(dir, 'initdb')));
  if (bin === undefined) return { kind: 'none', reason: 'no TEST_DATABASE_URL and no PostgreSQL binaries' };
  if (process.getuid?.() !== 0) return { kind: 'binaries', bin, user: null };
  const user = postgresUser();
  // PostgreSQL refuses to run as root.
  return user
    ? { kind: 'binaries', bin, user }
    : { kind: 'none', reason: 'running as root, and there is no user "postgres" to run a server as' };
}

export async function startServer(choice: ServerChoice): Promise<TestServer> {
  switch (choice.kind) {
    case 'none':
      throw new Error(`No server: ${choice.reason}`);
    case 'url':
      return serverAt(choice.url, () => undefined);
    case 'binaries':
      return startCluster(choice.bin, choice.user);
  }
}

function binaryFolders(): readonly string[] {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const onPath = (process.env['PATH'] ?? '').split(path.delimiter);
  return [...versions.map((version) => path.join(debian, version, 'bin')), ...onPath];
}

function postgresUser(): { uid: number; gid: number } | null {
  try {
    const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

/** A cluster of its own in a temporary directory, reached by a socket in there: no port is taken. */
function startCluster(bin: string, user: { uid: number; gid: number } | null): TestServer {
  const dir = mkdtempSync(path.join(tmpdir(), 'debrief-pg-'));
  if (user) chownSync(dir, user.uid, user.gid);
  const run = (program: string, args: readonly string[]): void => {
    execFileSync(path.join(bin, program), args, { cwd: dir, stdio: 'ignore', ...user });
  };
  const data = path.join(dir, 'data');
  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync']);
  // A zone that is not UTC, since that is where mistakes with times show.
  const settings = `-c listen_addresses= -c unix_socket_directories=${dir} -c timezone=America/New_York -c fsync=off`;
  run('pg_ctl', ['-D', data, '-w', '-l', path.join(dir, 'log'), '-o', settings, 'start']);
  const url = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(dir)}`;
  return serverAt(url, () => {
    run('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
    rmSync(dir, { recursive: true, force: true });
  });
}

function serverAt(url: string, end: () => void): TestServer {
  const admin = new pg.Pool({ connectionString: url, max: 1 });
  const made: string[] = [];
  return {
    createDatabase: async () => {
      const name = `debrief_test_${process.pid}_${made.length}`;
      await admin.query(`CREATE DATABASE ${name}`);
      made.push(name);
      const own = new URL(url);
      own.pathname = `/${name}`;
      return own.href;
    },
    stop: async () => {
      for (const name of made) await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await admin.end();
      end();
    },
  };
}
