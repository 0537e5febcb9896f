import type { Example } from '../../core/model/example';
import type { Group } from '../../core/model/group';
import type { Method } from '../../core/model/method';
import { type BroughtTalk, NOT_BEGUN } from '../../core/model/review';
import type { Locale } from '../../core/model/session';
import { OTHER_LETTER } from '../../core/review/bring';
import type { ExampleTalk } from '../../core/review/exampleTalk';
import { letterOf } from '../../core/review/readReport';
import { asMember } from '../access';
import { endOf } from '../assignmentDraft';
import type { Calendar, Clock, Ids, Store } from '../ports';
import { type AnnounceParts, announceReview } from './announce';
import { broughtTurn } from './bringable';
import { SHARE_LIMITS } from './shareDraft';

export interface ExampleParts extends AnnounceParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly calendar: Calendar;
  readonly methods: readonly Method[];
  readonly examples: readonly Example[];
  readonly exampleTalk: (id: string) => ExampleTalk | null;
}

export interface AskedExample {
  readonly example: string;
  readonly group: string;
  /** '' for the one that suits the example. */
  readonly method: string;
  /** In words, as everybody reads it. */
  readonly title: string;
  readonly locale: Locale;
  /** Whether whoever may take part gets a message. */
  readonly tell: boolean;
}

/** Begins a review of a talk that comes along; nobody's words are in it, so nobody is asked. Null where there is none. */
export async function reviewExample(
  parts: ExampleParts,
  person: string,
  asked: AskedExample,
): Promise<string | null> {
  const { store, ids, clock, calendar } = parts;
  const example = parts.examples.find(({ id }) => id === asked.example);
  const talk = example && parts.exampleTalk(example.id);
  const group = await activeGroup(store, asked.group, person);
  const method = parts.methods.find(({ id }) => id === (asked.method || example?.method));
  if (!example || !talk || !group || !method) return null;
  const at = clock.now();
  const lastDay = calendar.plusDays(calendar.there(at, group.timeZone).day, SHARE_LIMITS.usualDays);
  const review = {
    ...{
      id: ids.fresh(),
      group: group.id,
      owner: person,
      source: { kind: 'example', example: example.id } as const,
    },
    ...{
      title: asked.title,
      method: method.id,
      freeze: method.freezes ? example.freeze : null,
      focus: example.focus,
    },
    ...{ facilitator: null, until: endOf(lastDay, group.timeZone, calendar), sharedAt: at },
    ...{ meeting: NOT_BEGUN, version: 1, revision: 1 },
  };
  if (!(await store.reviews.add(review, talkOf(example, talk, asked.locale), null))) return null;
  if (asked.tell) await announceReview(parts, review);
  return review.id;
}

async function activeGroup(store: Store, id: string, person: string): Promise<Group | null> {
  const place = await asMember(store, id, person);
  return place?.group.archivedAt === null ? place.group : null;
}

function talkOf(
  example: Example,
  { play, turns, opening, card, ending }: ExampleTalk,
  locale: Locale,
): BroughtTalk {
  const { texts } = play.scenario;
  return {
    locale,
    scenario: { id: example.scenario, title: texts.title },
    other: { name: texts.persona.name, letter: letterOf(texts.persona.role, OTHER_LETTER) },
    opening: opening.join(' '),
    turns: turns.map(broughtTurn),
    preparation: example.preparation,
    reflection: example.reflection,
    card,
    ending: (ending && texts.endings[ending]?.title) ?? '',
  };
}
