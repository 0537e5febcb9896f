import type { Pages } from '.';
import { accountPages } from './accountPages';
import { enterForm, enterPage, joinPage } from './enterPages';
import { openIdPages } from './openIdPages';
import { organiserForm, organiserPage } from './organiserPages';
import type { PageParts } from './parts';

/** How people come in, and what they tell about themselves. */
export function entryPages(parts: PageParts): Pages {
  const account = accountPages(parts);
  return {
    ...account,
    openPages: [...[enterPage, joinPage, organiserPage].map((page) => page(parts)), ...openIdPages(parts)],
    openForms: [enterForm, organiserForm].map((form) => form(parts)),
  };
}
