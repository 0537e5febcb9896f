import fc from 'fast-check';
import {
  type AssignmentDraft,
  checkDraft,
  checkLateChange,
  type DraftGround,
  draftOf,
  LIMITS,
} from '../../src/app/assignmentDraft';
import { calendar } from '../../src/calendar';
import { isWider, SIGHTS } from '../../src/core/model/homework';
import { sampleAssignment } from '../support/assignments';

const GROUND: DraftGround = {
  scenarios: [
    { id: 'hasna', levels: ['guided', 'practise', 'independent'] },
    { id: 'noor', levels: ['practise', 'independent'] },
  ],
  calendar,
  timeZone: 'Europe/Amsterdam',
  now: '2026-03-02T09:00:00.000Z',
};

const DRAFT: AssignmentDraft = {
  title: 'Oefenen',
  note: '',
  scenarios: ['hasna'],
  level: '',
  opensOn: '',
  dueOn: '2026-03-12',
  attempts: '',
  focus: [],
  preparation: false,
  reflection: false,
  sight: 'levels',
};

const codes = (draft: Partial<AssignmentDraft>, ground: Partial<DraftGround> = {}) => {
  const checked = checkDraft({ ...DRAFT, ...draft }, { ...GROUND, ...ground });
  return checked.ok ? [] : checked.flaws.map(({ field, code }) => `${field} ${code}`);
};

describe('a draft', () => {
  it('is guided only where every scenario has examples', () => {
    expect(codes({ level: 'guided' })).toEqual([]);
    expect(codes({ level: 'guided', scenarios: ['hasna', 'noor'] })).toEqual(['level no-examples']);
    expect(codes({ level: 'independent', scenarios: ['noor'] })).toEqual([]);
  });

  it('is due today at the earliest, as today is where the group lives', () => {
    const late = { now: '2026-03-12T23:30:00.000Z' };
    expect(codes({}, late)).toEqual(['dueOn past']);
    expect(codes({}, { ...late, timeZone: 'America/New_York' })).toEqual([]);
    expect(codes({ dueOn: calendar.plusDays('2026-03-02', LIMITS.daysAhead) })).toEqual([]);
    expect(codes({ dueOn: calendar.plusDays('2026-03-02', LIMITS.daysAhead + 1) })).toEqual([
      'dueOn too-far',
    ]);
  });

  it('counts characters as people do', () => {
    expect(codes({ title: '😷'.repeat(LIMITS.title), note: 'é'.repeat(LIMITS.note) })).toEqual([]);
    expect(codes({ title: `${'😷'.repeat(LIMITS.title)}!` })).toEqual(['title too-long']);
  });

  it('comes back from an assignment as it was typed', () => {
    const draft = {
      ...DRAFT,
      opensOn: '2026-03-05',
      level: 'practise',
      attempts: '4',
      focus: ['H1'],
      note: 'Een\n\ntwee',
    };
    const checked = checkDraft(draft, GROUND);
    expect(checked.ok && draftOf(checked.value, calendar)).toMatchObject(draft);
  });

  it('is never taken when anything is odd, and never throws', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('2026-03-12', '2026-02-30', '0000-00-00', '-1', '1e3', '٣', 'done', 'hasna', '\u0000'),
    );
    const draft = fc.record({
      title: odd,
      note: odd,
      scenarios: fc.array(odd, { maxLength: 3 }),
      level: odd,
      opensOn: odd,
      dueOn: odd,
      attempts: odd,
      focus: fc.array(odd, { maxLength: 3 }),
      preparation: fc.boolean(),
      reflection: fc.boolean(),
      sight: odd,
    });
    fc.assert(
      fc.property(draft, (typed) => {
        const checked = checkDraft(typed, GROUND);
        if (!checked.ok) return checked.flaws.length > 0;
        const { title, note, scenarios, dueAt, sight } = checked.value;
        expect(title).not.toMatch(/[\p{Cc}]/u);
        expect(note).not.toMatch(/[^\P{Cc}\n]/u);
        expect(scenarios.every((id) => id === 'hasna' || id === 'noor')).toBe(true);
        expect(dueAt > GROUND.now).toBe(true);
        return SIGHTS.includes(sight);
      }),
    );
  });
});

describe('a late change', () => {
  it('never widens the sight and never brings the day forward, whatever the row of changes', () => {
    const change = fc.record({
      title: fc.constantFrom('Oefenen', 'Anders', ''),
      note: fc.constant(''),
      dueOn: fc.constantFrom('2026-03-01', '2026-03-11', '2026-03-12', '2026-03-13', '2026-04-01', 'x'),
      sight: fc.constantFrom(...SIGHTS, '', 'everything'),
    });
    fc.assert(
      fc.property(fc.constantFrom(...SIGHTS), fc.array(change, { maxLength: 12 }), (promised, changes) => {
        let assignment = sampleAssignment({ sight: promised });
        for (const typed of changes) {
          const checked = checkLateChange(typed, assignment, GROUND);
          const next = checked.ok ? { ...assignment, ...checked.value } : assignment;
          expect(isWider(next.sight, assignment.sight)).toBe(false);
          expect(isWider(next.sight, promised)).toBe(false);
          expect(next.dueAt >= assignment.dueAt).toBe(true);
          assignment = next;
        }
      }),
    );
  });

  it('leaves the very moment alone when the day stays the same, also when it is past', () => {
    const assignment = sampleAssignment();
    const typed = { title: 'Anders', note: '', dueOn: '2026-03-12', sight: 'done' };
    const checked = checkLateChange(typed, assignment, { ...GROUND, now: '2026-05-01T09:00:00.000Z' });
    expect(checked).toMatchObject({ ok: true, value: { dueAt: assignment.dueAt, sight: 'done' } });
  });
});
