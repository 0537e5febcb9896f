import type { SentencePlace } from '../core/model/correction';

/** The addresses of our pages, as they are linked and served. */

const id = encodeURIComponent;

export const paths = {
  chat: '/',
  progress: '/progress',
  debrief: (attempt: string) => `/debrief/${id(attempt)}`,
  again: (attempt: string) => `/debrief/${id(attempt)}/again`,
  compare: (attempt: string) => `/compare/${id(attempt)}`,
  sentence: ({ attempt, turn, sentence }: SentencePlace) =>
    `/debrief/${id(attempt)}/sentences/${turn}/${sentence}`,
  withdraw: (place: SentencePlace) => `${paths.sentence(place)}/withdraw`,
  forget: (attempt: string) => `/progress/${id(attempt)}/forget`,
} as const;

/** Where a sentence stands within the debrief page. */
export function anchorOf({ turn, sentence }: Omit<SentencePlace, 'attempt'>): string {
  return `sentence-${turn}-${sentence}`;
}

/** The same addresses as patterns for a router. */
export const ROUTES = {
  progress: '/progress',
  debrief: '/debrief/:attempt',
  again: '/debrief/:attempt/again',
  compare: '/compare/:attempt',
  sentence: '/debrief/:attempt/sentences/:turn/:sentence',
  withdraw: '/debrief/:attempt/sentences/:turn/:sentence/withdraw',
  forget: '/progress/:attempt/forget',
} as const;
