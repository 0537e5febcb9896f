import { assign, setup } from 'xstate';
import type { Homework, HomeworkState } from '../src/core/model/homework';
import { NOWHERE } from './scope';

/** What happens to somebody's homework. */
export type HomeworkEvent =
  /** The learner looked at it. */
  | { readonly type: 'OPENED' }
  /** There is an attempt that counts. */
  | { readonly type: 'PRACTISED' }
  /** `all`: of every scenario there is one now. `late`: one of them came after the last moment. */
  | { readonly type: 'HANDED_IN'; readonly all: boolean; readonly late: boolean }
  /** `late` is about what is still handed in. */
  | { readonly type: 'TAKEN_BACK'; readonly late: boolean }
  /** A trainer said something about it. */
  | { readonly type: 'DISCUSSED' }
  | { readonly type: 'EXCUSED' }
  /** It has to be done after all. `practised` and `all` say what is there already. */
  | { readonly type: 'REQUIRED'; readonly practised: boolean; readonly all: boolean }
  /** The last moment was moved. */
  | { readonly type: 'RECKONED'; readonly late: boolean };

interface Context {
  readonly late: boolean;
}

/**
 * One learner's homework as an XState machine, from being assigned to being discussed. It has no clock: what comes
 * in says whether it is late.
 */
export function createHomeworkMachine() {
  return setup({
    types: { context: {} as Context, events: {} as HomeworkEvent },
    guards: {
      allIn: ({ event }) => 'all' in event && event.all,
      practised: ({ event }) => event.type === 'REQUIRED' && event.practised,
    },
    actions: {
      noteLate: assign(({ event }) => ('late' in event ? { late: event.late } : {})),
    },
  }).createMachine({
    id: 'homework',
    context: { late: false },
    initial: 'assigned',
    states: {
      assigned: {
        on: {
          OPENED: 'opened',
          PRACTISED: 'started',
          HANDED_IN: handedIn(),
          EXCUSED: 'excused',
        },
      },
      opened: {
        on: { PRACTISED: 'started', HANDED_IN: handedIn(), EXCUSED: 'excused' },
      },
      started: {
        on: {
          HANDED_IN: handedIn(),
          TAKEN_BACK: { actions: 'noteLate' },
          RECKONED: { actions: 'noteLate' },
          EXCUSED: 'excused',
        },
      },
      'handed-in': {
        on: {
          HANDED_IN: handedIn(),
          TAKEN_BACK: { target: 'started', actions: 'noteLate' },
          RECKONED: { actions: 'noteLate' },
          DISCUSSED: 'discussed',
          EXCUSED: 'excused',
        },
      },
      discussed: {
        on: {
          HANDED_IN: handedIn(),
          TAKEN_BACK: { target: 'started', actions: 'noteLate' },
          RECKONED: { actions: 'noteLate' },
          EXCUSED: 'excused',
        },
      },
      excused: {
        on: {
          HANDED_IN: [{ guard: 'allIn', target: 'handed-in', actions: 'noteLate' }, { actions: 'noteLate' }],
          TAKEN_BACK: { actions: 'noteLate' },
          RECKONED: { actions: 'noteLate' },
          REQUIRED: [
            { guard: 'allIn', target: 'handed-in' },
            { guard: 'practised', target: 'started' },
            { target: 'assigned' },
          ],
        },
      },
    },
  });
}

function handedIn() {
  return [
    { guard: 'allIn' as const, target: 'handed-in' as const, actions: 'noteLate' as const },
    { target: 'started' as const, actions: 'noteLate' as const },
  ];
}

type Kept = Pick<Homework, 'state' | 'late'>;

/** What becomes of it; null when nothing changes. */
export function nextHomework(kept: Kept, event: HomeworkEvent): Kept | null {
  const state = machine.resolveState({ value: kept.state, context: { late: kept.late } });
  const next = machine.transition(state, event, NOWHERE);
  const { late } = next.context;
  const value: HomeworkState = next.value;
  return value === kept.state && late === kept.late ? null : { state: value, late };
}

const machine = createHomeworkMachine();
