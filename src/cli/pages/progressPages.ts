import { branchesOf } from '../../app/branches';
import type { AttemptRecord } from '../../app/ports';
import { readProgress } from '../../app/readProgress';
import type { PersonForm } from '../../channels/webchat/personForms';
import type { PersonPage } from '../../channels/webchat/personPages';
import { paths, ROUTES } from '../../pages/paths';
import { renderProgressPage } from '../../pages/progress';
import { renderForgetPage } from '../../pages/progress/Forget';
import { PAGE_STYLE } from '../../pages/style';
import { type PageParts, stagedOf, textsIn } from './parts';

/** The page with a learner's own talks over time. */
export function progressPage(parts: PageParts): PersonPage {
  const { store, clock, library } = parts;
  const { rubric } = library.playbook;
  const scenarioOf = async (attempt: AttemptRecord) => (await stagedOf(parts, attempt))?.scenario ?? null;
  return {
    path: ROUTES.progress,
    styles: [PAGE_STYLE],
    render: async ({ person, locale }) => {
      const texts = await textsIn(parts, await store.latestConversation(person), locale);
      const progress = await readProgress({ store, clock, rubric, scenarioOf }, person);
      return renderProgressPage(progress, texts, locale);
    },
  };
}

/** The page that asks once more before a talk is deleted. */
export function forgetPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.forget,
    styles: [PAGE_STYLE],
    render: async ({ person, locale, params, formToken }) => {
      const attempts = await parts.store.attemptsOf(person);
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

export function forgetForm({ store }: PageParts): PersonForm {
  return {
    path: ROUTES.forget,
    once: true,
    styles: [],
    take: async ({ person, locale, params }) => {
      const forgotten = await store.forgetAttempt(params.attempt ?? '', person);
      return forgotten ? { kind: 'see', path: paths.progress(locale) } : null;
    },
  };
}
