import { readFileSync } from 'node:fs';
import type { Store } from '../app/ports';
import { openPractice } from '../app/practice';
import { runConsole } from '../channels/console';
import { formatDiagnostic } from '../content/diagnostics';
import { contentOf, type Library, loadLibrary } from '../content/library';
import type { Conversations, MessageBody } from '../core/model/message';
import { openStore } from '../storage/openStore';
import { type CommandIo, linesOf } from './io';
import { option } from './options';
import { playReport } from './playReport';
import { PROJECT_ROOT } from './root';

const CONVERSATION = 'terminal';
const LEARNER = 'terminal';

/**
 * `play <scenario>`: a conversation in the terminal. `play <scenario> --replies FILE --json`: one learner's reply a
 * line in, one JSON object out. Nothing is kept on disk.
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const id = args[0] ?? '';
  const loaded = loadLibrary(PROJECT_ROOT);
  if (!loaded.ok) return refuse(io, loaded.diagnostics.map(formatDiagnostic).join('\n\n'));
  const { library } = loaded;
  const known = library.playbook.scenarios.map(({ scenario }) => scenario.id);
  if (!known.includes(id)) return refuse(io, `play: which scenario? ${known.join(', ')}`);
  const file = option(args, 'replies');
  const store = await openStore({ kind: 'sqlite', file: ':memory:' });
  try {
    const conversations = await open(library, store);
    if (file === null) await playAlong(library, conversations, id, io);
    else await playFile(library, store, conversations, id, file, args.includes('--json'), io);
    return 0;
  } finally {
    await store.close();
  }
}

async function playAlong(
  library: Library,
  conversations: Conversations,
  id: string,
  io: CommandIo,
): Promise<void> {
  const coachName = library.playbook.texts('nl', 'je')('interface.coachName');
  await runConsole(
    {
      conversations,
      conversation: CONVERSATION,
      learner: LEARNER,
      coachName,
      lines: linesOf(io.input),
      write: io.out,
    },
    [{ kind: 'joined' }, chooses(id)],
  );
}

async function playFile(
  library: Library,
  store: Store,
  conversations: Conversations,
  id: string,
  file: string,
  json: boolean,
  io: CommandIo,
): Promise<void> {
  const replies = readFileSync(file, 'utf8').split(/\r?\n/);
  if (replies.at(-1) === '') replies.pop();
  const said = replies.map((text): MessageBody => ({ kind: 'text', text }));
  const played = await playBodies(library, store, conversations, id, said);
  if (json) io.out(`${JSON.stringify(played)}\n`);
  else for (const turn of played.turns) io.out(`> ${turn.reply}\n${turn.persona.join(' ')}\n\n`);
}

/** Plays a scenario from the first word through the same door as every channel, and reports what was recorded. */
export async function playBodies(
  library: Library,
  store: Store,
  conversations: Conversations,
  scenario: string,
  said: readonly MessageBody[],
) {
  const opening: readonly MessageBody[] = [
    chooses(scenario),
    { kind: 'action', action: 'begin', values: {} },
  ];
  let number = 0;
  for (const body of [...opening, ...said]) {
    number += 1;
    await conversations.take({ id: `line-${number}`, conversation: CONVERSATION, learner: LEARNER, body });
    if (number > opening.length && (await isOver(store))) break;
  }
  const attempt = (await store.session(CONVERSATION))?.attempt;
  if (!attempt) throw new Error('the talk has not begun');
  return playReport(library.playbook.rubric, attempt, await store.turns(attempt.id));
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
