import type { Store } from '../../../src/app/ports';
import type { Overrule, TrainerNote } from '../../../src/core/model/homework';
import { AT, LATER } from '../fixtures';
import type { OpenScene } from './scene';

const note: TrainerNote = {
  id: 'n1',
  assignment: 'h1',
  attempt: 'a1',
  turn: 1,
  text: 'Mooi “gevraagd” 🙂 \u0000 <b>',
  by: 'tineke',
  at: AT,
};
const overrule: Overrule = {
  assignment: 'h1',
  attempt: 'a1',
  criterion: 'H1',
  machine: 'begin',
  level: 'strong',
  reason: 'Zij vroeg door. \u0000',
  by: 'tineke',
  at: AT,
};

async function handOut({ people, groups, homework }: Store): Promise<void> {
  const timeZone = 'Europe/Amsterdam';
  await people.settlePerson({
    id: 'tineke',
    name: 'Tineke',
    email: null,
    organiser: false,
    locale: 'nl',
    address: 'je',
    timeZone,
    reminders: { teams: true, mail: true },
    since: AT,
  });
  const given = { createdBy: 'tineke', createdAt: AT, timeZone };
  await groups.addGroup({ ...given, id: 'g1', name: 'Groep', archivedAt: null });
  await groups.addMember({ group: 'g1', person: 'anna', role: 'learner', since: AT });
  await homework.addAssignment({
    ...given,
    id: 'h1',
    group: 'g1',
    title: 'Oefenen',
    note: '',
    scenarios: ['hasna'],
    level: null,
    opensAt: null,
    dueAt: LATER,
    attempts: null,
    focus: [],
    preparation: false,
    reflection: false,
    sight: 'transcript',
    publishedAt: AT,
    closedAt: null,
    version: 1,
  });
}

const shown = {
  assignment: 'h1',
  learner: 'anna',
  scenario: 'hasna',
  attempt: 'a1',
  sight: 'transcript',
  at: AT,
} as const;

export function describeTrainerWords(scene: OpenScene): void {
  describe('what trainers say of a hand-in', () => {
    const homework = () => scene().store.homework;

    beforeEach(async () => {
      await scene().start();
      await scene().say(1);
      await handOut(scene().store);
    });

    it('is kept as it was typed, in the order in which it was written', async () => {
      await homework().handIn(shown);
      const later = { ...note, id: 'n0', turn: null, at: LATER };
      expect(await homework().keepNote(later)).toBe(true);
      expect(await homework().keepNote(note)).toBe(true);
      expect(await homework().keepOverrule(overrule)).toBe(true);
      expect(await homework().notes('a1', 'h1')).toEqual([note, later]);
      expect(await homework().overrules('a1')).toEqual([overrule]);
      expect(await homework().overrulesFor(['h1', 'h2'])).toEqual([overrule]);
    });

    it('may be changed and taken away, a note by its writer only', async () => {
      await homework().handIn(shown);
      await homework().keepNote(note);
      expect(await homework().keepNote({ ...note, text: 'Anders.', by: 'theo' })).toBe(false);
      const changed = { ...note, text: 'Anders.', at: LATER };
      expect(await homework().keepNote(changed)).toBe(true);
      expect(await homework().notes('a1', 'h1')).toEqual([changed]);
      expect(await homework().removeNote('n1', 'theo')).toBe(false);
      expect(await homework().removeNote('n1', 'tineke')).toBe(true);
      await homework().keepOverrule(overrule);
      await homework().keepOverrule({ ...overrule, level: 'competent', by: 'theo' });
      expect(await homework().overrules('a1')).toEqual([{ ...overrule, level: 'competent', by: 'theo' }]);
      expect(await homework().removeOverrule('h1', 'a1', 'H1')).toBe(true);
      expect(await homework().removeOverrule('h1', 'a1', 'H1')).toBe(false);
    });

    it('is refused of what is not handed in, and goes when it is taken back', async () => {
      expect(await homework().keepNote(note)).toBe(false);
      expect(await homework().keepOverrule(overrule)).toBe(false);
      await homework().handIn(shown);
      await homework().keepNote(note);
      await homework().keepOverrule(overrule);
      await homework().takeBack('h1', 'anna', 'hasna');
      expect(await homework().keepNote(note)).toBe(false);
      await homework().handIn(shown);
      expect(await homework().notes('a1', 'h1')).toEqual([]);
      expect(await homework().overrules('a1')).toEqual([]);
    });

    it('never stays behind when it is written while it is taken back', async () => {
      const other = await scene().again();
      for (let round = 0; round < 5; round++) {
        await homework().handIn(shown);
        await Promise.all([
          homework().keepNote({ ...note, id: `n${round}` }),
          other.homework.takeBack('h1', 'anna', 'hasna'),
          homework().keepOverrule(overrule),
        ]);
        await homework().handIn(shown);
        expect(await homework().notes('a1', 'h1')).toEqual([]);
        expect(await homework().overrules('a1')).toEqual([]);
        await homework().takeBack('h1', 'anna', 'hasna');
      }
    });
  });
}
