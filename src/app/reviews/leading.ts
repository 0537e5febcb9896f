import { EXTRA_MINUTES, type MeetingEvent, nextMeeting } from '../../../dialogs/review';
import { lastVisibleTurn } from '../../core/review/visible';
import type { Room } from './readRoom';

/** What whoever leads can do now, and what would come of it. */
export interface Leading {
  readonly wishes: readonly MeetingEvent['type'][];
  readonly extraMinutes: number;
  /** What the next step lays open for all. */
  readonly opens: readonly ('talk' | 'notes' | 'card')[];
}

export function readLeading(room: Room, now: string): Leading {
  const { method, moment } = room;
  const events: readonly MeetingEvent[] = [
    { type: 'START', at: now },
    { type: 'NEXT', at: now },
    { type: 'BACK', at: now },
    { type: 'EXTEND', minutes: EXTRA_MINUTES },
    { type: 'CLOSE' },
  ];
  return {
    wishes: events.filter((event) => nextMeeting(moment.meeting, method, event)).map(({ type }) => type),
    extraMinutes: EXTRA_MINUTES,
    opens: opensNext(room),
  };
}

function opensNext({ method, moment, step, waiting, notes }: Room): Leading['opens'] {
  const { step: at, reached } = moment.meeting;
  const next = method.steps[at + 1];
  if (!next || step === null) return [];
  const first = at === reached;
  const after = { ...moment, meeting: { ...moment.meeting, reached: at + 1 } };
  const wait = waiting > 0 || notes.some(({ released, release }) => !released && release !== null);
  const released = method.steps.slice(0, at + 1).some(({ release }) => {
    return typeof release === 'object' && release.step === next.id;
  });
  return [
    ...(first && lastVisibleTurn(after) > lastVisibleTurn(moment) ? (['talk'] as const) : []),
    ...(wait && released ? (['notes'] as const) : []),
    ...(first && next.card === 'shown' && step.card !== 'shown' ? (['card'] as const) : []),
  ];
}
