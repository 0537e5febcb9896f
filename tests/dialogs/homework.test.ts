import fc from 'fast-check';
import { type HomeworkEvent, nextHomework } from '../../dialogs/homework';
import { HOMEWORK_STATES, type HomeworkState } from '../../src/core/model/homework';

type Kept = Parameters<typeof nextHomework>[0];

const through = (events: readonly HomeworkEvent[], from: Kept = { state: 'assigned', late: false }): Kept =>
  events.reduce<Kept>((kept, event) => nextHomework(kept, event) ?? kept, from);

const ALL_IN: HomeworkEvent = { type: 'HANDED_IN', all: true, late: false };
const ONE_IN: HomeworkEvent = { type: 'HANDED_IN', all: false, late: false };
const EXCUSED: HomeworkEvent = { type: 'EXCUSED' };

const yes = fc.boolean();
const anyEvent: fc.Arbitrary<HomeworkEvent> = fc.oneof(
  fc.constantFrom<HomeworkEvent>(
    { type: 'OPENED' },
    { type: 'PRACTISED' },
    { type: 'DISCUSSED' },
    { type: 'EXCUSED' },
  ),
  fc.record({ type: fc.constant('HANDED_IN' as const), all: yes, late: yes }),
  fc.record({ type: fc.constant('REQUIRED' as const), practised: yes, all: yes }),
  fc.record({ type: fc.constantFrom('TAKEN_BACK' as const, 'RECKONED' as const), late: yes }),
);

describe('homework', () => {
  it.each<[string, readonly HomeworkEvent[], HomeworkState]>([
    ['is opened by looking', [{ type: 'OPENED' }], 'opened'],
    ['is started by practising, looked at or not', [{ type: 'PRACTISED' }], 'started'],
    ['stays started when it is looked at again', [{ type: 'PRACTISED' }, { type: 'OPENED' }], 'started'],
    ['is handed in when all of it is', [{ type: 'PRACTISED' }, ONE_IN, ALL_IN], 'handed-in'],
    ['is not handed in by a part of it', [{ type: 'PRACTISED' }, ONE_IN], 'started'],
    ['is discussed once it was handed in', [ALL_IN, { type: 'DISCUSSED' }], 'discussed'],
    ['is not discussed before', [{ type: 'PRACTISED' }, { type: 'DISCUSSED' }], 'started'],
    ['is handed in anew after it was discussed', [ALL_IN, { type: 'DISCUSSED' }, ALL_IN], 'handed-in'],
    [
      'is started again when a part is taken back',
      [ALL_IN, { type: 'DISCUSSED' }, { type: 'TAKEN_BACK', late: false }],
      'started',
    ],
    ['can be excused at any time', [ALL_IN, EXCUSED], 'excused'],
    ['stays excused while it is practised', [EXCUSED, { type: 'PRACTISED' }, ONE_IN], 'excused'],
    ['may be handed in by who was excused', [EXCUSED, ALL_IN], 'handed-in'],
    [
      'goes back to where it was: nowhere',
      [EXCUSED, { type: 'REQUIRED', practised: false, all: false }],
      'assigned',
    ],
    [
      'goes back to where it was: practised',
      [EXCUSED, { type: 'REQUIRED', practised: true, all: false }],
      'started',
    ],
    [
      'goes back to where it was: handed in',
      [ALL_IN, EXCUSED, { type: 'REQUIRED', practised: true, all: true }],
      'handed-in',
    ],
    [
      'is not required anew when nobody excused it',
      [{ type: 'REQUIRED', practised: true, all: true }],
      'assigned',
    ],
  ])('%s', (_, events, state) => {
    expect(through(events).state).toBe(state);
  });

  it('is late as long as something handed in is', () => {
    const late = through([{ type: 'HANDED_IN', all: true, late: true }]);
    expect(late).toEqual({ state: 'handed-in', late: true });
    expect(through([{ type: 'RECKONED', late: false }], late)).toEqual({ state: 'handed-in', late: false });
    expect(through([{ type: 'TAKEN_BACK', late: false }], late)).toEqual({ state: 'started', late: false });
  });

  it('answers null when nothing changes', () => {
    expect(nextHomework({ state: 'opened', late: false }, { type: 'OPENED' })).toBeNull();
    expect(nextHomework({ state: 'assigned', late: false }, { type: 'TAKEN_BACK', late: false })).toBeNull();
  });

  it('only ever is in a state of ours, and changes nothing it was handed', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 20 }), (events) => {
        const from: Kept = Object.freeze({ state: 'assigned', late: false });
        const end = through(events, from);
        expect(HOMEWORK_STATES).toContain(end.state);
        expect(through(events, from)).toEqual(end);
      }),
    );
  });

  it('is discussed only while all of it is handed in', () => {
    const asked = anyEvent.filter(({ type }) => type !== 'REQUIRED');
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 20 }), (events) => {
        fc.pre(through(events).state === 'discussed');
        const last = events.findLast(({ type }) => type === 'HANDED_IN' || type === 'TAKEN_BACK');
        expect(last).toMatchObject({ type: 'HANDED_IN', all: true });
      }),
    );
  });
});
