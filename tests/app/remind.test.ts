import { deliverDue } from '../../src/app/outbox';
import type { Store } from '../../src/app/ports';
import { noticesFor, planReminders, replanAssignment } from '../../src/app/remind';
import { chooseReminders, readReminderChoice, stopReminders } from '../../src/app/reminderChoice';
import { tellDiscussed, tellOverruled } from '../../src/app/tellLearner';
import { openStore } from '../../src/storage/openStore';
import { AT, decision, sampleAttempt, sampleSession, text } from '../storage/fixtures';
import { sampleAssignment } from '../support/assignments';
import { samplePerson } from '../support/letters';
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
const plan = () => planReminders(world.planning);
const round = async () => (await deliverDue(world.sending())).handled.map(({ code }) => code);
const told = (person: string) =>
  world.couriers.mail.letters.filter((letter) => letter.person === person).map(({ kind }) => kind);

test('keys name the homework, the person, the moment and the way', () => {
  const learner = {
    person: samplePerson('aad:t:o'),
    since: '2026-01-01T08:00:00.000Z',
    channels: ['mail', 'teams'],
  } as const;
  const notices = noticesFor(sampleAssignment(), learner, world.planning);
  expect(notices.map(({ key }) => key)).toEqual([
    'homework:h1:aad:t:o:assigned:mail',
    'homework:h1:aad:t:o:assigned:teams',
    'homework:h1:aad:t:o:due-soon-2026-03-12:mail',
    'homework:h1:aad:t:o:due-soon-2026-03-12:teams',
    'homework:h1:aad:t:o:due-today-2026-03-12:mail',
    'homework:h1:aad:t:o:due-today-2026-03-12:teams',
  ]);
});

describe('planning', () => {
  test('adds the same once, however often it runs', async () => {
    expect(await plan()).toBe(6);
    expect(await plan()).toBe(0);
    await round();
    expect(await plan()).toBe(0);
  });

  test('is for learners who want it and can be reached', async () => {
    await store.people.settlePerson(samplePerson('carla', { email: null }));
    await store.people.settlePerson(samplePerson('dirk', { reminders: { mail: false, teams: true } }));
    for (const person of ['carla', 'dirk', 'tineke']) {
      const role = person === 'tineke' ? 'trainer' : 'learner';
      await store.groups.addMember({ group: 'g1', person, role, since: '2026-03-01T08:00:00.000Z' });
      await store.outbox.keepReference({ person, conversation: 'c', reference: '{}', updatedAt: AT });
    }
    await plan();
    at('02T10:00');
    await round();
    expect(world.couriers.mail.letters.map(({ person }) => person).sort()).toEqual(['anna', 'bert']);
    expect(world.couriers.teams.letters.map(({ person }) => person).sort()).toEqual(['carla', 'dirk']);
  });

  test('makes up for what was missed while nothing ran, as far as that makes sense', async () => {
    at('10T12:00');
    await plan();
    await round();
    expect(told('anna')).toEqual(['homework-due-soon']);
    at('12T10:00');
    await plan();
    await round();
    expect(told('anna')).toEqual(['homework-due-soon', 'homework-due-today']);
    at('13T10:00');
    expect(await plan()).toBe(0);
    expect(await round()).toEqual([]);
  });

  test('reaches who joins later', async () => {
    await plan();
    await round();
    await store.people.settlePerson(samplePerson('carla'));
    at('09T09:00');
    await store.groups.addMember({ group: 'g1', person: 'carla', role: 'learner', since: world.time.now });
    expect(await plan()).toBe(3);
    await round();
    expect(told('carla')).toEqual(['homework-assigned']);
  });

  test('leaves drafts, closed homework and archived groups alone', async () => {
    await world.change({ publishedAt: null });
    expect(await plan()).toBe(0);
    await world.change({ publishedAt: '2026-03-02T09:00:00.000Z', closedAt: '2026-03-02T09:00:00.000Z' });
    expect(await plan()).toBe(0);
    await world.change({ closedAt: null });
    await store.groups.changeGroup('g1', { archivedAt: '2026-03-02T09:00:00.000Z' });
    expect(await plan()).toBe(0);
  });
});

describe('when things change', () => {
  beforeEach(async () => {
    await plan();
    await round();
  });

  test('a due day that moves is told by its new day, also when nobody planned it anew', async () => {
    await world.change({ dueAt: '2026-03-19T22:59:00.000Z' });
    await plan();
    for (const moment of ['10T09:00', '12T09:00', '17T09:00', '19T09:00']) {
      at(moment);
      await round();
    }
    expect(told('anna')).toEqual(['homework-assigned', 'homework-due-soon', 'homework-due-today']);
    expect(world.couriers.mail.letters.at(-1)?.day).toMatchObject({ day: '2026-03-19', sequence: 2 });
  });

  test('a due day that moves there and back is told by the day that holds', async () => {
    await world.change({ dueAt: '2026-03-19T22:59:00.000Z' });
    await replanAssignment(world.planning, 'h1');
    await world.change({ dueAt: '2026-03-12T22:59:00.000Z' });
    await replanAssignment(world.planning, 'h1');
    for (const moment of ['10T09:00', '12T09:00', '17T09:00', '19T09:00']) {
      at(moment);
      await round();
    }
    expect(told('anna')).toEqual(['homework-assigned', 'homework-due-soon', 'homework-due-today']);
  });

  test('an assignment that is closed is not told of any more, and again when it opens anew', async () => {
    await world.change({ closedAt: world.time.now });
    await replanAssignment(world.planning, 'h1');
    at('10T09:00');
    expect(await round()).toEqual([]);
    await world.change({ closedAt: null });
    await replanAssignment(world.planning, 'h1');
    await round();
    expect(told('anna')).toEqual(['homework-assigned', 'homework-due-soon']);
  });

  test('who handed in is left in peace, until that is taken back', async () => {
    await world.state('anna', 'handed-in');
    await plan();
    at('10T09:00');
    await round();
    expect(told('anna')).toEqual(['homework-assigned']);
    await world.state('anna', 'started');
    await plan();
    await round();
    expect(told('anna')).toEqual(['homework-assigned', 'homework-due-soon']);
    expect(told('bert')).toEqual(['homework-assigned', 'homework-due-soon']);
  });

  test('what is gone has nothing to plan', async () => {
    await replanAssignment(world.planning, 'none');
    expect(await store.outbox.counts()).toMatchObject({ waiting: 4 });
  });
});

describe('choosing', () => {
  test('stops one way at once, and begins it again', async () => {
    await plan();
    expect(await stopReminders(store, 'anna', 'mail')).toBe(true);
    expect(await readReminderChoice(store, 'anna')).toEqual({
      wanted: { mail: false, teams: true },
      email: 'anna@example.org',
      inTeams: false,
    });
    await plan();
    await round();
    expect(told('anna')).toEqual([]);
    await chooseReminders(store, 'anna', { mail: true, teams: false });
    await plan();
    await round();
    expect(told('anna')).toEqual(['homework-assigned']);
  });

  test('is for who exists', async () => {
    expect(await stopReminders(store, 'nobody', 'mail')).toBe(false);
    expect(await chooseReminders(store, 'nobody', { mail: true, teams: true })).toBe(false);
    expect(await readReminderChoice(store, 'nobody')).toBeNull();
  });
});

describe('what a trainer says', () => {
  const looked = { assignment: 'h1', learner: 'anna', attempt: 'a1' };

  beforeEach(async () => {
    const session = sampleSession('c1', { attempt: sampleAttempt('a1') });
    await store.commit(
      text('c1', 'm1'),
      decision(session, { kind: 'attempt-started', attempt: 'a1' }),
      0,
      AT,
    );
    await store.homework.handIn({ ...looked, scenario: 'hasna', sight: 'levels', at: AT });
  });

  const overrule = () =>
    store.homework.keepOverrule({
      assignment: 'h1',
      attempt: 'a1',
      criterion: 'H1',
      machine: 'begin',
      level: 'strong',
      reason: 'Zij vroeg door.',
      by: 'tineke',
      at: AT,
    });

  test('is told together, once a day, with nothing of what it says', async () => {
    await tellDiscussed(world.planning, looked);
    await overrule();
    await tellOverruled(world.planning, looked);
    await tellOverruled(world.planning, looked);
    expect(await round()).toEqual([]);
    at('02T09:10');
    await round();
    await round();
    expect(told('anna').toSorted()).toEqual(['homework-discussed', 'mark-overruled']);
    const letters = JSON.stringify(world.couriers.mail.letters);
    expect(letters).toContain('/debrief/a1');
    expect(letters).toContain('/me/homework/h1');
    expect(letters).not.toContain('Zij vroeg door.');
    await tellOverruled(world.planning, looked);
    at('03T09:10');
    expect(await round()).toEqual([]);
    await tellOverruled(world.planning, looked);
    at('03T09:20');
    expect(await round()).toEqual(['sent']);
  });

  test('is not told when it was taken back', async () => {
    await overrule();
    await tellOverruled(world.planning, looked);
    await tellDiscussed(world.planning, looked);
    await store.homework.removeOverrule('h1', 'a1', 'H1');
    at('02T09:10');
    expect([...(await round()), ...(await round())].toSorted()).toEqual(['sent', 'taken-back']);
    await overrule();
    at('03T09:00');
    await tellOverruled(world.planning, looked);
    await tellDiscussed(world.planning, looked);
    await store.homework.takeBack('h1', 'anna', 'hasna');
    at('03T09:10');
    expect([...(await round()), ...(await round())]).toEqual(['taken-back', 'taken-back']);
  });

  test('goes to nobody who is gone or wants nothing', async () => {
    await tellDiscussed(world.planning, { ...looked, learner: 'nobody' });
    await chooseReminders(store, 'anna', { mail: false, teams: false });
    await tellDiscussed(world.planning, looked);
    expect(await store.outbox.counts()).toEqual({});
  });
});
