import { branchesOf } from '../../app/branches';
import type { AttemptRecord } from '../../app/ports';
import { readProgress } from '../../app/readProgress';
import type { LearnerForm } from '../../channels/webchat/learnerForms';
import type { LearnerPage } from '../../channels/webchat/learnerPages';
import { paths, ROUTES } from '../../pages/paths';
import { renderProgressPage } from '../../pages/progress';
import { renderForgetPage } from '../../pages/progress/Forget';
import { PAGE_STYLE } from '../../pages/style';
import { type PageParts, stagedOf, textsIn } from './parts';

/** The page with a learner's own talks over time. */
export function progressPage(parts: PageParts): LearnerPage {
  const { store, clock, library } = parts;
  const { rubric } = library.playbook;
  const scenarioOf = async (attempt: AttemptRecord) => (await stagedOf(parts, attempt))?.scenario ?? null;
  return {
    path: ROUTES.progress,
    styles: [PAGE_STYLE],
    render: async ({ learner, locale }) => {
      const texts = await textsIn(parts, await store.latestConversation(learner), locale);
      const progress = await readProgress({ store, clock, rubric, scenarioOf }, learner);
      return renderProgressPage(progress, texts, locale);
    },
  };
}

/** The page that asks once more before a talk is deleted. */
export function forgetPage(parts: PageParts): LearnerPage {
  return {
    path: ROUTES.forget,
    styles: [PAGE_STYLE],
    render: async ({ learner, locale, params, formToken }) => {
      const attempts = await parts.store.attemptsOf(learner);
      const attempt = attempts.find(({ id }) => id === params.attempt);
      if (!attempt) return null;
      const scenario = (await stagedOf(parts, attempt))?.scenario;
      const view = {
        attempt: attempt.id,
        title: scenario?.texts.title ?? attempt.scenario,
        at: attempt.startedAt,
        branches: branchesOf(attempts, attempt.id).length,
      };
      const texts = await textsIn(parts, attempt.conversation, locale);
      return renderForgetPage(view, texts, { language: locale, token: formToken });
    },
  };
}

export function forgetForm({ store }: PageParts): LearnerForm {
  return {
    path: ROUTES.forget,
    styles: [],
    take: async ({ learner, locale, params }) => {
      const forgotten = await store.forgetAttempt(params.attempt ?? '', learner);
      return forgotten ? { kind: 'see', path: paths.progress(locale) } : null;
    },
  };
}
