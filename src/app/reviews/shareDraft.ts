import type { Group } from '../../core/model/group';
import type { Method, MethodId } from '../../core/model/method';
import { CRITERIA, type CriterionId } from '../../core/model/scoring';
import type { BringChoice } from '../../core/review/bring';
import { MOST_BY_HAND } from '../../core/review/hiding/byHand';
import { endOf } from '../assignmentDraft';
import type { Calendar } from '../ports';
import type { Bringable } from './bringable';

/** What somebody chose and typed, as it was sent. */
export interface ShareDraft {
  readonly title: string;
  readonly group: string;
  readonly turns: readonly number[];
  readonly card: boolean;
  readonly preparation: boolean;
  readonly reflection: boolean;
  readonly method: string;
  /** A turn's number. */
  readonly freeze: string;
  readonly focus: readonly string[];
  /** Last day, `2026-12-01`. */
  readonly until: string;
  /** Of what was found: what may be read after all, as it was written. */
  readonly keep: readonly string[];
  /** What must go too, one a line. */
  readonly hide: string;
}

export type ShareField = 'title' | 'group' | 'turns' | 'method' | 'freeze' | 'focus' | 'until' | 'hide';
export interface ShareFlaw {
  readonly field: ShareField;
  readonly code:
    | 'missing'
    | 'too-long'
    | 'unknown'
    | 'last'
    | 'alone'
    | 'too-many'
    | 'no-day'
    | 'past'
    | 'too-far';
}

export const SHARE_LIMITS = {
  /** UTF-16 units. */
  title: 80,
  hide: 2000,
  focus: 4,
  /** Days; when talks are kept shorter than this, no longer than they are kept. */
  days: 180,
  usualDays: 14,
} as const;

/** What a draft is held against. */
export interface ShareGround {
  readonly groups: readonly Group[];
  readonly methods: readonly Method[];
  readonly calendar: Calendar;
  readonly now: string;
  readonly retentionDays: number | null;
}

/** A draft that can be carried out. */
export interface SharePlan {
  readonly title: string;
  readonly group: Group;
  readonly choice: BringChoice;
  readonly method: MethodId;
  readonly freeze: number | null;
  readonly focus: readonly CriterionId[];
  readonly until: string;
  readonly keep: readonly string[];
  readonly hide: readonly string[];
}

export type CheckedShare =
  | { readonly ok: true; readonly plan: SharePlan }
  | { readonly ok: false; readonly flaws: readonly ShareFlaw[] };

/** Everything along, for two weeks. */
export function usualDraft(
  { whole }: Bringable,
  { groups, methods, calendar, now, retentionDays }: ShareGround,
): ShareDraft {
  const group = groups.length === 1 ? groups[0] : undefined;
  const today = calendar.there(now, group?.timeZone ?? ZONE).day;
  const middle = whole.turns[Math.floor((whole.turns.length - 1) / 2)];
  return {
    title: whole.title,
    group: group?.id ?? '',
    turns: whole.turns.map(({ number }) => number),
    card: whole.card !== null,
    preparation: Object.keys(whole.preparation).length > 0,
    reflection: Object.keys(whole.reflection).length > 0,
    method: 'case-discussion',
    freeze: String(middle?.number ?? 1),
    focus: methods.some(givesLevels) ? USUAL_FOCUS : [],
    until: calendar.plusDays(today, Math.min(SHARE_LIMITS.usualDays, mostDays(retentionDays))),
    keep: [],
    hide: '',
  };
}

/** Three that a group can give levels for after one talk: an open attitude, listening, and going along. */
const USUAL_FOCUS: readonly CriterionId[] = ['H1', 'V1', 'V5'];

/** Turns after which a talk may stop: chosen, and with more of it to come. */
export function mayFreeze({ whole }: Pick<Bringable, 'whole'>, chosen: readonly number[]): readonly number[] {
  return whole.turns
    .map(({ number }) => number)
    .filter((number) => chosen.includes(number))
    .slice(0, -1);
}

const ZONE = 'Europe/Amsterdam';

/** No longer than talks are kept. */
export function mostDays(retentionDays: number | null): number {
  return Math.min(SHARE_LIMITS.days, retentionDays ?? SHARE_LIMITS.days);
}

/** Every flaw at once, in the order of the form. */
export function checkShare(draft: ShareDraft, { whole }: Bringable, ground: ShareGround): CheckedShare {
  const group = ground.groups.find(({ id }) => id === draft.group);
  const method = ground.methods.find(({ id }) => id === draft.method);
  const turns = new Set(whole.turns.map(({ number }) => number).filter((one) => draft.turns.includes(one)));
  const freeze = method?.freezes ? [...turns].find((one) => String(one) === draft.freeze.trim()) : null;
  const focus = CRITERIA.filter((id) => draft.focus.includes(id));
  const title = draft.title.trim();
  const hide = wordsOf(draft.hide);
  const flaws: readonly (ShareFlaw | false | null)[] = [
    title === '' && flaw('title', 'missing'),
    title.length > SHARE_LIMITS.title && flaw('title', 'too-long'),
    !group && flaw('group', draft.group === '' ? 'missing' : 'unknown'),
    turns.size === 0 && flaw('turns', 'missing'),
    !method && flaw('method', 'missing'),
    freezeFlaw(freeze, mayFreeze({ whole }, [...turns])),
    focus.length > SHARE_LIMITS.focus && flaw('focus', 'too-many'),
    untilFlaw(draft.until.trim(), group ?? null, ground),
    (draft.hide.length > SHARE_LIMITS.hide || hide.length > MOST_BY_HAND) && flaw('hide', 'too-long'),
  ];
  const found = flaws.filter((one) => one !== false && one !== null);
  if (found.length > 0 || !group || !method || freeze === undefined) return { ok: false, flaws: found };
  return {
    ok: true,
    plan: {
      ...{ title, group, method: method.id, freeze, focus },
      choice: { turns, card: draft.card, preparation: draft.preparation, reflection: draft.reflection },
      until: endOf(draft.until.trim(), group.timeZone, ground.calendar),
      keep: draft.keep,
      hide,
    },
  };
}

function flaw(field: ShareField, code: ShareFlaw['code']): ShareFlaw {
  return { field, code };
}

/** After the last turn nothing is left to be hidden. */
function freezeFlaw(freeze: number | null | undefined, may: readonly number[]): ShareFlaw | null {
  if (freeze === null || (freeze !== undefined && may.includes(freeze))) return null;
  if (freeze === undefined) return flaw('freeze', 'missing');
  return flaw('freeze', may.length === 0 ? 'alone' : 'last');
}

function givesLevels({ steps }: Method): boolean {
  return steps.some(({ card }) => card === 'blind');
}

function untilFlaw(day: string, group: Group | null, ground: ShareGround): ShareFlaw | null {
  const { calendar, now, retentionDays } = ground;
  if (!calendar.isDay(day)) return flaw('until', 'no-day');
  const today = calendar.there(now, group?.timeZone ?? ZONE).day;
  if (day < today) return flaw('until', 'past');
  return day > calendar.plusDays(today, mostDays(retentionDays)) ? flaw('until', 'too-far') : null;
}

/** One a line. */
function wordsOf(typed: string): readonly string[] {
  return typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
