import { attemptToBring, type Bringable } from '../../app/reviews/bringable';
import { offerWithdrawal, withdraw } from '../../app/reviews/withdraw';
import type { PersonForm } from '../../channels/webchat/personForms';
import type { PageView, PersonPage } from '../../channels/webchat/personPages';
import { paths, ROUTES } from '../../pages/paths';
import { renderBringTalkPage } from '../../pages/review/BringTalk';
import type { ShareFormOf } from '../../pages/review/shareWords';
import { renderWithdrawPage } from '../../pages/review/Withdraw';
import { PAGE_STYLE } from '../../pages/style';
import type { Pages } from '.';
import { exampleForm, examplePage } from './examplePages';
import { ownCaseForm, ownCasePage } from './ownCasePages';
import { type PageParts, stagedOf } from './parts';
import { chooseHtml, takeShareStep } from './shareFlow';
import { shareMeta } from './shareParts';

/** Bringing a talk to a group, and taking it back. */
export function sharePages(parts: PageParts): Pages {
  return {
    pages: [talksPage, attemptPage, ownCasePage, examplePage, withdrawPage].map((page) => page(parts)),
    forms: [attemptForm, ownCaseForm, exampleForm, withdrawForm].map((form) => form(parts)),
  };
}

function talksPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.bringTalk,
    styles: [PAGE_STYLE],
    render: async (view) => {
      const ended = (await parts.store.attemptsOf(view.person)).filter((one) => one.finishedAt !== null);
      const attempts = await Promise.all(
        ended.map(async (attempt) => ({
          attempt: attempt.id,
          title: (await stagedOf(parts, attempt))?.scenario.texts.title ?? attempt.scenario,
          at: attempt.startedAt,
        })),
      );
      return renderBringTalkPage({ attempts }, await shareMeta(parts, view));
    },
  };
}

function attemptPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.bringAttempt,
    styles: [PAGE_STYLE],
    render: async (view) => {
      const bringable = await bringableOf(parts, view);
      return bringable && chooseHtml(parts, view, bringable, formOf(view), { draft: null, flaws: [] });
    },
  };
}

function attemptForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.bringAttempt,
    once: true,
    styles: [PAGE_STYLE],
    take: async (view) => {
      const bringable = await bringableOf(parts, view);
      return bringable && takeShareStep(parts, view, bringable, formOf(view));
    },
  };
}

function bringableOf(parts: PageParts, { person, params }: PageView): Promise<Bringable | null> {
  const { store, library } = parts;
  const stage = (attempt: Parameters<typeof stagedOf>[1]) => stagedOf(parts, attempt);
  return attemptToBring({ store, rubric: library.playbook.rubric, stage }, person, params.attempt ?? '');
}

function formOf({ params: { attempt = '' } }: PageView): ShareFormOf {
  return { action: paths.bringAttempt(attempt), away: paths.debrief(attempt), carried: {} };
}

function withdrawPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.withdrawReview,
    styles: [PAGE_STYLE],
    render: async (view) => {
      const offer = await offerWithdrawal(parts, view.person, view.params.review ?? '');
      return offer && renderWithdrawPage(offer, await shareMeta(parts, view));
    },
  };
}

function withdrawForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.withdrawReview,
    once: true,
    styles: [PAGE_STYLE],
    take: async (view) =>
      (await withdraw(parts, view.person, view.params.review ?? ''))
        ? { kind: 'see', path: `${paths.me(view.locale)}&told=withdrawn` }
        : null,
  };
}
