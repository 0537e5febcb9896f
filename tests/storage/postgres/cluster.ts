import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A running server, made for this run only. */
export interface Cluster {
  readonly port: number;
  /** Folder of its socket. */
  readonly folder: string;
  stop(): Promise<void>;
}

const DEBIAN = '/usr/lib/postgresql';

/** The folder with the newest `initdb` of this machine. */
function binFolder(): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number).filter(Number.isFinite) : [];
  const candidates = [
    ...versions.sort((a, b) => b - a).map((version) => join(DEBIAN, String(version), 'bin')),
    '/usr/local/pgsql/bin',
    '/usr/local/bin',
    '/usr/bin',
  ];
  const found = candidates.find((folder) => existsSync(join(folder, 'initdb')));
  if (!found) {
    throw new Error(
      'No PostgreSQL server is installed: this suite runs its own. On Debian: apt-get install postgresql',
    );
  }
  return found;
}

export async function startCluster(): Promise<Cluster> {
  const port = await freePort();
  // The script is handed over as text, because its user need not be able to read this folder.
  const script = readFileSync(join(__dirname, 'cluster.sh'), 'utf8');
  const run = ['sh', '-c', script, 'cluster', binFolder(), String(port)];
  const [command = 'sh', ...args] =
    process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--', ...run] : run;
  const child = spawn(command, args, { cwd: tmpdir(), stdio: ['pipe', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  const folder = await firstLine(child);
  return {
    port,
    folder,
    stop: async () => {
      child.stdin.end();
      await closed;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  const { stdout } = child;
  if (!stdout) throw new Error('The cluster was started without a pipe.');
  let printed = '';
  for await (const chunk of stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    printed += chunk;
    if (printed.includes('\n')) return printed.trim();
  }
  throw new Error('The cluster did not start; what it said stands above.');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}
