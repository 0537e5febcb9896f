import type { PersonForm } from '../../channels/webchat/personForms';
import type { PersonPage } from '../../channels/webchat/personPages';
import type { Locale } from '../../core/model/session';
import { renderMissingPage } from '../../pages/missing';
import { comparePage } from './comparePage';
import { contestForm, contestPage, withdrawForm } from './correctionPages';
import { againForm, debriefPage } from './debriefPage';
import type { PageParts } from './parts';
import { forgetForm, forgetPage, progressPage } from './progressPages';

/** Every page a learner has beside the chat, with what its forms send to. */
export function personPages(parts: PageParts): {
  readonly pages: readonly PersonPage[];
  readonly forms: readonly PersonForm[];
} {
  const missing = (locale: Locale) => renderMissingPage(parts.library.playbook.texts(locale, 'je'), locale);
  return {
    pages: [debriefPage, contestPage, comparePage, progressPage, forgetPage].map((page) => ({
      ...page(parts),
      missing,
    })),
    forms: [againForm, contestForm, withdrawForm, forgetForm].map((form) => form(parts)),
  };
}
