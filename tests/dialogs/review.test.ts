import fc from 'fast-check';
import { type MeetingEvent, nextMeeting } from '../../dialogs/review';
import { type Meeting, NOT_BEGUN } from '../../src/core/model/review';
import { method } from '../core/review/method';

const AT = '2026-11-22T09:00:00.000Z';
const LATER = '2026-11-22T09:10:00.000Z';
const running = (changes: Partial<Meeting> = {}): Meeting => ({
  ...NOT_BEGUN,
  stage: 'running',
  entered: [AT],
  since: AT,
  ...changes,
});
const three = method({ steps: [{ id: 'one' }, { id: 'two' }, { id: 'three' }] });

describe('a meeting', () => {
  it.each<[string, Meeting, MeetingEvent, Meeting | null]>([
    ['begins at its first step', NOT_BEGUN, { type: 'START', at: AT }, running()],
    ['does not begin twice', running({ step: 1, reached: 1 }), { type: 'START', at: LATER }, null],
    [
      'goes on, with the time of the next step',
      running({ extra: 5 }),
      { type: 'NEXT', at: LATER },
      running({ step: 1, reached: 1, entered: [AT, LATER], since: LATER }),
    ],
    [
      'does not go on after its last step',
      running({ step: 2, reached: 2 }),
      { type: 'NEXT', at: LATER },
      null,
    ],
    [
      'goes back, and keeps how far it was',
      running({ step: 2, reached: 2 }),
      { type: 'BACK', at: LATER },
      running({ step: 1, reached: 2, since: LATER }),
    ],
    [
      'knows when a step was entered last, going forward',
      running({ step: 1, reached: 2, entered: [AT, AT, AT] }),
      { type: 'NEXT', at: LATER },
      running({ step: 2, reached: 2, entered: [AT, AT, LATER], since: LATER }),
    ],
    ['does not go back before its first step', running(), { type: 'BACK', at: LATER }, null],
    ['takes more time', running(), { type: 'EXTEND', minutes: 5 }, running({ extra: 5 })],
    ['does not take more than an hour more', running({ extra: 60 }), { type: 'EXTEND', minutes: 5 }, null],
    ['takes no time back', running(), { type: 'EXTEND', minutes: -5 }, null],
    [
      'closes, and keeps how far it was',
      running({ step: 1, reached: 2 }),
      { type: 'CLOSE' },
      { stage: 'closed', step: 1, reached: 2, entered: [AT], since: null, extra: 0 },
    ],
    ['does nothing before it began', NOT_BEGUN, { type: 'NEXT', at: AT }, null],
    ['does nothing after it closed', { ...NOT_BEGUN, stage: 'closed' }, { type: 'START', at: AT }, null],
  ])('%s', (_, before, event, after) => {
    expect(nextMeeting(before, three, event)).toEqual(after);
  });

  it('never hides again what was reached, nor leaves its steps, whatever is pressed', () => {
    const events = fc.array(
      fc.constantFrom<MeetingEvent>(
        { type: 'START', at: AT },
        { type: 'NEXT', at: LATER },
        { type: 'BACK', at: LATER },
        { type: 'EXTEND', minutes: 5 },
        { type: 'CLOSE' },
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(events, (pressed) => {
        let meeting = NOT_BEGUN;
        for (const event of pressed) {
          const next = nextMeeting(meeting, three, event) ?? meeting;
          expect(next.reached).toBeGreaterThanOrEqual(meeting.reached);
          expect(next.step).toBeGreaterThanOrEqual(0);
          expect(next.reached).toBeGreaterThanOrEqual(next.step);
          expect(next.reached).toBeLessThan(three.steps.length);
          expect(next.entered.length).toBe(next.stage === 'waiting' ? 0 : next.reached + 1);
          for (const [step, at] of meeting.entered.entries())
            expect((next.entered[step] ?? '') >= at).toBe(true);
          expect(next.since === null).toBe(next.stage !== 'running');
          meeting = next;
        }
      }),
    );
  });
});
