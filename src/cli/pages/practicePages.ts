import type { Pages } from '.';
import { comparePage } from './comparePage';
import { contestForm, contestPage, withdrawForm } from './correctionPages';
import { againForm, debriefPage } from './debriefPage';
import type { PageParts } from './parts';
import { forgetForm, forgetPage, progressPage } from './progressPages';

/** What a learner sees of their own practice. */
export function practicePages(parts: PageParts): Pages {
  return {
    pages: [debriefPage, contestPage, comparePage, progressPage, forgetPage].map((page) => page(parts)),
    forms: [againForm, contestForm, withdrawForm, forgetForm].map((form) => form(parts)),
  };
}
