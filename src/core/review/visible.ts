import type { Method, MethodStep, ReviewRole } from '../model/method';
import type { BroughtTalk, Meeting, Review, ReviewNote } from '../model/review';
import type { Evidence, Scorecard } from '../model/scoring';

/**
 * The one place that decides what of a talk, and of what was written about it, may be seen at a moment of a meeting.
 * What is not in here does not leave the server.
 */
export interface Moment {
  readonly method: Method;
  readonly meeting: Meeting;
  readonly freeze: number | null;
}

/** Who somebody is in a meeting. Who brought the talk stays that, also while leading. */
export function roleOf(review: Pick<Review, 'owner' | 'facilitator'>, person: string): ReviewRole {
  if (review.owner === person) return 'bringer';
  return review.facilitator === person ? 'facilitator' : 'team';
}

/** The step a meeting is at; null before it began and after it was closed. */
export function stepOf({ method, meeting }: Pick<Moment, 'method' | 'meeting'>): MethodStep | null {
  return meeting.stage === 'running' ? (method.steps[meeting.step] ?? null) : null;
}

/** The steps that were shown so far, the present one included. */
function shownSteps({ method, meeting }: Moment): readonly MethodStep[] {
  return meeting.stage === 'waiting' ? [] : method.steps.slice(0, meeting.reached + 1);
}

/** The last turn that may be seen: 0 for none, Infinity for all. */
export function lastVisibleTurn(moment: Moment): number {
  const sights = shownSteps(moment).map(({ talk }) => talk);
  if (sights.includes('whole')) return Number.POSITIVE_INFINITY;
  if (!sights.includes('frozen')) return 0;
  return moment.freeze ?? Number.POSITIVE_INFINITY;
}

/** Whether the card, and levels that others gave, are laid open. */
export function cardShown(moment: Moment): boolean {
  return shownSteps(moment).some(({ card }) => card === 'shown');
}

/** Whether what the machine read in the sentences may be asked for. */
export function movesShown(moment: Moment): boolean {
  return shownSteps(moment).some(({ moves }) => moves);
}

/** Whether levels are still to be given blind: until then nobody sees how the machine follows the talk. */
function marksToCome({ method, meeting }: Moment): boolean {
  return method.steps.findLastIndex(({ card }) => card === 'blind') >= meeting.reached;
}

function preparationShown(moment: Moment): boolean {
  return shownSteps(moment).some(({ preparation }) => preparation);
}

/** As much of the talk as may be seen now. Who brought it knows it all, and sees what the others see. */
export function visibleTalk(talk: BroughtTalk, moment: Moment): BroughtTalk {
  const last = lastVisibleTurn(moment);
  const turns = talk.turns.filter(({ number }) => number <= last);
  // Also where it was frozen at the very last turn: how it ended is still to come.
  const whole = last === Number.POSITIVE_INFINITY;
  const withMoves = movesShown(moment);
  const written = preparationShown(moment);
  const shown = withMoves ? turns : turns.map((turn) => ({ ...turn, sentences: turn.sentences.map(unread) }));
  return {
    ...talk,
    opening: last > 0 ? talk.opening : '',
    turns: marksToCome(moment) ? shown.map((turn) => ({ ...turn, before: null, meters: null })) : shown,
    preparation: written ? talk.preparation : {},
    reflection: written && whole ? talk.reflection : {},
    card: cardShown(moment) && whole ? talk.card && cardUpTo(talk.card, last) : null,
    ending: whole ? talk.ending : '',
  };
}

function unread(sentence: BroughtTalk['turns'][number]['sentences'][number]) {
  return { span: sentence.span, reading: { kind: 'unsure' } as const, moves: [], topics: [] };
}

function cardUpTo(card: Scorecard, last: number): Scorecard {
  const seen = ({ turn }: Pick<Evidence, 'turn'>) => turn <= last;
  return {
    ...card,
    criteria: card.criteria.map((mark) => ({ ...mark, evidence: mark.evidence.filter(seen) })),
    unsure: card.unsure.filter(seen),
  };
}

type Waiting = Pick<ReviewNote, 'release' | 'step' | 'at'>;

/**
 * Whether a note is read by all: at once, or when the meeting came to its step, or past it, after the note was written.
 * Who went on too early and back, writes in private again. What was released stays so.
 */
export function noteReleased({ release, step, at }: Waiting, { stage, reached, entered }: Meeting): boolean {
  if (stage === 'waiting' || release === null) return false;
  if (release === step) return true;
  return release <= reached && entered.some((moment, index) => index >= release && moment >= at);
}

/** Whether somebody may read a note now: their own always, another's once it is released. */
export function noteVisible(
  note: Pick<ReviewNote, 'by'> & Waiting,
  { meeting }: Pick<Moment, 'meeting'>,
  person: string,
): boolean {
  return note.by === person || noteReleased(note, meeting);
}

/** Index of the step from which a note that is written now is read by all; null for its writer only. */
export function releaseOf({ method, meeting }: Pick<Moment, 'method' | 'meeting'>): number | null {
  const release = method.steps[meeting.step]?.release ?? 'at-once';
  if (release === 'at-once') return meeting.step;
  if (release === 'private') return null;
  return method.steps.findIndex(({ id }) => id === release.step);
}

/** Whether somebody in this role may write notes now. */
export function mayWrite(moment: Pick<Moment, 'method' | 'meeting'>, role: ReviewRole): boolean {
  const step = stepOf(moment);
  return step !== null && step.notes.length > 0 && step.writes.includes(role);
}

/** When the present step is over, ISO 8601, UTC; null unless the meeting runs. */
export function endsAt(moment: Pick<Moment, 'method' | 'meeting'>): string | null {
  const step = stepOf(moment);
  const { since, extra } = moment.meeting;
  if (step === null || since === null) return null;
  return new Date(Date.parse(since) + (step.minutes + extra) * 60_000).toISOString();
}
