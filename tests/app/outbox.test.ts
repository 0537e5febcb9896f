import { deliverDue } from '../../src/app/outbox';
import type { Store } from '../../src/app/ports';
import { planReminders } from '../../src/app/remind';
import type { Delivery } from '../../src/core/model/letter';
import { openStore } from '../../src/storage/openStore';
import { type OutboxWorld, outboxWorld } from '../support/outboxWorld';

let store: Store;
let world: OutboxWorld;

beforeEach(async () => {
  store = await openStore({ kind: 'sqlite', file: ':memory:' });
  world = await outboxWorld(store);
});

afterEach(() => store.close());

const at = (moment: string) => {
  world.time.now = `2026-03-${moment}:00.000Z`;
};

/** Codes of one round, sorted. */
async function round(by?: string): Promise<readonly string[]> {
  return (await deliverDue(world.sending(by))).handled.map(({ code }) => code).sort();
}

const mails = () => world.couriers.mail.letters;

describe('what is planned', () => {
  beforeEach(() => planReminders(world.planning));

  test('is sent once, in the words of its reader', async () => {
    await store.people.changePerson('bert', { locale: 'en', name: '' });
    expect(await round()).toEqual(['sent', 'sent']);
    expect(await round()).toEqual([]);
    const [anna, bert] = ['anna', 'bert'].map((id) => mails().find(({ person }) => person === id));
    expect(anna?.words.subject).toBe('Nieuw huiswerk: Gesprek met de vader van Hasna');
    expect(anna?.words.text).toContain('Dag Anna,');
    expect(anna?.words.text).toContain('Groep: Wijkteam Noord');
    expect(anna?.words.text).toContain('Inleveren kan tot: donderdag 12 maart om 23:59');
    expect(anna?.words.card.actions).toEqual([
      { kind: 'link', label: 'Bekijk je huiswerk', path: '/me/homework/h1' },
    ]);
    expect(anna?.day).toMatchObject({ uid: 'homework-h1@bruggesprek', day: '2026-03-12', cancelled: false });
    expect(bert?.words.text).toMatch(/^Hello,\n\n/);
    expect(bert?.words.subject).toBe('New homework: Gesprek met de vader van Hasna');
  });

  test('comes again two days before and on the day, and never after it', async () => {
    for (const moment of [
      '02T09:00',
      '10T07:59',
      '10T08:00',
      '12T08:00',
      '12T22:59',
      '13T09:00',
      '20T09:00',
    ]) {
      at(moment);
      await round();
    }
    expect(
      mails()
        .filter(({ person }) => person === 'anna')
        .map(({ kind }) => kind),
    ).toEqual(['homework-assigned', 'homework-due-soon', 'homework-due-today']);
  });

  test('keeps quiet hours also when its own moment was missed', async () => {
    at('02T19:00');
    expect(await round()).toEqual(['quiet', 'quiet']);
    at('03T06:59');
    expect(await round()).toEqual([]);
    at('03T07:00');
    expect(await round()).toEqual(['sent', 'sent']);
  });

  test('goes to one person one at a time', async () => {
    await store.outbox.keepReference({ person: 'anna', conversation: 'c', reference: '{}', updatedAt: '' });
    await planReminders(world.planning);
    let underWay = 0;
    let most = 0;
    for (const courier of Object.values(world.couriers)) {
      courier.answer = async (_, { id }) => {
        if (id !== 'anna') return 'sent';
        most = Math.max(most, ++underWay);
        await new Promise((next) => setTimeout(next, 5));
        underWay--;
        return 'sent';
      };
    }
    await Promise.all([round('one'), round('two')]);
    await Promise.all([round('one'), round('two')]);
    expect(most).toBe(1);
    expect(world.couriers.teams.letters).toHaveLength(1);
    expect(mails()).toHaveLength(2);
  });

  test.each<[string, () => Promise<unknown>, string]>([
    [
      'wants none any more',
      () => store.people.changePerson('anna', { reminders: { mail: false, teams: true } }),
      'opted-out',
    ],
    ['has no address any more', () => store.people.changePerson('anna', { email: null }), 'not-reachable'],
    ['handed in', () => world.state('anna', 'handed-in'), 'done'],
    ['was excused', () => world.state('anna', 'excused'), 'done'],
    ['left the group', () => store.groups.removeMember('g1', 'anna'), 'not-a-learner'],
    [
      'became a trainer',
      () => store.groups.changeRole('g1', 'anna', 'trainer', '2026-03-04T09:00:00.000Z'),
      'not-a-learner',
    ],
  ])('is not sent to who %s', async (_, change, code) => {
    await change();
    expect(await round()).toEqual([code, 'sent'].sort());
    expect(mails().map(({ person }) => person)).toEqual(['bert']);
  });

  test.each<[string, () => Promise<unknown>, string]>([
    ['the homework is closed', () => world.change({ closedAt: '2026-03-02T08:00:00.000Z' }), 'closed'],
    ['the homework opens later', () => world.change({ opensAt: '2026-03-04T08:00:00.000Z' }), 'not-open'],
    [
      'the group is archived',
      () => store.groups.changeGroup('g1', { archivedAt: '2026-03-02T08:00:00.000Z' }),
      'no-group',
    ],
  ])('is not sent when %s', async (_, change, code) => {
    await change();
    expect(await round()).toEqual([code, code]);
    expect(mails()).toEqual([]);
  });

  test('waits where nobody can send it', async () => {
    const { mail: _, ...couriers } = world.couriers;
    expect((await deliverDue({ ...world.sending(), couriers })).handled).toEqual([]);
    expect(await round()).toEqual(['sent', 'sent']);
  });

  test('that cannot be made is put off, and keeps nobody else waiting', async () => {
    await store.people.changePerson('anna', { locale: 'en' });
    const { texts, ...sending } = world.sending();
    const broken: typeof texts = (locale, address) => {
      if (locale === 'en') throw new Error('There are no words.');
      return texts(locale, address);
    };
    const { handled, faults } = await deliverDue({ ...sending, texts: broken });
    expect(handled.map(({ code }) => code).sort()).toEqual(['failed', 'sent']);
    expect(faults).toHaveLength(1);
    expect(await round()).toEqual([]);
    at('02T09:05');
    expect(await round()).toEqual(['sent']);
  });

  test('goes by the clock of the group to who lives where no clock is known', async () => {
    await store.people.changePerson('anna', { timeZone: 'Nowhere/At all' });
    await planReminders(world.planning);
    expect(await round()).toEqual(['sent', 'sent']);
    expect(mails().find(({ person }) => person === 'anna')?.words.text).toContain('12 maart om 23:59');
  });
});

describe('what a courier answers', () => {
  beforeEach(async () => {
    await store.groups.removeMember('g1', 'bert');
    await planReminders(world.planning);
  });

  const answering = (...answers: readonly (Delivery | Error)[]) => {
    const left = [...answers];
    world.couriers.mail.answer = async () => {
      const next = left.shift() ?? 'sent';
      if (next instanceof Error) throw next;
      return next;
    };
  };

  test.each<[string, Delivery | Error, string]>([
    ['sent', 'sent', 'sent'],
    ['nobody there', 'gone', 'gone'],
    ['refused', 'refused', 'refused'],
    ['nobody knows', 'uncertain', 'uncertain'],
    ['it broke', new Error('Broken.'), 'uncertain'],
  ])('%s: it is never handed over again', async (_, answer, code) => {
    answering(answer);
    expect(await round()).toEqual([code]);
    await planReminders(world.planning);
    at('02T16:00');
    expect(await round()).toEqual([]);
    at('03T10:00');
    await planReminders(world.planning);
    expect(await round()).toEqual([]);
    expect(mails()).toHaveLength(1);
  });

  test('not now: again after a minute and a half, then twice as long', async () => {
    const later = { retryAfterSeconds: null };
    answering(later, later);
    expect(await round()).toEqual(['again']);
    at('02T09:01');
    expect(await round()).toEqual([]);
    world.time.now = '2026-03-02T09:01:15.000Z';
    expect(await round()).toEqual(['again']);
    world.time.now = '2026-03-02T09:03:44.000Z';
    expect(await round()).toEqual([]);
    world.time.now = '2026-03-02T09:03:45.000Z';
    expect(await round()).toEqual(['sent']);
  });

  test.each([
    ['as long as it asks', 3_600, '02T09:59', '02T10:00'],
    ['into the evening: the next morning', 8 * 3_600, '03T06:59', '03T07:00'],
    ['for less than our own patience', 1, '02T09:01', '02T09:02'],
    ['for nonsense', Number.NaN, '02T09:01', '02T09:02'],
  ])('waits %s', async (_, retryAfterSeconds, before, after) => {
    answering({ retryAfterSeconds });
    expect(await round()).toEqual(['again']);
    at(before);
    expect(await round()).toEqual([]);
    at(after);
    expect(await round()).toEqual(['sent']);
  });

  test('for ever: it is dropped when it is no use any more', async () => {
    answering(...Array.from({ length: 100 }, () => ({ retryAfterSeconds: Number.MAX_VALUE })));
    expect(await round()).toEqual(['again']);
    at('13T12:00');
    expect(await round()).toEqual([]);
    expect(mails()).toHaveLength(1);
  });

  test('not now, again and again: it is given up', async () => {
    world.couriers.mail.answer = async () => ({ retryAfterSeconds: null });
    const codes: string[] = [];
    for (let hour = 0; hour < 24 * 14; hour++) {
      world.time.now = new Date(Date.UTC(2026, 2, 2, 9) + hour * 3_600_000).toISOString();
      codes.push(...(await round()));
    }
    expect(codes.filter((code) => code === 'again').length).toBeGreaterThan(10);
    expect(mails().filter(({ kind }) => kind === 'homework-assigned').length).toBeLessThanOrEqual(12);
  });

  test('not now, and meanwhile it is not wanted any more: it is not sent', async () => {
    answering({ retryAfterSeconds: 60 });
    await round();
    await world.state('anna', 'handed-in');
    at('02T10:00');
    expect(await round()).toEqual(['done']);
  });
});
