import { readFileSync } from 'node:fs';
import type { Store } from '../app/ports';
import { openPractice } from '../app/practice';
import { runConsole } from '../channels/console';
import { renderReply } from '../channels/console/renderReply';
import { contentOf, type Library } from '../content/library';
import { readPlaythrough } from '../content/playthroughs';
import type { Conversations, MessageBody, Reply } from '../core/model/message';
import { openStore } from '../storage/openStore';
import { type CommandIo, linesOf } from './io';
import { LiveTalk } from './liveTalk';
import { openLibrary } from './openLibrary';
import { option } from './options';
import { playReport } from './playReport';
import { PROJECT_ROOT } from './root';
import { formatTrace, traceTurns } from './trace';
import { watchContent } from './watchContent';

const CONVERSATION = 'terminal';
const LEARNER = 'terminal';

/**
 * `play <scenario>`: a conversation in the terminal. `--trace` tells after every reply how it was read and why each
 * line was said; `--watch` takes up content as soon as it is saved and keeps the talk. `--replies FILE --json`: one
 * learner's reply a line in, one JSON object out; without `--json` the talk from the first words to the short debrief,
 * and which replies came too late. Nothing is kept on disk.
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const id = args[0] ?? '';
  const library = openLibrary(io);
  if (!library) return 2;
  const known = library.playbook.scenarios.map(({ scenario }) => scenario.id);
  if (!known.includes(id)) return refuse(io, `play: which scenario? ${known.join(', ')}`);
  const file = option(args, 'replies');
  if (file === null)
    return playAlong(library, id, { trace: args.includes('--trace'), watch: args.includes('--watch') }, io);
  const store = await openStore({ kind: 'sqlite', file: ':memory:' });
  try {
    const conversations = await open(library, store);
    await playFile(
      library,
      store,
      conversations,
      id,
      { file, json: args.includes('--json'), trace: args.includes('--trace') },
      io,
    );
    return 0;
  } finally {
    await store.close();
  }
}

async function playAlong(
  library: Library,
  id: string,
  { trace, watch }: { readonly trace: boolean; readonly watch: boolean },
  io: CommandIo,
): Promise<number> {
  const coachName = library.playbook.texts('nl', 'je')('interface.coachName');
  const talk = await LiveTalk.begin({ root: PROJECT_ROOT, library, open, trace, write: io.out });
  const stopWatching = watch
    ? watchContent(PROJECT_ROOT, id, async () => {
        const problems = await talk.reload();
        io.err(problems === null ? '\n(content read anew)\n> ' : `\n${problems}\n> `);
      })
    : () => {};
  try {
    await runConsole(
      {
        conversations: talk,
        conversation: CONVERSATION,
        learner: LEARNER,
        coachName,
        lines: linesOf(io.input),
        write: io.out,
      },
      [{ kind: 'joined' }, chooses(id)],
    );
    return 0;
  } finally {
    stopWatching();
    await talk.close();
  }
}

async function playFile(
  library: Library,
  store: Store,
  conversations: Conversations,
  id: string,
  { file, json, trace }: { readonly file: string; readonly json: boolean; readonly trace: boolean },
  io: CommandIo,
): Promise<void> {
  const said = readReplies(file).map((text) => ({ kind: 'text', text }) as const);
  const { report, opening, closing, unsaid } = await playBodies(
    library,
    store,
    conversations,
    id,
    said,
    !json,
  );
  const why = trace ? await traceAll(library, store, id) : [];
  if (json)
    io.out(`${JSON.stringify(trace ? { ...report, trace: why.map(({ lines }) => lines) } : report)}\n`);
  else {
    io.out(`${opening.map(({ text }) => text).join(' ')}\n\n`);
    report.turns.forEach((turn, i) => {
      const told = why[i] ? `${why[i].text}\n` : '';
      io.out(`> ${turn.reply}\n${told}${turn.persona.join(' ')}\n\n`);
    });
    for (const text of unsaid) io.out(`> ${text}\n(not said: the talk was over)\n\n`);
    const coachName = library.playbook.texts('nl', 'je')('interface.coachName');
    for (const reply of closing) io.out(`${renderReply(reply, coachName)}\n\n`);
  }
}

/** Why each line of the recorded talk was said. */
async function traceAll(library: Library, store: Store, id: string) {
  const attempt = (await store.session(CONVERSATION))?.attempt;
  const staged = library.playbook.scenarios.find(({ scenario }) => scenario.id === id);
  if (!attempt || !staged) return [];
  const turns = await store.turns(attempt.id);
  const traces = traceTurns(staged, turns);
  return turns.map((turn, i) => ({
    lines: traces[i] ?? [],
    text: formatTrace(staged, turn, traces[i] ?? []),
  }));
}

/** One reply a line; of a playthrough (`.yaml`) its replies. */
function readReplies(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.yaml')) return readPlaythrough(text, file).replies;
  const lines = text.split(/\r?\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** A talk that was played, with what was said around it. */
interface Played {
  readonly report: ReturnType<typeof playReport>;
  /** The persona's first words. */
  readonly opening: readonly (Reply & { kind: 'persona' })[];
  /** What the coach shows when it is over. */
  readonly closing: readonly Reply[];
  /** Replies for which the talk was over too soon. */
  readonly unsaid: readonly string[];
}

/**
 * Plays a scenario from the first word through the same door as every channel, and reports what was recorded. With
 * `toTheEnd` a talk that is still going is stopped, as a learner would.
 */
export async function playBodies(
  library: Library,
  store: Store,
  conversations: Conversations,
  scenario: string,
  said: readonly (MessageBody & { kind: 'text' })[],
  toTheEnd: boolean,
): Promise<Played> {
  const opening: readonly MessageBody[] = [
    chooses(scenario),
    { kind: 'action', action: 'begin', values: {} },
  ];
  let number = 0;
  const take = async (body: MessageBody) => {
    number += 1;
    const message = { id: `line-${number}`, conversation: CONVERSATION, learner: LEARNER, body };
    return (await conversations.take(message)).replies;
  };
  const begun: Reply[] = [];
  for (const body of opening) begun.push(...(await take(body)));
  let last: readonly Reply[] = [];
  let heard = 0;
  for (const body of said) {
    last = await take(body);
    heard += 1;
    if (await isOver(store)) break;
  }
  if (toTheEnd && !(await isOver(store))) last = await take({ kind: 'text', text: 'stop' });
  const attempt = (await store.session(CONVERSATION))?.attempt;
  if (!attempt) throw new Error('the talk has not begun');
  return {
    report: playReport(library.playbook.rubric, attempt, await store.turns(attempt.id)),
    opening: begun.filter((reply) => reply.kind === 'persona'),
    closing: last.filter((reply) => reply.kind !== 'persona'),
    unsaid: said.slice(heard).map(({ text }) => text),
  };
}

/** A practice in memory, for commands and tests. */
export function open(library: Library, store: Store): Promise<Conversations> {
  let fresh = 0;
  return openPractice({
    playbook: library.playbook,
    store,
    clock: { now: () => new Date().toISOString() },
    ids: {
      fresh: () => {
        fresh += 1;
        return `attempt-${fresh}`;
      },
    },
    locale: () => 'nl',
    contentOf,
    restage: library.restage,
  });
}

async function isOver(store: Store): Promise<boolean> {
  const session = await store.session(CONVERSATION);
  return session?.stage !== 'playing';
}

function chooses(scenario: string): MessageBody {
  return { kind: 'action', action: 'choose', values: { scenario } };
}

function refuse(io: CommandIo, problem: string): number {
  io.err(`${problem}\n`);
  return 2;
}
