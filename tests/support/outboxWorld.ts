import { join } from 'node:path';
import type { OutboxParts } from '../../src/app/outbox';
import type { Store } from '../../src/app/ports';
import { DEFAULT_QUIET } from '../../src/app/quietHours';
import type { RemindParts } from '../../src/app/remind';
import { calendar } from '../../src/calendar';
import { PROJECT_ROOT } from '../../src/cli/root';
import { loadTexts } from '../../src/content/texts';
import type { Assignment, HomeworkState } from '../../src/core/model/homework';
import type { Courier, Delivery, Letter } from '../../src/core/model/letter';
import type { NoticeChannel, Person } from '../../src/core/model/person';
import { sampleAssignment } from './assignments';
import { samplePerson } from './letters';

const texts = loadTexts(join(PROJECT_ROOT, 'locales'));
const LONG_AGO = '2026-01-01T08:00:00.000Z';

/** What a courier was handed, and what it answers next; without that everything is sent. */
export interface TestCourier extends Courier {
  readonly letters: Letter[];
  answer: (letter: Letter, person: Person) => Promise<Delivery>;
}

export interface OutboxWorld {
  readonly store: Store;
  /** May be set. */
  readonly time: { now: string };
  readonly couriers: Readonly<Record<NoticeChannel, TestCourier>>;
  readonly planning: RemindParts;
  /** What an instance of this name sends with. */
  sending(by?: string): OutboxParts;
  state(learner: string, state: HomeworkState): Promise<void>;
  change(changes: Partial<Assignment>): Promise<void>;
}

/** A group of Tineke with Anna and Bert in it, who have homework `h1` since Monday 2 March 2026, ten in the morning. */
export async function outboxWorld(
  store: Store,
  changes: Partial<Assignment> = {},
  learners: readonly string[] = ['anna', 'bert'],
): Promise<OutboxWorld> {
  for (const id of ['tineke', ...learners]) await store.people.settlePerson(samplePerson(id));
  await store.groups.addGroup({
    id: 'g1',
    name: 'Wijkteam Noord',
    createdBy: 'tineke',
    createdAt: LONG_AGO,
    archivedAt: null,
    timeZone: 'Europe/Amsterdam',
  });
  for (const person of learners) {
    await store.groups.addMember({ group: 'g1', person, role: 'learner', since: LONG_AGO });
  }
  await store.homework.addAssignment(sampleAssignment(changes));
  return outboxWorldOn(store);
}

/** The same where all of it is there already. */
export function outboxWorldOn(store: Store): OutboxWorld {
  const time = { now: '2026-03-02T09:00:00.000Z' };
  const clock = { now: () => time.now };
  const couriers = { teams: testCourier(), mail: testCourier() };
  let made = 0;
  return {
    store,
    time,
    couriers,
    planning: {
      store,
      clock,
      calendar,
      ids: { fresh: () => `notice-${++made}` },
      quiet: DEFAULT_QUIET,
      channels: ['teams', 'mail'],
    },
    sending: (by = 'one') => ({
      store,
      clock,
      calendar,
      quiet: DEFAULT_QUIET,
      couriers,
      by,
      texts,
      jitter: () => 0.5,
    }),
    state: (learner, state) => keepState(store, learner, state, time.now),
    change: async (next) => {
      const before = await store.homework.assignment('h1');
      if (before === null) throw new Error('There is no homework.');
      if (!(await store.homework.changeAssignment({ ...before, ...next }))) throw new Error('It moved on.');
    },
  };
}

function testCourier(): TestCourier {
  const courier: TestCourier = {
    letters: [],
    answer: async () => 'sent',
    send: (letter, person) => {
      courier.letters.push(letter);
      return courier.answer(letter, person);
    },
  };
  return courier;
}

async function keepState(store: Store, learner: string, state: HomeworkState, updatedAt: string) {
  const version = (await store.homework.homework('h1', learner))?.version ?? 0;
  await store.homework.keepHomework({ assignment: 'h1', learner, state, late: false, version, updatedAt });
}
