import type { ChangedLevel, Difference } from '../model/comparison';
import type { Card, CardBlock } from '../model/message';
import type { Texts } from '../model/texts';

/** A card that names more than this is no longer short; the page behind the link has them all. */
const NAMED_AT_MOST = 4;

/** "Different from last time", in short; the page behind the link puts the talks side by side. */
export function compareCard(difference: Difference, texts: Texts): Card {
  const t = (key: string, values?: Readonly<Record<string, string | number>>) =>
    texts(`pages.compare.card.${key}`, values);
  const { higher, lower, raised, missed, sameLevels } = difference;
  return {
    title: t('title', { turn: difference.turn }),
    blocks: [
      ...missed.map(
        (concern): CardBlock => ({ kind: 'text', style: 'warning', text: t('missed', { concern }) }),
      ),
      {
        kind: 'facts',
        rows: [
          { label: t('ending'), value: endingWords(difference, texts) },
          { label: t('trust'), value: trustWords(difference, texts) },
          ...raised.map((concern) => ({ label: t('raised'), value: concern })),
        ],
      },
      ...levels(t('higher'), higher, texts),
      ...levels(t('lower'), lower, texts),
      ...(sameLevels ? [{ kind: 'text', text: t('sameLevels') } as const] : []),
    ],
    actions: [{ kind: 'link', label: t('open'), path: `/compare/${encodeURIComponent(difference.attempt)}` }],
  };
}

function endingWords({ ending }: Difference, texts: Texts): string {
  const words = (title: string | null) => title ?? texts('pages.compare.noEnding');
  return ending.before === ending.now
    ? texts('pages.compare.card.endingSame', { now: words(ending.now) })
    : texts('pages.compare.card.endingChanged', { before: words(ending.before), now: words(ending.now) });
}

function trustWords({ trust }: Difference, texts: Texts): string {
  const direction = ['lower', 'same', 'higher'][Math.sign(trust.now - trust.before) + 1];
  return texts(`pages.compare.card.trustWords.${direction}`, trust);
}

function levels(heading: string, changed: readonly ChangedLevel[], texts: Texts): readonly CardBlock[] {
  if (changed.length === 0) return [];
  const words = ({ criterion, before, now }: ChangedLevel) =>
    texts('pages.compare.card.level', {
      criterion: texts(`scorecard.criteria.${criterion}.name`),
      before: texts(`scorecard.levels.${before}.name`),
      now: texts(`scorecard.levels.${now}.name`),
    });
  const more = changed.length - NAMED_AT_MOST;
  const items = changed.slice(0, NAMED_AT_MOST).map(words);
  return [
    { kind: 'text', style: 'heading', text: heading },
    { kind: 'list', items: more > 0 ? [...items, texts('pages.compare.card.more', { count: more })] : items },
  ];
}
