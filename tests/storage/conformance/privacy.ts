import type { Person } from '../../../src/core/model/person';
import { AT, decision, LATER, sampleCorrection, sampleSession, text } from '../fixtures';
import { active, type OpenScene } from './scene';

const NOW = '2026-12-01T00:00:00.000Z';

const person = (id: string, since = AT): Person => ({
  id,
  name: `Naam van ${id}`,
  email: null,
  organiser: false,
  locale: 'nl',
  address: 'je',
  timeZone: 'Europe/Amsterdam',
  reminders: { teams: true, mail: true },
  since,
});

const assignment = {
  id: 'h1',
  group: 'g1',
  title: 'Huiswerk',
  note: '',
  scenarios: ['hasna'],
  level: null,
  opensAt: null,
  dueAt: LATER,
  timeZone: 'Europe/Amsterdam',
  attempts: null,
  focus: [],
  preparation: false,
  reflection: false,
  sight: 'transcript',
  publishedAt: AT,
  closedAt: null,
  createdBy: 'tineke',
  createdAt: AT,
  version: 1,
} as const;

/** Anna practised and handed in to the group of Tineke, who wrote about it. */
async function inGroup({ store, ...scene }: ReturnType<OpenScene>): Promise<void> {
  await scene.start();
  await scene.say(1, 'Mijn geheime woorden.');
  await scene.finish(2);
  await store.correct(sampleCorrection(), 'anna');
  await store.people.settlePerson(person('tineke'));
  await store.groups.addGroup({
    id: 'g1',
    name: 'Groep',
    createdBy: 'tineke',
    createdAt: AT,
    archivedAt: null,
    timeZone: 'Europe/Amsterdam',
  });
  await store.groups.addMember({ group: 'g1', person: 'anna', role: 'learner', since: AT });
  await store.homework.addAssignment(assignment);
  const mine = { assignment: 'h1', learner: 'anna' };
  await store.homework.keepHomework({ ...mine, state: 'handed-in', late: false, version: 0, updatedAt: AT });
  await store.homework.handIn({ ...mine, scenario: 'hasna', attempt: 'a1', sight: 'transcript', at: AT });
  const about = { assignment: 'h1', attempt: 'a1', by: 'tineke', at: AT };
  await store.homework.keepNote({ ...about, id: 'n1', turn: 1, text: 'Mooi gevraagd.' });
  await store.homework.keepOverrule({
    ...about,
    criterion: 'H1',
    machine: 'begin',
    level: 'strong',
    reason: 'Zij vroeg door.',
  });
  const notice = { person: 'anna', kind: 'homework-assigned', data: {}, dueAt: AT, expiresAt: null } as const;
  await store.outbox.add([{ ...notice, id: 'o1', channel: 'teams', key: 'homework:h1:anna:assigned:teams' }]);
  await store.outbox.keepReference({ person: 'anna', conversation: 'c1', reference: '{}', updatedAt: AT });
}

export function describePrivacy(scene: OpenScene): void {
  describe('forgetting somebody', () => {
    beforeEach(() => inGroup(scene()));

    it('takes out everything they said, made and were told, and counts it', async () => {
      const { store } = scene();
      expect(await store.privacy.forgetPerson('anna', NOW)).toEqual({
        people: 1,
        conversations: 1,
        attempts: 1,
        turns: 1,
        reviews: 0,
        groups: 0,
      });
      expect(await store.people.person('anna')).toBeNull();
      expect(await store.session('c1')).toBeNull();
      expect(await store.messages('c1', 0)).toEqual([]);
      expect(await store.attemptsOf('anna')).toEqual([]);
      expect(await store.allCorrections()).toEqual([]);
      expect(await store.homework.handInsFor(['h1'])).toEqual([]);
      expect(await store.homework.homeworkFor(['h1'])).toEqual([]);
      expect(await store.homework.notes('a1', 'h1')).toEqual([]);
      expect(await store.groups.membership('g1', 'anna')).toBeNull();
      expect(await store.outbox.reference('anna')).toBeNull();
      expect(await store.outbox.counts()).toEqual({});
      expect(await store.privacy.removals(10)).toEqual([
        { at: NOW, reason: 'person', counts: expect.objectContaining({ attempts: 1, turns: 1 }) },
      ]);
    });

    it('keeps what a trainer wrote for others without their name, and archives a group nobody leads', async () => {
      const { store } = scene();
      expect(await store.privacy.forgetPerson('tineke', NOW)).toMatchObject({ people: 1, attempts: 0 });
      expect(await store.homework.notes('a1', 'h1')).toMatchObject([{ text: 'Mooi gevraagd.', by: '' }]);
      expect(await store.homework.overrules('a1')).toMatchObject([{ by: '' }]);
      expect(await store.groups.group('g1')).toMatchObject({ archivedAt: NOW, createdBy: '' });
      expect(await store.turns('a1')).toHaveLength(1);
    });

    it('leaves a group alone that somebody else leads too', async () => {
      const { store } = scene();
      await store.people.settlePerson(person('bert'));
      await store.groups.addMember({ group: 'g1', person: 'bert', role: 'trainer', since: AT });
      await store.privacy.forgetPerson('tineke', NOW);
      expect(await store.groups.group('g1')).toMatchObject({ archivedAt: null });
    });

    it('does nothing, and logs nothing, for nobody', async () => {
      const { store } = scene();
      expect(await store.privacy.forgetPerson('nobody', NOW)).toBeNull();
      expect(await store.privacy.removals(10)).toEqual([]);
    });
  });

  describe('forgetting what is old', () => {
    beforeEach(() => inGroup(scene()));

    it('takes out talks, and the conversations they were in, that nobody touched since', async () => {
      const { store } = scene();
      expect(await store.privacy.forgetBefore('2026-11-22T00:00:00.000Z', NOW)).toEqual({
        people: 0,
        conversations: 1,
        attempts: 1,
        turns: 1,
        reviews: 0,
        groups: 0,
      });
      expect(await store.attemptsOf('anna')).toEqual([]);
      expect(await store.homework.handInsFor(['h1'])).toEqual([]);
      expect(await store.groups.membership('g1', 'anna')).not.toBeNull();
      expect(await store.privacy.removals(10)).toMatchObject([{ at: NOW, reason: 'retention' }]);
    });

    it('leaves younger ones, and an old one that a younger one branched from', async () => {
      const { store } = scene();
      const branch = active('a2', { branchOf: { attempt: 'a1', turn: 1 } });
      const started = decision(sampleSession('c1', { attempt: branch }), {
        kind: 'attempt-started',
        attempt: 'a2',
      });
      await store.commit(text('c1', 'again'), started, 3, '2026-11-25T00:00:00.000Z');
      expect(await store.privacy.forgetBefore('2026-11-22T00:00:00.000Z', NOW)).toMatchObject({
        attempts: 0,
        conversations: 0,
      });
      expect(await store.privacy.removals(10)).toEqual([]);
      expect(await store.privacy.forgetBefore('2026-11-26T00:00:00.000Z', NOW)).toMatchObject({
        attempts: 2,
      });
    });

    it('takes out groups that were archived before, and then people of whom nothing is left', async () => {
      const { store } = scene();
      await store.groups.changeGroup('g1', { archivedAt: LATER });
      await store.outbox.removeReference('anna');
      expect(await store.privacy.forgetBefore('2026-11-22T00:00:00.000Z', NOW)).toMatchObject({
        groups: 1,
        people: 2,
        attempts: 1,
      });
      expect(await store.people.people(['anna', 'tineke'])).toEqual([]);
    });
  });
}
