import type { Library } from '../../src/content/library';
import type { Turn } from '../../src/core/model/conversation';
import type { BroughtTalk, Review } from '../../src/core/model/review';
import type { Scorecard } from '../../src/core/model/scoring';
import { realMethods } from './methods';
import {
  type Browser,
  type PracticeServer,
  type PracticeServerOptions,
  startPracticeServer,
} from './practiceServer';
import { EARLY, moveMeeting, SHARED, sampleReview } from './reviewWorld';

/** What Anna said to Ans; the third is what a team would look at. */
export const SAID = [
  'Dag Ans, fijn dat ik mag komen. Ik ben Lot van het wijkteam.',
  'Wat zwaar voor u, dat begrijp ik goed. Wat doet dat met u?',
  'U moet gewoon niet zo zeuren.',
  'Goed, dan ga ik maar weer.',
] as const;

/** Three who take part, and one of the same group who does not. */
export type Reviewer = 'anna' | 'bram' | 'chris' | 'dirk';

export interface ReviewedTalk {
  readonly practice: PracticeServer;
  readonly attempt: string;
  readonly talk: BroughtTalk;
  readonly browsers: Readonly<Record<Reviewer, Browser>>;
  /** Brings the meeting to a step of its method, as if nobody had seen more yet. */
  step(id: string): Promise<void>;
  /** After going back: what was seen stays seen. */
  backTo(id: string): Promise<void>;
}

export interface ReviewedTalkOptions extends Partial<Review> {
  /** Whether the card goes along; so when left out. */
  readonly card?: boolean;
  /** Another talk in place of the one of Anna. */
  readonly talk?: BroughtTalk;
  /** The small one when left out. */
  readonly library?: Library;
  /** The server around it. */
  readonly server?: PracticeServerOptions;
}

/** Anna brought a real attempt at the small scenario to her group; Bram leads, Chris takes part, Dirk may but does not. */
export async function openReviewedTalk(options: ReviewedTalkOptions = {}): Promise<ReviewedTalk> {
  const { card = true, talk: other, library, server = {}, ...changes } = options;
  const practice = await startPracticeServer({ guests: false, ...(library && { library }), ...server });
  const { store } = practice;
  const names: readonly Reviewer[] = ['anna', 'bram', 'chris', 'dirk'];
  const opened = await Promise.all(
    names.map(async (name) => [name, await practice.browserOf(name)] as const),
  );
  const attempt = await practice.talk('anna', 'c-anna', 'klein', 'begin', ...SAID, 'stop');
  const group = { id: 'g1', name: 'Eerste groep', createdBy: 'anna', createdAt: EARLY };
  await store.groups.addGroup({ ...group, archivedAt: null, timeZone: 'Europe/Amsterdam' });
  for (const person of names) {
    await store.groups.addMember({ group: 'g1', person, role: 'learner', since: EARLY });
  }
  const [turns, scorecard] = await Promise.all([store.turns(attempt), store.scorecard(attempt)]);
  const talk = other ?? broughtTalk(turns, card ? scorecard : null);
  const source = { kind: 'attempt', attempt } as const;
  await store.reviews.add(sampleReview({ source, focus: ['V1', 'H1', 'V3'], ...changes }), talk, null);
  for (const person of ['anna', 'bram', 'chris']) await store.reviews.join('r1', { person, since: SHARED });
  const at = async (id: string) => {
    const { method } = { ...(await store.reviews.review('r1')) };
    const found = realMethods().find((one) => one.id === method);
    const step = found?.steps.findIndex((one) => one.id === id) ?? -1;
    if (step < 0) throw new Error(`no step ${id}`);
    return step;
  };
  return {
    practice,
    attempt,
    talk,
    browsers: Object.fromEntries(opened) as Record<Reviewer, Browser>,
    step: async (id) => {
      const step = await at(id);
      const entered = Array.from({ length: step + 1 }, () => new Date(practice.time.now).toISOString());
      await moveMeeting(store, 'r1', { stage: 'running', step, reached: step, entered, since: SHARED });
    },
    backTo: async (id) => moveMeeting(store, 'r1', { step: await at(id) }),
  };
}

/** A recorded talk as it would be shared, with nothing left out and nothing to hide. */
export function broughtTalk(turns: readonly Turn[], card: Scorecard | null): BroughtTalk {
  return {
    locale: 'nl',
    scenario: { id: 'small', title: 'Klein gesprek' },
    other: { name: 'Ans', letter: 'A' },
    opening: 'Kom binnen.',
    turns: turns.map(({ number, text, persona, understanding, before, meters }) => ({
      ...{ number, text, before, meters },
      answer: persona.map((line) => line.text).join(' '),
      sentences: understanding.sentences.map(({ span, reading, moves, topics }) => ({
        ...{ span, reading, moves },
        topics: topics.map(({ topic }) => topic),
      })),
    })),
    preparation: {},
    reflection: {},
    card,
    ending: '',
  };
}

/** What a page says, without how it looks. */
export function textOf(html: string): string {
  return html
    .replace(/<style.*?<\/style>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}
