import { assign, setup } from 'xstate';
import type { Method } from '../src/core/model/method';
import type { Meeting } from '../src/core/model/review';
import { NOWHERE } from './scope';

/** What happens in a meeting. `at` is the moment, ISO 8601 in UTC: the machine itself has no clock. */
export type MeetingEvent =
  | { readonly type: 'START'; readonly at: string }
  | { readonly type: 'NEXT'; readonly at: string }
  | { readonly type: 'BACK'; readonly at: string }
  /** More time for this step. */
  | { readonly type: 'EXTEND'; readonly minutes: number }
  | { readonly type: 'CLOSE' };

export const MEETING_EVENTS = [
  'START',
  'NEXT',
  'BACK',
  'EXTEND',
  'CLOSE',
] as const satisfies readonly MeetingEvent['type'][];

/** Minutes that one press adds, and the most that a step is stretched. */
export const EXTRA_MINUTES = 5;
const MOST_EXTRA = 60;

type Context = Omit<Meeting, 'stage'>;

/**
 * A meeting as an XState machine: waiting, running through the steps of its method, closed. Going back shows an
 * earlier step again, with its own time anew; what was seen by then stays seen, and what is written there waits again
 * for the step that opens it. The last step is left by closing.
 */
export function createMeetingMachine() {
  return setup({
    types: {
      context: {} as Context & { readonly last: number },
      events: {} as MeetingEvent,
      input: {} as Context & { readonly last: number },
    },
    guards: {
      notLast: ({ context }) => context.step < context.last,
      notFirst: ({ context }) => context.step > 0,
      sensible: ({ event, context }) =>
        event.type === 'EXTEND' && event.minutes > 0 && context.extra + event.minutes <= MOST_EXTRA,
    },
    actions: {
      begin: assign(({ event }) => ({
        step: 0,
        reached: 0,
        entered: enteredAt([], 0, event),
        extra: 0,
        since: momentOf(event),
      })),
      next: assign(({ context, event }) => ({
        step: context.step + 1,
        reached: Math.max(context.reached, context.step + 1),
        entered: enteredAt(context.entered, context.step + 1, event),
        extra: 0,
        since: momentOf(event),
      })),
      back: assign(({ context, event }) => ({ step: context.step - 1, extra: 0, since: momentOf(event) })),
      extend: assign(({ context, event }) => ({
        extra: context.extra + (event.type === 'EXTEND' ? event.minutes : 0),
      })),
      stopClock: assign({ since: null, extra: 0 }),
    },
  }).createMachine({
    id: 'meeting',
    context: ({ input }) => input,
    initial: 'waiting',
    states: {
      waiting: { on: { START: { target: 'running', actions: 'begin' } } },
      running: {
        on: {
          NEXT: { guard: 'notLast', actions: 'next' },
          BACK: { guard: 'notFirst', actions: 'back' },
          EXTEND: { guard: 'sensible', actions: 'extend' },
          CLOSE: { target: 'closed', actions: 'stopClock' },
        },
      },
      closed: {},
    },
  });
}

function momentOf(event: MeetingEvent): string | null {
  return 'at' in event ? event.at : null;
}

/** A clock that runs behind on another machine never makes a step entered earlier than it was. */
function enteredAt(entered: readonly string[], step: number, event: MeetingEvent): readonly string[] {
  const at = momentOf(event) ?? '';
  const before = Array.from(
    { length: Math.max(entered.length, step + 1) },
    (_, index) => entered[index] ?? '',
  );
  return before.map((moment, index) => (index === step && at > moment ? at : moment));
}

/** What becomes of a meeting; null when nothing changes, because it is not the time for that. */
export function nextMeeting(
  { stage, ...context }: Meeting,
  method: Pick<Method, 'steps'>,
  event: MeetingEvent,
): Meeting | null {
  const state = machine.resolveState({
    value: stage,
    context: { ...context, last: method.steps.length - 1 },
  });
  const next = machine.transition(state, event, NOWHERE);
  const { last: _, ...after } = next.context;
  const meeting = { stage: next.value, ...after };
  return sameMeeting(meeting, { stage, ...context }) ? null : meeting;
}

function sameMeeting(one: Meeting, other: Meeting): boolean {
  return (
    one.stage === other.stage &&
    one.step === other.step &&
    one.since === other.since &&
    one.extra === other.extra
  );
}

const machine = createMeetingMachine();
