import type { Move } from '../../core/model/moves';
import type { Bank, BankSentence } from './bank';
import { pick, type Random, weighted } from './random';

export interface Wish {
  /** Rather about one of these; when there is none, about anything. */
  readonly about?: readonly string[];
  /** Only about one of these; when there is none, nothing. */
  readonly only?: readonly string[];
  /** Never about these. */
  readonly not?: readonly string[];
}

/** Among thousands of sentences a fresh one is found at once. */
const ATTEMPTS = 20;

/** The drawing hand of one simulated learner in one conversation: no sentence twice while there are others. */
export class Draw {
  private readonly said = new Set<BankSentence>();

  constructor(
    private readonly bank: Bank,
    readonly random: Random,
  ) {}

  chance(share: number): boolean {
    return this.random() < share;
  }

  /** A sentence by a move, or by one of several as often as their weights say. */
  sentence(moves: Move | Readonly<Partial<Record<Move, number>>>, wish: Wish = {}): BankSentence | null {
    const move = typeof moves === 'string' ? moves : weighted(this.random, moves);
    return this.take(this.bank.byMove.get(move) ?? [], wish);
  }

  anything(): BankSentence | null {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const item = pick(this.random, this.bank.all);
      if (!item || this.said.has(item)) continue;
      this.said.add(item);
      return item;
    }
    return pick(this.random, this.bank.all);
  }

  goodbye(): BankSentence | null {
    return pick(this.random, this.bank.goodbyes);
  }

  private take(from: readonly BankSentence[], { about, only, not }: Wish): BankSentence | null {
    const allowed: BankSentence[] = [];
    const fresh: BankSentence[] = [];
    const fitting: BankSentence[] = [];
    for (const item of from) {
      if ((not && touches(item, not)) || (only && !touches(item, only))) continue;
      allowed.push(item);
      if (this.said.has(item)) continue;
      fresh.push(item);
      if (about && touches(item, about)) fitting.push(item);
    }
    const taken = pick(this.random, fitting) ?? pick(this.random, fresh) ?? pick(this.random, allowed);
    if (taken) this.said.add(taken);
    return taken;
  }
}

function touches(item: BankSentence, topics: readonly string[]): boolean {
  for (const { topic } of item.topics) if (topics.includes(topic)) return true;
  return false;
}
