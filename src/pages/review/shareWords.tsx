import type { JSX } from 'preact';
import { mostDays, SHARE_LIMITS, type ShareDraft, type ShareFlaw } from '../../app/reviews/shareDraft';
import type { Method } from '../../core/model/method';
import { HELP_LINES } from '../../core/model/scenario';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import type { FieldProblem } from '../fields';

export interface ShareMeta {
  readonly t: Texts;
  readonly language: Locale;
  readonly token: string;
}

/** Where the forms of one talk send to, with what they carry along besides the choices. */
export interface ShareFormOf {
  readonly action: string;
  /** Where somebody goes who does not want to. */
  readonly away: string;
  readonly carried: Readonly<Record<string, string>>;
}

export function shareProblems(
  t: Texts,
  flaws: readonly ShareFlaw[],
  retentionDays: number | null,
): readonly FieldProblem[] {
  const values = { ...SHARE_LIMITS, days: mostDays(retentionDays) };
  return flaws.map(({ field, code }) => ({
    field,
    words: t(`share.form.problems.${field}.${code}`, values),
  }));
}

/** What a method is, when it suits, how long it takes and for how many people it is. */
export function methodHint(t: Texts, { id, steps, people }: Method): string {
  const minutes = steps.reduce((sum, step) => sum + step.minutes, 0);
  const takes = t('share.form.methodTakes', { minutes, steps: steps.length, ...people });
  return [t(`methods.${id}.what`), t(`methods.${id}.when`), takes].join(' ');
}

/** What anybody reads beside a talk that really took place: it may be heavy, and whom to call. */
export function OwnHeavy({ t }: Pick<ShareMeta, 't'>): JSX.Element {
  return (
    <>
      <p>{t('share.heavy.note')}</p>
      <p>{t('room.heavy.stop')}</p>
      <p>{t('scorecard.helpLines.intro')}</p>
      <ul>
        {HELP_LINES.map((line) => (
          <li>{t(`scorecard.helpLines.${line}`)}</li>
        ))}
        <li>{t('scorecard.helpLines.acute')}</li>
      </ul>
    </>
  );
}

const turnField = (turn: number): string => `turn.${turn}`;
const focusField = (criterion: string): string => `focus.${criterion}`;
/** The nth thing that may stay. */
export const keepField = (place: number): string => `keep.${place}`;

/** Its first words, at most so many UTF-16 units of them. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')} …`;
}

/** A draft as the fields of a form. */
export function fieldsOfDraft(draft: ShareDraft): Readonly<Record<string, string>> {
  const { title, group, method, freeze, until, hide } = draft;
  const yes = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 'yes']));
  const along = (['card', 'preparation', 'reflection'] as const).filter((part) => draft[part]);
  return {
    ...{ title, group, method, freeze, until, hide },
    ...yes([...draft.turns.map(turnField), ...draft.focus.map(focusField), ...along]),
    ...Object.fromEntries(draft.keep.map((words, place) => [keepField(place), words])),
  };
}

export function Carried({ fields }: { readonly fields: Readonly<Record<string, string>> }): JSX.Element {
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** Words in which what stands for something else is marked. */
export function Marked({
  text,
  standIns,
}: {
  readonly text: string;
  readonly standIns: readonly string[];
}): JSX.Element {
  if (standIns.length === 0) return <>{text}</>;
  const escaped = standIns.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const known = new Set(standIns);
  return (
    <>
      {text
        .split(new RegExp(`(${escaped.join('|')})`))
        .map((part) => (known.has(part) ? <mark>{part}</mark> : part))}
    </>
  );
}
