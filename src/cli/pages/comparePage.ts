import { readFamily } from '../../app/branches';
import { evaluate } from '../../app/evaluated';
import type { PersonPage } from '../../channels/webchat/personPages';
import { compareTalks } from '../../core/rendering/compare';
import { renderComparePage } from '../../pages/compare';
import { ROUTES } from '../../pages/paths';
import { PAGE_STYLE } from '../../pages/style';
import { type PageParts, stagedOf, textsIn } from './parts';

/** The page that puts an attempt beside everything that was taken up again from it. */
export function comparePage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.compare,
    styles: [PAGE_STYLE],
    render: async ({ person, params }) => {
      const family = await readFamily(parts.store, person, params.attempt ?? '');
      const asked = family?.find(({ attempt }) => attempt.id === params.attempt)?.attempt;
      const scenario = asked && (await stagedOf(parts, asked))?.scenario;
      if (!family || !asked || !scenario) return null;
      const { rubric } = parts.library.playbook;
      const talks = family.map((material) => ({
        ...material.attempt,
        finished: material.attempt.finishedAt !== null,
        turns: material.turns,
        scorecard: evaluate(rubric, scenario, material).scorecard,
      }));
      const texts = await textsIn(parts, asked.conversation, asked.locale);
      return renderComparePage(compareTalks(scenario, talks), texts, asked.locale);
    },
  };
}
