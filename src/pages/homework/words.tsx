import type { JSX } from 'preact';
import type { GivenAssignment } from '../../app/assignments';
import type { HomeworkView } from '../../app/homework';
import type { Assignment, AssignmentState, HomeworkState } from '../../core/model/homework';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { dayThere } from '../when';

/** What every page about homework is drawn with. */
export interface HomeworkMeta {
  readonly t: Texts;
  readonly language: Locale;
  /** What the page's forms send along. */
  readonly token: string;
  /** What can be practised now, by id. */
  readonly scenarios: ReadonlyMap<string, ScenarioName>;
}

export interface ScenarioName {
  readonly title: string;
  readonly minutes: number;
}

export function scenarioTitle({ scenarios }: Pick<HomeworkMeta, 'scenarios'>, id: string): string {
  return scenarios.get(id)?.title ?? id;
}

const SYMBOLS: Readonly<Record<HomeworkState | AssignmentState, string>> = {
  assigned: '○',
  opened: '○',
  started: '◐',
  'handed-in': '●',
  discussed: '✓',
  excused: '–',
  draft: '○',
  scheduled: '◔',
  open: '●',
  closed: '■',
};

interface StateProps {
  readonly state: HomeworkState | AssignmentState;
  readonly words: string;
}

/** A state as a sign for the eye and in words for everybody. */
export function State({ state, words }: StateProps): JSX.Element {
  return (
    <span class="level">
      <span class="symbol" aria-hidden="true">
        {SYMBOLS[state]}
      </span>{' '}
      {words}
    </span>
  );
}

/** How homework stands for who gave it: in a group that is put away nothing is open. */
export function GivenState({ given, t }: { readonly given: GivenAssignment; readonly t: Texts }) {
  const ended = given.group.archivedAt !== null && given.state !== 'draft';
  const words = ended ? 'archived' : given.state;
  return (
    <State
      state={ended ? 'closed' : given.state}
      words={t('homework.list.state', { state: t(`homework.givenStates.${words}`) })}
    />
  );
}

/** How far somebody is, and whether that is late. */
export function stateWords(t: Texts, state: HomeworkState, late: boolean, whose: 'states' | 'trainerStates') {
  return lateWords(t, t(`homework.${whose}.${state}`), late);
}

/** How far the learner is, as they know it themselves: who practised did begin, also when nothing counts yet. */
export function ownState(t: Texts, { homework: { state, late }, parts }: HomeworkView): StateProps {
  const practised = parts.some(({ attempts }) => attempts.length > 0);
  if (!practised || (state !== 'assigned' && state !== 'opened'))
    return { state, words: stateWords(t, state, late, 'states') };
  return { state: 'started', words: lateWords(t, t('homework.states.tried'), late) };
}

function lateWords(t: Texts, words: string, late: boolean): string {
  return late ? `${words} (${t('homework.late')})` : words;
}

export function dueWords({ t, language }: HomeworkMeta, view: HomeworkView): string {
  const { assignment, state, overdue } = view;
  const key = state === 'closed' ? 'was' : overdue ? 'past' : 'by';
  return t(`homework.due.${key}`, { day: dueDay(language, assignment) });
}

export function dueDay(language: Locale, { dueAt, timeZone }: Assignment): string {
  return dayThere(language, dueAt, timeZone);
}

/** "Trainers of group: A, B and C." */
export function trainersWords(t: Texts, group: string, trainers: readonly string[]): string {
  if (trainers.length === 0) return t('homework.who.none');
  return t('homework.who.trainers', { group, names: namesWords(t, trainers) });
}

/** "A, B and C", with words for who has no name. */
export function namesWords(t: Texts, trainers: readonly string[]): string {
  const names = trainers.map((name) => name || t('homework.who.nameless'));
  const last = names.at(-1) ?? '';
  const others = names.slice(0, -1).join(', ');
  return others === '' ? last : t('homework.who.and', { names: others, last });
}

/** A line that says what has just been done. */
export function Told({ words }: { readonly words: string | null }): JSX.Element | null {
  return words === null ? null : (
    <p class="told" role="status">
      {words}
    </p>
  );
}
