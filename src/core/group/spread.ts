import type { CriterionSpread, SharedTalk } from '../model/groupPicture';
import { CRITERIA_BY_DOMAIN, type CriterionId, DOMAINS, type MarkLevel } from '../model/scoring';

const NOBODY: Readonly<Record<MarkLevel, number>> = {
  'not-seen': 0,
  begin: 0,
  developing: 0,
  competent: 0,
  strong: 0,
};

/** Per criterion how many people stand at which level; everybody counts once, however much they practised. */
export function spreadOf(byPerson: ReadonlyMap<string, readonly SharedTalk[]>): readonly CriterionSpread[] {
  return DOMAINS.flatMap((domain) =>
    CRITERIA_BY_DOMAIN[domain].map((criterion): CriterionSpread => {
      const people = { ...NOBODY };
      for (const talks of byPerson.values()) people[lastSeen(talks, criterion)] += 1;
      return { criterion, domain, people };
    }),
  );
}

/** `talks` are newest first. */
function lastSeen(talks: readonly SharedTalk[], criterion: CriterionId): MarkLevel {
  const seen = talks.find(({ levels }) => (levels[criterion] ?? 'not-seen') !== 'not-seen');
  return seen?.levels[criterion] ?? 'not-seen';
}
