import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

/** What the bot's thread asks of the channel's thread. */
export interface TeamsLoad {
  /** Where the bot takes activities. */
  readonly url: string;
  /** `connector`: answers come back over the channel's own address; `response`: they travel with the response. */
  readonly mode: 'connector' | 'response';
  readonly conversations: number;
  readonly turns: number;
  readonly replies: readonly string[];
  /** Said first, to get into a talk; not counted. */
  readonly before: readonly string[];
}

export interface TeamsFigures {
  readonly turnsPerSecond: number;
  /** Milliseconds in which all but one in a hundred were answered. */
  readonly p99: number;
}

/** Plays Teams: many people at once, each waiting for an answer before they go on. */
async function run(load: TeamsLoad): Promise<TeamsFigures> {
  const connector = await startConnector();
  const agent = new http.Agent({ keepAlive: true, maxSockets: load.conversations });
  const people = Array.from(
    { length: load.conversations },
    (_, person) => `person-${process.hrtime.bigint()}-${person}`,
  );
  const say = (person: string, text: string) => post(load, agent, connector.url, person, text);
  await Promise.all(people.map((person) => inOrder(load.before, (text) => say(person, text))));
  const durations: number[] = [];
  const from = performance.now();
  await Promise.all(
    people.map((person) =>
      inOrder(Array.from({ length: load.turns }), async (_, turn) => {
        const before = performance.now();
        await say(person, load.replies[turn % load.replies.length] ?? '');
        durations.push(performance.now() - before);
      }),
    ),
  );
  const seconds = (performance.now() - from) / 1000;
  agent.destroy();
  await connector.close();
  durations.sort((a, b) => a - b);
  return {
    turnsPerSecond: durations.length / seconds,
    p99: durations[Math.floor(durations.length * 0.99)] ?? 0,
  };
}

async function inOrder<T>(
  items: readonly T[],
  job: (item: T, index: number) => Promise<void>,
): Promise<void> {
  for (const [index, item] of items.entries()) await job(item, index);
}

/** Takes what the bot sends, as the Bot Connector does. */
async function startConnector(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = http.createServer((req, res) => {
    req.resume();
    req.on('end', () => {
      res.writeHead(200, { 'content-type': 'application/json' });
      res.end('{"id":"1"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

let said = 0;

function post(
  { url, mode }: TeamsLoad,
  agent: http.Agent,
  serviceUrl: string,
  person: string,
  text: string,
): Promise<void> {
  said += 1;
  const body = JSON.stringify({
    type: 'message',
    id: `bench-${said}`,
    channelId: 'msteams',
    serviceUrl,
    text,
    locale: 'nl-NL',
    from: { id: `29:${person}`, name: person, aadObjectId: person },
    recipient: { id: '28:bot', name: 'Bruggesprek' },
    conversation: { id: `a:${person}`, tenantId: 'tenant', conversationType: 'personal' },
    ...(mode === 'response' && { deliveryMode: 'expectReplies' }),
  });
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const request = http.request(`${url}/api/messages`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`answered ${response.statusCode}`));
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

run(workerData as TeamsLoad).then(
  (figures) => parentPort?.postMessage(figures),
  (error: unknown) => {
    throw error;
  },
);
