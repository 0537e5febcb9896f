import type { Locale } from '../core/model/session';

/** Every talk is in Dutch, whatever the language of the page: marks its words, so that they are read out as Dutch. */
export const TALK: { readonly lang: Locale } = { lang: 'nl' };
