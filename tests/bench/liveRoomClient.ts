import http from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

/** What the server's thread asks of the thread in which the browsers are. */
export interface RoomLoad {
  readonly url: string;
  readonly live: string;
  readonly room: string;
  readonly step: string;
  /** A cookie for each. */
  readonly listeners: readonly string[];
  readonly leader: string;
  readonly token: string;
  readonly steps: number;
}

/** Milliseconds from the press until the last has heard of each step, and until the last has the room as it is then. */
export interface RoomFigures {
  readonly heard: readonly number[];
  readonly drawn: readonly number[];
}

/** Waits until every listener has heard of a step. */
interface Waiting {
  readonly step: number;
  readonly missing: Set<number>;
  readonly done: () => void;
}

const WARM_UP = 4;

async function run(load: RoomLoad): Promise<RoomFigures> {
  let waiting: Waiting | null = null;
  const heard = (listener: number, step: number) => {
    if (waiting?.step !== step) return;
    waiting.missing.delete(listener);
    if (waiting.missing.size === 0) waiting.done();
  };
  const all = (step: number) =>
    new Promise<void>((done) => {
      waiting = { step, missing: new Set(load.listeners.keys()), done };
    });
  const first = all(0);
  const agent = new http.Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const lines = load.listeners.map((cookie, at) => listen(load, agent, cookie, (step) => heard(at, step)));
  await first;
  const figures = { heard: [] as number[], drawn: [] as number[] };
  for (let run = -WARM_UP; run < load.steps; run++) {
    const from = Math.abs(run) % 2;
    const reached = all(1 - from);
    const before = performance.now();
    await Promise.all([press(load, agent, from), reached]);
    if (run >= 0) figures.heard.push(performance.now() - before);
    await Promise.all(load.listeners.map((cookie) => draw(load, agent, cookie)));
    if (run >= 0) figures.drawn.push(performance.now() - before);
  }
  for (const request of lines) request.destroy();
  agent.destroy();
  return figures;
}

/** The room of somebody, as the script of the open page asks for it. */
function draw(load: RoomLoad, agent: http.Agent, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = http.get(
      `${load.url}${load.room}`,
      { agent, headers: { Cookie: cookie } },
      (response) => {
        response.resume();
        response.on('end', resolve);
      },
    );
    request.on('error', reject);
  });
}

function listen(
  load: RoomLoad,
  agent: http.Agent,
  cookie: string,
  heard: (step: number) => void,
): http.ClientRequest {
  const request = http.get(`${load.url}${load.live}`, { agent, headers: { Cookie: cookie } }, (response) => {
    if (response.statusCode !== 200) throw new Error(`an open room got ${response.statusCode}`);
    let rest = '';
    response.setEncoding('utf8');
    response.on('data', (part: string) => {
      const events = (rest + part).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) {
        const data = /^data: (.*)$/m.exec(event)?.[1];
        if (data !== undefined) heard((JSON.parse(data) as { step: number }).step);
      }
    });
  });
  request.on('error', () => undefined);
  return request;
}

/** On to the second step, and back to the first. */
function press(load: RoomLoad, agent: http.Agent, from: number): Promise<void> {
  const fields = { token: load.token, type: from === 0 ? 'NEXT' : 'BACK', from: String(from) };
  return new Promise((resolve, reject) => {
    const request = http.request(
      `${load.url}${load.step}`,
      {
        agent,
        method: 'POST',
        headers: {
          Cookie: load.leader,
          Origin: load.url,
          'Content-Type': 'application/x-www-form-urlencoded',
        },
      },
      (response) => {
        response.resume();
        response.on('end', () =>
          response.statusCode === 303 ? resolve() : reject(new Error(`a step got ${response.statusCode}`)),
        );
      },
    );
    request.on('error', reject);
    request.end(new URLSearchParams(fields).toString());
  });
}

run(workerData as RoomLoad).then(
  (figures) => parentPort?.postMessage(figures),
  (error: unknown) => {
    throw error;
  },
);
