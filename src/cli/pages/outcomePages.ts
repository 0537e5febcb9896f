import { addIntention } from '../../app/reviews/intentions';
import {
  addInsight,
  changeInsight,
  type InsightOutcome,
  insightOf,
  type Outcome,
  readOutcome,
  removeInsight,
} from '../../app/reviews/outcome';
import { createPosting } from '../../app/reviews/postOutcome';
import type { PersonFile } from '../../channels/webchat/personFiles';
import type { FormAnswer, FormView, PersonForm } from '../../channels/webchat/personForms';
import type { PageView, PersonPage } from '../../channels/webchat/personPages';
import type { Texts } from '../../core/model/texts';
import type { FieldProblem } from '../../pages/fields';
import { paths, ROUTES } from '../../pages/paths';
import {
  OUTCOME_TOLD,
  type OutcomeTold,
  type OutcomeView,
  renderOutcomePage,
} from '../../pages/review/Outcome';
import { renderInsightPage } from '../../pages/review/OutcomeEdit';
import { outcomeMarkdown } from '../../pages/review/outcomeMarkdown';
import { PAGE_STYLE } from '../../pages/style';
import type { Pages } from '.';
import {
  fieldsOf,
  intentionPages,
  intentionProblems,
  isSure,
  NO_INTENTION,
  personalQuestion,
} from './intentionPages';
import { outcomeMeta, outcomeParts } from './outcomeParts';
import { numberFrom, type PageParts } from './parts';

/** What a team takes home from a review: to write down, to read, and to take along. */
export function outcomePages(parts: PageParts): Pages {
  const mine = intentionPages(parts);
  return {
    pages: [outcomePage(parts), insightPage(parts), ...(mine.pages ?? [])],
    forms: [
      ...[newInsightForm, insightForm, removeInsightForm, newIntentionForm, postForm].map((form) =>
        form(parts),
      ),
      ...(mine.forms ?? []),
    ],
    files: [markdownFile(parts)],
  };
}

const STYLES = [PAGE_STYLE];

function outcomePage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.outcome,
    styles: STYLES,
    render: async (view) => {
      const told = OUTCOME_TOLD.find((one) => one === view.query.told) ?? null;
      return drawn(parts, view, () => ({ told }));
    },
  };
}

type Typed = Partial<Pick<OutcomeView, 'told' | 'insight' | 'problems' | 'asks'>> & {
  readonly intention?: OutcomeView['intention']['fields'];
};

async function drawn(parts: PageParts, view: PageView, typed: (t: Texts) => Typed): Promise<string | null> {
  const outcome = await readOutcome(outcomeParts(parts), reviewOf(view), view.person);
  if (outcome === null) return null;
  const mayPost = outcome.mayPost && parts.places !== null;
  const meta = await outcomeMeta(parts, view);
  const { told = null, insight = '', problems = [], asks = null, intention = NO_INTENTION } = typed(meta.t);
  const shown = { outcome: { ...outcome, mayPost }, told, insight, problems, asks };
  return renderOutcomePage(
    { ...shown, intention: { fields: intention, from: todayOf(parts, outcome) } },
    meta,
  );
}

function todayOf({ calendar, clock }: PageParts, { group }: Pick<Outcome, 'group'>): string {
  return calendar.there(clock.now(), group.timeZone).day;
}

function newInsightForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.insights,
    standsOn: ROUTES.outcome,
    styles: STYLES,
    take: async (view) => {
      const typed = { text: view.fields.text, sure: isSure(view) };
      const outcome = await addInsight(outcomeParts(parts), reviewOf(view), view.person, typed);
      if (outcome === null) return null;
      if (outcome.kind !== 'flawed' && outcome.kind !== 'personal')
        return back(view, outcome.kind === 'done' ? 'insight' : outcome.kind);
      return again(parts, view, (t) => ({
        insight: typed.text ?? '',
        problems: insightProblems(t, outcome),
        asks: outcome.kind === 'personal' ? 'insight' : null,
      }));
    },
  };
}

function insightPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.insight,
    styles: STYLES,
    render: async (view) => {
      const own = await ownInsight(parts, view);
      if (own === null) return null;
      const edit = {
        ...placeOf(view),
        text: own.value.text,
        version: own.version,
        problems: [],
        asks: false,
      };
      return renderInsightPage(edit, await outcomeMeta(parts, view));
    },
  };
}

function insightForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.insight,
    styles: STYLES,
    take: async (view) => {
      const { text = '', version } = view.fields;
      const typed = { text, sure: isSure(view), version: numberFrom(version) ?? 0 };
      const outcome = await changeInsight(outcomeParts(parts), placeOf(view), view.person, typed);
      const own = outcome && (await ownInsight(parts, view));
      if (!outcome || !own) return null;
      if (outcome.kind === 'done') return back(view, 'insight');
      const meta = await outcomeMeta(parts, view);
      const problems = insightProblems(meta.t, outcome);
      const asks = outcome.kind === 'personal';
      const edit = { ...placeOf(view), text, version: own.version, problems, asks };
      return { kind: 'again', html: renderInsightPage(edit, meta) };
    },
  };
}

function removeInsightForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.removeInsight,
    standsOn: ROUTES.outcome,
    once: true,
    styles: STYLES,
    take: async (view) =>
      (await removeInsight(outcomeParts(parts), placeOf(view), view.person)) ? back(view, 'removed') : null,
  };
}

function newIntentionForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.intentions,
    standsOn: ROUTES.outcome,
    styles: STYLES,
    take: async (view) => {
      const fields = fieldsOf(view);
      const outcome = await addIntention(outcomeParts(parts), reviewOf(view), view.person, fields);
      if (outcome === null) return null;
      if (outcome.kind !== 'flawed' && outcome.kind !== 'personal')
        return back(view, outcome.kind === 'done' ? 'intention' : outcome.kind);
      return again(parts, view, (t) => ({
        intention: fields,
        problems: intentionProblems(t, outcome),
        asks: outcome.kind === 'personal' ? 'intention' : null,
      }));
    },
  };
}

function postForm(parts: PageParts): PersonForm {
  const post = createPosting();
  return {
    path: ROUTES.postOutcome,
    standsOn: ROUTES.outcome,
    styles: STYLES,
    take: async (view) => {
      const { places } = parts;
      if (places === null) return null;
      const { t: texts } = await outcomeMeta(parts, view);
      const how = { texts, baseUrl: view.origin };
      const outcome = await post({ ...outcomeParts(parts), places }, reviewOf(view), view.person, how);
      return outcome && back(view, outcome);
    },
  };
}

function markdownFile(parts: PageParts): PersonFile {
  return {
    path: ROUTES.outcomeMarkdown,
    make: async (view) => {
      const outcome = await readOutcome(outcomeParts(parts), reviewOf(view), view.person);
      return (
        outcome && {
          name: 'intervisie.md',
          type: 'text/markdown; charset=utf-8',
          content: outcomeMarkdown(outcome, await outcomeMeta(parts, view)),
        }
      );
    },
  };
}

async function again(
  parts: PageParts,
  view: FormView,
  typed: (t: Texts) => Typed,
): Promise<FormAnswer | null> {
  const html = await drawn(parts, view, typed);
  return html === null ? null : { kind: 'again', html };
}

function insightProblems(t: Texts, outcome: InsightOutcome): readonly FieldProblem[] {
  if (outcome.kind === 'personal') return [{ field: 'text', words: personalQuestion(t, outcome.words) }];
  const key = outcome.kind === 'flawed' ? `text.${outcome.problem}` : 'moved';
  return [{ field: 'text', words: t(`outcome.problems.${key}`) }];
}

function ownInsight(parts: PageParts, view: PageView) {
  const { review, insight } = placeOf(view);
  return insightOf(outcomeParts(parts), review, view.person, insight);
}

function reviewOf({ params }: PageView): string {
  return params.review ?? '';
}

function placeOf({ params }: PageView) {
  return { review: params.review ?? '', insight: params.insight ?? '' };
}

function back(view: PageView, told: OutcomeTold): FormAnswer {
  return { kind: 'see', path: `${paths.outcome(reviewOf(view))}?told=${told}` };
}
