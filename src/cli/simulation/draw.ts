import type { Condition } from '../../core/model/condition';
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

/** How often what answers the very words just heard goes before the rest, and then what was written for the moment. */
const ANSWERS = 0.8;
const OF_THE_MOMENT = 0.35;

/** Among thousands of sentences a fresh one is found at once. */
const ATTEMPTS = 20;

/** The drawing hand of one simulated learner in one conversation: no sentence twice while there are others. */
export class Draw {
  private readonly said = new Set<BankSentence>();
  private heard: readonly string[] = [];
  private fits: (when: Condition) => boolean = () => false;

  constructor(
    private readonly bank: Bank,
    readonly random: Random,
  ) {}

  /** Takes in the lines of the persona that were just heard, and what fits the moment. */
  hears(lines: readonly string[], fits: (when: Condition) => boolean): void {
    this.heard = lines;
    this.fits = fits;
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  /** A sentence by a move, or by one of several as often as their weights say. */
  sentence(moves: Move | Readonly<Partial<Record<Move, number>>>, wish: Wish = {}): BankSentence | null {
    const move = typeof moves === 'string' ? moves : weighted(this.random, moves);
    return this.take(this.bank.byMove.get(move) ?? [], wish);
  }

  anything({ only }: Pick<Wish, 'only'> = {}): BankSentence | null {
    if (only) return this.take(this.bank.all, { only });
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

  private perhaps(share: number, from: readonly BankSentence[]): BankSentence | null {
    return from.length > 0 && this.chance(share) ? pick(this.random, from) : null;
  }

  private take(from: readonly BankSentence[], { about, only, not }: Wish): BankSentence | null {
    const allowed: BankSentence[] = [];
    const fresh: BankSentence[] = [];
    const fitting: BankSentence[] = [];
    const answering: BankSentence[] = [];
    const ofTheMoment: BankSentence[] = [];
    for (const item of from) {
      if ((not && touches(item, not)) || (only && !touches(item, only))) continue;
      allowed.push(item);
      if (this.said.has(item)) continue;
      fresh.push(item);
      if (about && touches(item, about)) fitting.push(item);
      if (!item.moment || !this.fits(item.moment.when)) continue;
      ofTheMoment.push(item);
      if (item.moment.to.lines.some((line) => this.heard.includes(line))) answering.push(item);
    }
    const taken =
      this.perhaps(ANSWERS, answering) ??
      this.perhaps(OF_THE_MOMENT, ofTheMoment) ??
      pick(this.random, fitting) ??
      pick(this.random, fresh) ??
      pick(this.random, allowed);
    if (taken) this.said.add(taken);
    return taken;
  }
}

function touches(item: BankSentence, topics: readonly string[]): boolean {
  for (const { topic } of item.topics) if (topics.includes(topic)) return true;
  return false;
}
