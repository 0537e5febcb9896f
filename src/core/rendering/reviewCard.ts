import type { Card, CardAction } from '../model/message';
import type { OpenReview } from '../model/openReview';
import type { Locale } from '../model/session';
import type { Texts } from '../model/texts';

/** More than this is on the page: a card must not grow with the work. */
const SHOWN = 5;

export interface ReviewWords {
  readonly texts: Texts;
  readonly locale: Locale;
}

/** For a group chat or channel: who, what, how and until when. */
export function announcedCard(review: OpenReview, words: ReviewWords): Card {
  const { texts } = words;
  const row = (name: string, value: string) => ({ label: texts(`announce.rows.${name}`), value });
  return {
    title: texts('announce.card.title'),
    blocks: [
      { kind: 'text', text: texts('announce.card.text') },
      {
        kind: 'facts',
        rows: [
          row('owner', review.owner || texts('announce.nameless')),
          row('talk', review.title),
          row('method', texts(`methods.${review.method}.name`)),
          row('until', dayOf(review.until, review, words)),
        ],
      },
      { kind: 'text', style: 'subtle', text: texts('announce.card.who') },
    ],
    actions: [{ kind: 'link', label: texts('announce.card.join'), path: pathOf(review) }],
  };
}

/** Which of several; without titles, because others read along who have nothing to do with them. */
export function whichReviewCard(reviews: readonly OpenReview[], words: ReviewWords): Card {
  const { texts } = words;
  const shown = reviews.slice(0, SHOWN);
  return {
    title: texts('announce.which.title'),
    blocks: [
      { kind: 'text', text: texts('announce.which.text') },
      ...(reviews.length > SHOWN
        ? [{ kind: 'text' as const, style: 'subtle' as const, text: texts('announce.which.more') }]
        : []),
    ],
    actions: shown.map(
      (review, index): CardAction => ({
        kind: 'submit',
        label: texts('announce.which.one', {
          number: index + 1,
          method: texts(`methods.${review.method}.name`),
          day: dayOf(review.sharedAt, review, words),
        }),
        action: 'reviews',
        values: { review: review.id },
      }),
    ),
  };
}

/** For who brought nothing. `personal` is where the way to the personal chat stands. */
export function noReviewCard(personal: string, texts: Texts): Card {
  return {
    title: texts('announce.none.title'),
    blocks: [{ kind: 'text', text: texts('announce.none.text') }],
    actions: [{ kind: 'entry', label: texts('announce.none.open'), path: personal }],
  };
}

/** For somebody's own chat: everything that is open to them, each with the way in. */
export function openReviewsCard(reviews: readonly OpenReview[], words: ReviewWords): Card {
  const { texts } = words;
  const shown = reviews.slice(0, SHOWN);
  return {
    title: texts('announce.mine.title'),
    blocks: [
      reviews.length === 0
        ? { kind: 'text', text: texts('announce.mine.none') }
        : { kind: 'list', items: shown.map((review) => lineOf(review, words)) },
    ],
    actions: [
      ...shown.map(
        (review): CardAction => ({
          kind: 'link',
          label: texts('announce.mine.open', { title: review.title }),
          path: pathOf(review),
        }),
      ),
      { kind: 'link', label: texts('announce.mine.all'), path: '/reviews' },
    ],
  };
}

function lineOf(review: OpenReview, words: ReviewWords): string {
  const { texts } = words;
  const role = review.own ? 'own' : review.leads ? 'leads' : 'other';
  return texts(`announce.mine.row.${role}`, {
    title: review.title,
    name: review.owner || texts('announce.nameless'),
    method: texts(`methods.${review.method}.name`),
    day: dayOf(review.until, review, words),
  });
}

/** What a team took home, for those who chose to show it: no names, and of intentions only how many. */
export interface PostedOutcome {
  readonly title: string;
  readonly method: OpenReview['method'];
  readonly insights: readonly string[];
  readonly intentions: number;
  readonly people: number;
}

export function outcomeCard(outcome: PostedOutcome, texts: Texts): Card {
  const { insights, intentions, people } = outcome;
  return {
    title: texts('announce.outcome.title', { title: outcome.title }),
    blocks: [
      {
        kind: 'text',
        text: texts('announce.outcome.text', {
          count: people,
          method: texts(`methods.${outcome.method}.name`),
        }),
      },
      insights.length === 0
        ? { kind: 'text', text: texts('announce.outcome.none') }
        : { kind: 'list', items: insights },
      { kind: 'text', style: 'subtle', text: texts('announce.outcome.intentions', { count: intentions }) },
    ],
    actions: [],
  };
}

function pathOf({ id }: Pick<OpenReview, 'id'>): string {
  return `/reviews/${encodeURIComponent(id)}`;
}

const TONGUES: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB' };

function dayOf(iso: string, { timeZone }: Pick<OpenReview, 'timeZone'>, { locale }: ReviewWords): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', timeZone } as const;
  return new Intl.DateTimeFormat(TONGUES[locale], options).format(new Date(iso));
}
