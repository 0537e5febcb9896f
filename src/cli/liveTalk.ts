import type { Store } from '../app/ports';
import { type Diagnostic, formatDiagnostic } from '../content/diagnostics';
import { type Library, loadLibrary } from '../content/library';
import type { Conversations, IncomingMessage, RecordedMessage } from '../core/model/message';
import { openStore } from '../storage/openStore';
import { formatTrace, traceTurns } from './trace';

export interface LiveTalkParts {
  readonly root: string;
  readonly library: Library;
  readonly open: (library: Library, store: Store) => Promise<Conversations>;
  readonly trace: boolean;
  readonly write: (text: string) => void;
}

/**
 * A practice in memory for whoever writes a scenario: it can tell why each line was said, and take up changed
 * content by playing everything that was typed so far again.
 */
export class LiveTalk implements Conversations {
  private readonly typed: IncomingMessage[] = [];
  private queue: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly parts: LiveTalkParts,
    private library: Library,
    private store: Store,
    private conversations: Conversations,
  ) {}

  static async begin(parts: LiveTalkParts): Promise<LiveTalk> {
    const store = await openStore({ kind: 'sqlite', file: ':memory:' });
    return new LiveTalk(parts, parts.library, store, await parts.open(parts.library, store));
  }

  take(message: IncomingMessage): Promise<RecordedMessage> {
    return this.inTurn(() => this.decide(message));
  }

  private async decide(message: IncomingMessage): Promise<RecordedMessage> {
    this.typed.push(message);
    const before = await this.lastTurn(message.conversation);
    const taken = await this.conversations.take(message);
    if (this.parts.trace) await this.explain(message.conversation, before);
    return taken;
  }

  since(conversation: string, sequence: number): Promise<readonly RecordedMessage[]> {
    return this.conversations.since(conversation, sequence);
  }

  delivered(conversation: string, messageId: string): Promise<void> {
    return this.conversations.delivered(conversation, messageId);
  }

  resume(learner: string, anew: boolean): Promise<string> {
    return this.conversations.resume(learner, anew);
  }

  /** Reads the content anew. With errors the talk goes on as it was, and they are returned; null when all is well. */
  reload(): Promise<string | null> {
    return this.inTurn(() => this.playAgain());
  }

  private async playAgain(): Promise<string | null> {
    const loaded = loadLibrary(this.parts.root);
    if (!loaded.ok) return describe(loaded.diagnostics);
    const store = await openStore({ kind: 'sqlite', file: ':memory:' });
    const conversations = await this.parts.open(loaded.library, store);
    for (const message of this.typed) await conversations.take(message);
    await this.store.close();
    this.library = loaded.library;
    this.store = store;
    this.conversations = conversations;
    return null;
  }

  close(): Promise<void> {
    return this.store.close();
  }

  /** What is typed and what is saved do not get in each other's way. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => undefined);
    return done;
  }

  private async explain(conversation: string, before: string | null): Promise<void> {
    const attempt = (await this.store.session(conversation))?.attempt;
    const now = await this.lastTurn(conversation);
    const staged = this.library.playbook.scenarios.find(({ scenario }) => scenario.id === attempt?.scenario);
    if (!attempt || !staged || now === before) return;
    const turns = await this.store.turns(attempt.id);
    const turn = turns.at(-1);
    const trace = traceTurns(staged, turns).at(-1);
    if (turn && trace) this.parts.write(`\n${formatTrace(staged, turn, trace)}\n`);
  }

  private async lastTurn(conversation: string): Promise<string | null> {
    const attempt = (await this.store.session(conversation))?.attempt;
    if (!attempt) return null;
    return `${attempt.id} ${(await this.store.turns(attempt.id)).length}`;
  }
}

function describe(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(formatDiagnostic)
    .join('\n\n');
}
