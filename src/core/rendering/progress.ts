import type { CriterionLine, PractisedTalk, Suggestion } from '../model/progress';
import { CRITERIA_BY_DOMAIN, type CriterionId, DOMAINS, type MarkLevel } from '../model/scoring';
import { rankOf } from '../scoring/levels';

const DAY = 24 * 60 * 60 * 1000;

/** Days until a criterion comes back, by the level at which it was last seen. */
const DAYS: Readonly<Record<Exclude<MarkLevel, 'not-seen'>, number>> = {
  begin: 2,
  developing: 5,
  competent: 10,
  strong: 10,
};

/** What was never seen is no weakness: it comes after what is shaky and before what goes well. */
const NEVER_SEEN_RANK = rankOf('developing') + 0.5;

/** Each criterion over the talks, oldest first. */
export function linesOf(history: readonly PractisedTalk[]): readonly CriterionLine[] {
  const talks = oldestFirst(history);
  return DOMAINS.flatMap((domain) =>
    CRITERIA_BY_DOMAIN[domain].map((criterion): CriterionLine => {
      const points = talks.map(({ attempt, at, levels }) => ({
        attempt,
        at,
        level: levels[criterion] ?? 'not-seen',
      }));
      return { criterion, domain, points, latest: lastSeen(talks, criterion)?.level ?? null };
    }),
  );
}

/**
 * What to practise next: of what is due the weakest, and of equals what was practised longest ago. A criterion comes
 * back after two, five or ten days, the better it went the later. Nothing due: what will be due first. `now` is
 * ISO 8601, UTC. Null while nothing was practised.
 */
export function suggestNext(history: readonly PractisedTalk[], now: string): Suggestion | null {
  if (history.length === 0) return null;
  const talks = oldestFirst(history);
  const all = DOMAINS.flatMap((domain) =>
    CRITERIA_BY_DOMAIN[domain].map((id) => suggestionFor(talks, id, now)),
  );
  const due = all.filter((item) => item.due);
  const [first] = due.length > 0 ? due.sort(byWeakness) : all.sort(byTime);
  return first ?? null;
}

function suggestionFor(talks: readonly PractisedTalk[], criterion: CriterionId, now: string): Suggestion {
  const last = lastSeen(talks, criterion);
  if (!last) return { criterion, last: null, due: true, dueAt: now };
  const dueAt = new Date(Date.parse(last.at) + DAYS[last.level] * DAY).toISOString();
  return { criterion, last, due: Date.parse(dueAt) <= Date.parse(now), dueAt };
}

function byWeakness(a: Suggestion, b: Suggestion): number {
  const rank = ({ last }: Suggestion) => (last ? rankOf(last.level) : NEVER_SEEN_RANK);
  return rank(a) - rank(b) || moment(a) - moment(b);
}

function byTime(a: Suggestion, b: Suggestion): number {
  return Date.parse(a.dueAt) - Date.parse(b.dueAt) || byWeakness(a, b);
}

function moment({ last }: Suggestion): number {
  return last ? Date.parse(last.at) : 0;
}

function lastSeen(
  talks: readonly PractisedTalk[],
  criterion: CriterionId,
): { readonly at: string; readonly level: Exclude<MarkLevel, 'not-seen'> } | null {
  for (const { at, levels } of talks.toReversed()) {
    const level = levels[criterion];
    if (level !== undefined && level !== 'not-seen') return { at, level };
  }
  return null;
}

function oldestFirst(history: readonly PractisedTalk[]): readonly PractisedTalk[] {
  return [...history].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
