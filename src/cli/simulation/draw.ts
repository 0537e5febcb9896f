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
    return this.take(this.bank.all, {});
  }

  goodbye(): BankSentence | null {
    return pick(this.random, this.bank.goodbyes);
  }

  private take(from: readonly BankSentence[], { about, only, not }: Wish): BankSentence | null {
    const allowed = from
      .filter((item) => !not || !touches(item, not))
      .filter((item) => !only || touches(item, only));
    const fresh = allowed.filter((item) => !this.said.has(item));
    const fitting = about ? fresh.filter((item) => touches(item, about)) : fresh;
    const taken = pick(this.random, fitting) ?? pick(this.random, fresh) ?? pick(this.random, allowed);
    if (taken) this.said.add(taken);
    return taken;
  }
}

function touches(item: BankSentence, topics: readonly string[]): boolean {
  return item.topics.some(({ topic }) => topics.includes(topic));
}
