import type { Store } from '../../../src/app/ports';
import { type Assignment, type HandIn, type Homework, SIGHTS } from '../../../src/core/model/homework';
import { decision, LATER, sampleAttempt, sampleSession, text } from '../fixtures';
import type { OpenScene, Scene } from './scene';

const ASSIGNMENT: Assignment = {
  id: 'h1',
  group: 'g1',
  title: 'Oefenen “samen” 😷 \u0000 <b>',
  note: "Eerste regel\ntweede; drop table 'assignments'",
  scenarios: ['hasna', 'noor'],
  level: 'practise',
  opensAt: '2026-11-20T23:00:00.000Z',
  dueAt: '2026-11-30T22:59:59.999Z',
  timeZone: 'Europe/Amsterdam',
  attempts: 3,
  focus: ['H1', 'V5'],
  preparation: true,
  reflection: false,
  sight: 'transcript',
  publishedAt: '2026-11-20T12:00:00.000Z',
  closedAt: null,
  createdBy: 'tineke',
  createdAt: '2026-11-20T11:00:00.000Z',
  version: 1,
};

const HOMEWORK: Homework = {
  assignment: 'h1',
  learner: 'anna',
  state: 'opened',
  late: false,
  version: 0,
  updatedAt: '2026-11-21T12:00:00.000Z',
};

const HAND_IN: HandIn = {
  assignment: 'h1',
  learner: 'anna',
  scenario: 'hasna',
  attempt: 'a1',
  sight: 'transcript',
  at: LATER,
};

async function makeGroups({ people, groups }: Store): Promise<void> {
  const timeZone = 'Europe/Amsterdam';
  const since = ASSIGNMENT.createdAt;
  const reminders = { teams: true, mail: true };
  for (const id of ['anna', 'tineke'])
    await people.settlePerson({
      ...{ id, name: id, email: null, organiser: false },
      ...{ locale: 'nl', address: 'je', timeZone, reminders, since },
    });
  for (const id of ['g1', 'g2']) {
    const group = { id, name: id, createdBy: 'tineke', createdAt: since, archivedAt: null, timeZone };
    await groups.addGroup(group);
    await groups.addMember({ group: id, person: 'anna', role: 'learner', since });
  }
}

/** One more attempt of anna, in a conversation of its own. */
async function practise({ store }: Scene, id: string, scenario: string): Promise<void> {
  const session = sampleSession(`c-${id}`, { attempt: sampleAttempt(id, { scenario }) });
  const started = decision(session, { kind: 'attempt-started', attempt: id });
  expect((await store.commit(text(`c-${id}`, 'm1'), started, 0, LATER)).kind).toBe('committed');
}

export function describeHomework(scene: OpenScene): void {
  const homework = () => scene().store.homework;

  describe('assignments', () => {
    beforeEach(() => makeGroups(scene().store));

    it('come back as they were written, in the order of their due dates', async () => {
      const sooner = { ...ASSIGNMENT, id: 'h2', dueAt: '2026-11-29T22:59:59.999Z', publishedAt: null };
      const elsewhere = { ...ASSIGNMENT, id: 'h3', group: 'g2', opensAt: null, level: null, attempts: null };
      for (const one of [ASSIGNMENT, sooner, elsewhere]) await homework().addAssignment(one);
      expect(await homework().assignment('h1')).toEqual(ASSIGNMENT);
      expect(await homework().assignment('h9')).toBeNull();
      expect(await homework().assignments(['g1'])).toEqual([sooner, ASSIGNMENT]);
      expect(await homework().assignments(['g1', 'g2', 'g9'])).toEqual([sooner, ASSIGNMENT, elsewhere]);
      expect(await homework().assignments([])).toEqual([]);
    });

    it('are found by when they are due, once they are handed out', async () => {
      const draft = { ...ASSIGNMENT, id: 'h2', publishedAt: null };
      const closed = { ...ASSIGNMENT, id: 'h3', closedAt: LATER };
      for (const one of [ASSIGNMENT, draft, closed]) await homework().addAssignment(one);
      const { dueAt } = ASSIGNMENT;
      const ids = async (from: string, to: string) => (await homework().due(from, to)).map(({ id }) => id);
      expect(await ids(dueAt, '2026-12-01T00:00:00.000Z')).toEqual(['h1', 'h3']);
      expect(await ids('2026-11-01T00:00:00.000Z', dueAt)).toEqual([]);
    });

    it('change once for each version, and never of group', async () => {
      await homework().addAssignment(ASSIGNMENT);
      const changed = { ...ASSIGNMENT, title: 'Anders', dueAt: '2026-12-31T22:59:59.999Z' };
      const other = await scene().again();
      const outcomes = await Promise.all([
        homework().changeAssignment(changed),
        other.homework.changeAssignment(changed),
      ]);
      expect(outcomes.toSorted()).toEqual([false, true]);
      expect(await homework().assignment('h1')).toEqual({ ...changed, version: 2 });
      expect(await homework().changeAssignment(changed)).toBe(false);
      expect(await homework().changeAssignment({ ...changed, group: 'g2', version: 2 })).toBe(false);
      expect(await homework().due(changed.dueAt, '2027-01-01T00:00:00.000Z')).toHaveLength(1);
    });

    it('are removed only while they are drafts', async () => {
      await homework().addAssignment(ASSIGNMENT);
      await homework().addAssignment({ ...ASSIGNMENT, id: 'h2', publishedAt: null });
      expect(await homework().removeDraft('h1')).toBe(false);
      expect(await homework().removeDraft('h2')).toBe(true);
      expect(await homework().removeDraft('h2')).toBe(false);
      expect(await homework().assignments(['g1'])).toEqual([ASSIGNMENT]);
    });
  });

  describe('homework', () => {
    beforeEach(async () => {
      await makeGroups(scene().store);
      await homework().addAssignment(ASSIGNMENT);
      await homework().addAssignment({ ...ASSIGNMENT, id: 'h2' });
    });

    it('is kept once for each learner and assignment, and changes once for each version', async () => {
      expect(await homework().homework('h1', 'anna')).toBeNull();
      const other = await scene().again();
      const outcomes = await Promise.all([
        homework().keepHomework(HOMEWORK),
        other.homework.keepHomework({ ...HOMEWORK, state: 'started' }),
      ]);
      expect(outcomes.toSorted()).toEqual([false, true]);
      const kept = await homework().homework('h1', 'anna');
      expect(kept?.version).toBe(1);
      const late: Homework = { ...HOMEWORK, state: 'handed-in', late: true, version: 1, updatedAt: LATER };
      expect(await homework().keepHomework(late)).toBe(true);
      expect(await homework().keepHomework(late)).toBe(false);
      expect(await homework().homework('h1', 'anna')).toEqual({ ...late, version: 2 });
    });

    it('is listed for several assignments at once', async () => {
      await homework().keepHomework(HOMEWORK);
      await homework().keepHomework({ ...HOMEWORK, assignment: 'h2', state: 'excused' });
      await homework().keepHomework({ ...HOMEWORK, assignment: 'h2', learner: 'tineke' });
      const states = async (...ids: readonly string[]) =>
        (await homework().homeworkFor(ids)).map(({ state }) => state).toSorted();
      expect(await states('h2')).toEqual(['excused', 'opened']);
      expect(await states('h1', 'h2', 'h9')).toEqual(['excused', 'opened', 'opened']);
      expect(await states()).toEqual([]);
    });
  });

  describe('handing in', () => {
    beforeEach(async () => {
      await makeGroups(scene().store);
      await homework().addAssignment(ASSIGNMENT);
      await homework().addAssignment({ ...ASSIGNMENT, id: 'h2', sight: 'levels' });
      await practise(scene(), 'a1', 'hasna');
      await practise(scene(), 'a2', 'hasna');
      await practise(scene(), 'a3', 'noor');
    });

    it('shows one attempt for each scenario, whichever came last', async () => {
      expect(await homework().handIn(HAND_IN)).toBe(true);
      expect(await homework().handIn({ ...HAND_IN, scenario: 'noor', attempt: 'a3' })).toBe(true);
      const again = { ...HAND_IN, attempt: 'a2', at: '2026-11-22T12:00:00.000Z' };
      expect(await homework().handIn(again)).toBe(true);
      expect((await homework().handInsOf('anna')).map(({ attempt }) => attempt)).toEqual(['a3', 'a2']);
      expect(await homework().handInOf('a1', 'h1')).toBeNull();
      expect(await homework().handInOf('a2', 'h1')).toEqual(again);
      expect(await homework().handInOf('a2', 'h2')).toBeNull();
      expect(await homework().handInsFor(['h1', 'h2'])).toHaveLength(2);
      expect(await homework().handInsFor([])).toEqual([]);
    });

    it('is only for who practised it, at that scenario, and for homework that is there', async () => {
      expect(await homework().handIn({ ...HAND_IN, learner: 'tineke' })).toBe(false);
      expect(await homework().handIn({ ...HAND_IN, scenario: 'noor' })).toBe(false);
      expect(await homework().handIn({ ...HAND_IN, attempt: 'a9' })).toBe(false);
      expect(await homework().handIn({ ...HAND_IN, assignment: 'h9' })).toBe(false);
      expect(await homework().handInsOf('anna')).toEqual([]);
      expect(await homework().handInsOf('tineke')).toEqual([]);
    });

    it('is taken back for one scenario of one assignment', async () => {
      await homework().handIn(HAND_IN);
      await homework().handIn({ ...HAND_IN, assignment: 'h2' });
      expect(await homework().takeBack('h1', 'tineke', 'hasna')).toBe(false);
      expect(await homework().takeBack('h1', 'anna', 'noor')).toBe(false);
      expect(await homework().takeBack('h1', 'anna', 'hasna')).toBe(true);
      expect(await homework().takeBack('h1', 'anna', 'hasna')).toBe(false);
      expect(await homework().handInOf('a1', 'h1')).toBeNull();
      expect(await homework().handInOf('a1', 'h2')).not.toBeNull();
    });

    it('loses what was said of the attempt that another takes the place of', async () => {
      await homework().handIn(HAND_IN);
      const about = { assignment: 'h1', attempt: 'a1', by: 'tineke', at: LATER };
      await homework().keepNote({ ...about, id: 'n1', turn: null, text: 'Mooi.' });
      await homework().handIn({ ...HAND_IN, attempt: 'a2' });
      await homework().handIn(HAND_IN);
      expect(await homework().notes('a1', 'h1')).toEqual([]);
    });

    it('goes with the attempt, and when the learner leaves the group', async () => {
      await homework().handIn(HAND_IN);
      await homework().handIn({ ...HAND_IN, scenario: 'noor', attempt: 'a3' });
      await scene().store.forgetAttempt('a1', 'anna');
      expect((await homework().handInsFor(['h1'])).map(({ attempt }) => attempt)).toEqual(['a3']);
      await scene().store.groups.removeMember('g1', 'anna');
      expect(await homework().handInsFor(['h1'])).toEqual([]);
    });

    it.each(SIGHTS)('is narrowed with its assignment: %s', async (sight) => {
      await homework().handIn(HAND_IN);
      await homework().handIn({ ...HAND_IN, assignment: 'h2', sight: 'levels' });
      await homework().changeAssignment({ ...ASSIGNMENT, sight });
      expect((await homework().handInOf('a1', 'h1'))?.sight).toBe(sight);
      expect((await homework().handInOf('a1', 'h2'))?.sight).toBe('levels');
    });

    it('is never wider than its assignment, nor than what was agreed to', async () => {
      await homework().handIn({ ...HAND_IN, assignment: 'h2', sight: 'transcript' });
      expect((await homework().handInOf('a1', 'h2'))?.sight).toBe('levels');
      await homework().handIn({ ...HAND_IN, sight: 'done' });
      await homework().changeAssignment({ ...ASSIGNMENT, title: 'Anders' });
      expect((await homework().handInOf('a1', 'h1'))?.sight).toBe('done');
    });

    it('finds attempts by learner, scenario and since when, oldest first', async () => {
      const ids = async (learners: string[], scenarios: string[], since = LATER) =>
        (await homework().attemptsAt(learners, scenarios, since)).map(({ id }) => id);
      expect(await ids(['anna', 'bert'], ['hasna', 'noor'])).toEqual(['a1', 'a2', 'a3']);
      expect(await ids(['anna'], ['noor'])).toEqual(['a3']);
      expect(await ids(['bert'], ['noor'])).toEqual([]);
      expect(await ids(['anna'], ['noor'], '2026-11-30T00:00:00.000Z')).toEqual([]);
      expect(await ids([], ['noor'])).toEqual([]);
      expect(await ids(['anna'], [])).toEqual([]);
    });
  });
}
