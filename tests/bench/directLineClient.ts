import { parentPort, workerData } from 'node:worker_threads';
import { call, signIn } from '../support/chatServer';

/** What the server's thread asks of the learners' thread. */
export interface Load {
  readonly url: string;
  readonly conversations: number;
  readonly turns: number;
  readonly replies: readonly string[];
  /** Said first, to get into a talk; not counted. */
  readonly before: readonly string[];
}

/** Many learners at once: each says a reply, then fetches the answer. Tells how many turns a second that gave. */
async function run(load: Load): Promise<number> {
  const talks = await Promise.all(Array.from({ length: load.conversations }, () => begin(load)));
  const from = performance.now();
  await Promise.all(talks.map((talk) => converse(load, talk)));
  return (load.conversations * load.turns) / ((performance.now() - from) / 1000);
}

interface Talk {
  readonly token: string;
  readonly path: string;
  watermark: string;
}

async function begin(load: Load): Promise<Talk> {
  const { token, conversationId } = await signIn(load.url, true);
  await call(load.url, '/directline/conversations', { token, body: {} });
  const talk: Talk = { token, path: `/directline/conversations/${conversationId}/activities`, watermark: '' };
  for (const text of load.before) await say(load.url, talk, text);
  return talk;
}

async function converse(load: Load, talk: Talk): Promise<void> {
  for (let turn = 0; turn < load.turns; turn++) {
    await say(load.url, talk, load.replies[turn % load.replies.length] ?? '');
  }
}

let said = 0;

async function say(url: string, talk: Talk, text: string): Promise<void> {
  said += 1;
  const posted = await call(url, talk.path, {
    token: talk.token,
    body: { type: 'message', text, channelData: { clientActivityID: `bench-${said}` } },
  });
  if (posted.status !== 200) throw new Error(`said ${posted.status} ${posted.text}`);
  const answer = await call(url, `${talk.path}?watermark=${talk.watermark}`, { token: talk.token });
  if (answer.status !== 200) throw new Error(`answered ${answer.status} ${answer.text}`);
  talk.watermark = String(answer.body.watermark);
}

run(workerData as Load).then(
  (turnsPerSecond) => parentPort?.postMessage(turnsPerSecond),
  (error: unknown) => {
    throw error;
  },
);
