import { decideTurn } from '../../src/core/decideTurn';
import type { Given } from '../../src/core/deciding/desk';
import type { Turn } from '../../src/core/model/conversation';
import type { Correction } from '../../src/core/model/correction';
import type {
  EarlierAttempt,
  KnownPerson,
  Needs,
  OpenHomework,
  TurnDecision,
} from '../../src/core/model/decision';
import type { CardActionName, MessageBody, Reply } from '../../src/core/model/message';
import type { PersonSettings } from '../../src/core/model/person';
import type { Scorecard } from '../../src/core/model/scoring';
import type { Session } from '../../src/core/model/session';
import { smallPlaybook } from './smallPlaybook';

export const playbook = smallPlaybook();

const fresh: Session = {
  conversation: 'c',
  learner: 'l',
  version: 0,
  stage: 'choosing',
  paused: false,
  locale: 'nl',
  address: 'je',
  attempt: null,
};

/** A conversation without store or channel: what is recorded is kept here. */
export class Talk {
  session = fresh;
  turns: readonly Turn[] = [];
  finished = 0;
  scorecard: Scorecard | null = null;
  last: readonly Reply[] = [];
  /** What is kept about the learner. */
  person: KnownPerson = null;
  settings: PersonSettings | null = null;
  corrections: readonly Correction[] = [];
  /** What is still to be done. */
  homework: readonly OpenHomework[] = [];
  /** Every attempt so far, as a store would hand it in. */
  readonly attempts = new Map<string, EarlierAttempt>();
  private count = 0;

  say(text: string): this {
    return this.send({ kind: 'text', text });
  }

  use(action: CardActionName, values: Record<string, string> = {}): this {
    return this.send({ kind: 'action', action, values });
  }

  send(body: MessageBody): this {
    this.count += 1;
    const message = { id: `${this.count}`, conversation: 'c', learner: 'l', body };
    let given: Given = { freshId: `attempt-${this.count}`, transcript: null };
    for (let asked = 0; asked < 4; asked++) {
      const decision = decideTurn(playbook, this.session, message, given);
      if (!('needs' in decision)) return this.keep(decision);
      given = { ...given, ...this.fetch(decision) };
    }
    throw new Error('asked for the same thing twice');
  }

  private fetch(needs: Needs): Partial<Given> {
    switch (needs.needs) {
      case 'transcript':
        return { transcript: this.turns };
      case 'person':
        return { person: this.person };
      case 'homework':
        return { homework: this.homework };
      case 'reviews':
        return { reviews: [] };
      case 'groups':
        return { groups: { groups: [], mayMake: false, outcome: null } };
      case 'attempt':
        return { earlier: this.attempts.get(needs.attempt) ?? null };
    }
  }

  heard(): string {
    return this.last
      .map((reply) => (reply.kind === 'card' ? JSON.stringify(reply.card) : reply.text))
      .join('\n');
  }

  private keep(decision: TurnDecision): this {
    this.session = JSON.parse(JSON.stringify(decision.session));
    this.last = decision.replies;
    for (const item of decision.recorded) {
      if (item.kind === 'attempt-started') this.turns = [];
      if (item.kind === 'turn') this.turns = [...this.turns, item.turn];
      if (item.kind === 'taken-back') this.turns = this.turns.filter(({ number }) => number !== item.turn);
      if (item.kind === 'finished') this.finish(item.scorecard);
      if (item.kind === 'settings') this.settings = item.settings;
    }
    this.remember();
    return this;
  }

  private finish(scorecard: Scorecard): void {
    this.finished += 1;
    this.scorecard = scorecard;
  }

  private remember(): void {
    const { attempt } = this.session;
    if (!attempt) return;
    const { rolePlay, branchOf = null, id, scenario, content, level, preparation } = attempt;
    const { ending, reason } = rolePlay;
    const kept = { id, scenario, content, level, preparation, branchOf, ending, reason };
    this.attempts.set(id, { ...kept, turns: this.turns, corrections: this.corrections });
  }
}

/** In the middle of the small scenario, nothing said yet. */
export const talking = () =>
  new Talk().send({ kind: 'joined' }).use('choose', { scenario: 'small' }).use('begin');
