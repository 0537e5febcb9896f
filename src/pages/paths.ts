import type { SentencePlace } from '../core/model/correction';
import type { Locale } from '../core/model/session';

/** The addresses of our pages, as they are linked and served. */

const id = encodeURIComponent;

export const paths = {
  chat: '/',
  progress: (language: Locale) => `/progress?lang=${language}`,
  debrief: (attempt: string) => `/debrief/${id(attempt)}`,
  again: (attempt: string) => `/debrief/${id(attempt)}/again`,
  compare: (attempt: string) => `/compare/${id(attempt)}`,
  sentence: ({ attempt, turn, sentence }: SentencePlace) =>
    `/debrief/${id(attempt)}/sentences/${turn}/${sentence}`,
  withdraw: (place: SentencePlace) => `${paths.sentence(place)}/withdraw`,
  forget: (attempt: string, language: Locale) => `/progress/${id(attempt)}/forget?lang=${language}`,
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
