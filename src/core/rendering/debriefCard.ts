import type { Ending } from '../model/conversation';
import type { Chance, Debrief, Harm, Practice } from '../model/debrief';
import type { Card, CardBlock } from '../model/message';
import { LEVELS } from '../model/scoring';
import type { Texts } from '../model/texts';

/** The debrief in short, for the chat; the page behind the link holds the rest. */
export function shortDebrief(debrief: Debrief, texts: Texts): Card {
  return {
    title: texts('scorecard.card.title', { title: debrief.scenario.title }),
    blocks: [
      ...missed(debrief, texts),
      ...ended(debrief, texts),
      ...settled(debrief, texts),
      ...harmful(debrief, texts),
      ...advice(debrief, texts),
      ...domainBars(debrief, texts),
      ...helpLines(debrief, texts),
    ],
    actions: [
      {
        kind: 'link',
        label: texts('scorecard.card.open'),
        path: `/debrief/${encodeURIComponent(debrief.attempt)}`,
      },
      {
        kind: 'link',
        label: texts('share.debrief.link'),
        path: `/reviews/new/${encodeURIComponent(debrief.attempt)}`,
      },
    ],
  };
}

function missed({ missedConcerns }: Debrief, texts: Texts): readonly CardBlock[] {
  const unspoken = missedConcerns.filter(({ softly, blamed }) => !softly && !blamed);
  const concerns = unspoken.map(({ label }) => label).join('; ');
  const warning = (text: string): CardBlock => ({ kind: 'text', style: 'warning', text });
  return [
    ...(unspoken.length > 0 ? [warning(texts('scorecard.card.missed', { concerns }))] : []),
    ...missedConcerns
      .filter(({ blamed }) => blamed)
      .map(({ label }) => warning(texts('scorecard.card.reproached', { concern: label }))),
    ...missedConcerns.flatMap(({ label, softly }) =>
      softly
        ? [
            warning(
              texts('scorecard.card.softened', { concern: label, quote: softly.quote, turn: softly.turn }),
            ),
          ]
        : [],
    ),
  ];
}

function ended({ ending, hints, examples }: Debrief, texts: Texts): readonly CardBlock[] {
  return [
    { kind: 'text', style: 'heading', text: ending.title ?? texts('scorecard.card.unfinished') },
    ...(ending.story ? [{ kind: 'text', text: ending.story } as const] : []),
    ...helped('hints', hints, texts),
    ...helped('examples', examples, texts),
  ];
}

/** How far each domain came: the middle of what was seen of it. What was not seen takes nothing off. */
function domainBars({ enoughSaid, domains, missedConcerns }: Debrief, texts: Texts): readonly CardBlock[] {
  if (!enoughSaid) return [];
  const rows = domains.map(({ domain, marks }) => {
    const seen = marks.map(({ level }) => LEVELS.indexOf(level)).filter((step) => step > 0);
    const middle = [...seen].sort((a, b) => a - b)[Math.floor((seen.length - 1) / 2)] ?? 0;
    // Whoever left a danger unspoken has skills to build, however well the rest went.
    const held =
      missedConcerns.length > 0 && marks.some(({ id }) => id === 'V5') ? Math.min(middle, 1) : middle;
    const level = LEVELS[held] ?? 'not-seen';
    const words = seen.length < marks.length ? 'some' : 'all';
    return {
      label: texts(`scorecard.domains.${domain}`),
      words:
        middle === 0
          ? texts('scorecard.card.bars.none')
          : texts(`scorecard.card.bars.${words}`, {
              level: texts(`scorecard.levels.${level}.name`),
              seen: seen.length,
              of: marks.length,
            }),
      filled: held,
      of: LEVELS.length - 1,
    };
  });
  const partly = domains.some(({ marks }) => marks.some(({ level }) => level === 'not-seen'));
  return [
    { kind: 'text', style: 'heading', text: texts('scorecard.card.bars.heading') },
    { kind: 'bars', rows },
    ...(partly ? [{ kind: 'text', style: 'subtle', text: texts('scorecard.card.bars.note') } as const] : []),
  ];
}

/** What the learner leaned on, said plainly and without blame. */
function helped(what: 'hints' | 'examples', count: number, texts: Texts): readonly CardBlock[] {
  return count > 0
    ? [{ kind: 'text', style: 'subtle', text: texts(`scorecard.card.${what}`, { count }) }]
    : [];
}

/** What was agreed and what stayed open, by name; who said what stands on the page. */
function settled(
  { settled: { agreed, conditional, proposed, open } }: Debrief,
  texts: Texts,
): readonly CardBlock[] {
  const named = (
    kind: 'agreed' | 'conditional' | 'proposed' | 'open',
    matters: readonly { readonly label: string }[],
  ) =>
    matters.length > 0
      ? [
          {
            label: texts(`scorecard.card.${kind === 'open' ? 'openMatters' : kind}`),
            value: matters.map(({ label }) => label).join('; '),
          },
        ]
      : [];
  const rows = [
    ...named('agreed', agreed),
    ...named('conditional', conditional),
    ...named('proposed', proposed),
    ...named('open', open),
  ];
  return rows.length > 0 ? [{ kind: 'facts', rows }] : [];
}

/** Said to comfort, and taken at their word: whoever promised it should know, however well the talk ended. */
const PROMISES = 'K3-promises';

const WENT_WRONG: readonly Ending[] = ['unsafe', 'walk-out', 'stalemate'];

/** The words that made a talk unsafe or hard: a verdict without them teaches nothing. */
function harmful({ ending: { ending }, harms, practise }: Debrief, texts: Texts): readonly CardBlock[] {
  if (!ending || !WENT_WRONG.includes(ending)) {
    const promised = harms.filter(
      ({ rule, quote }) => rule === PROMISES && quote !== practise?.against?.quote,
    );
    return quoted('title', promised, texts);
  }
  return [
    ...quoted(
      'unsafe',
      harms.filter(({ unsafe }) => unsafe),
      texts,
    ),
    ...quoted(
      'title',
      harms.filter(({ unsafe }) => !unsafe),
      texts,
    ),
  ];
}

function quoted(heading: 'unsafe' | 'title', harms: readonly Harm[], texts: Texts): readonly CardBlock[] {
  if (harms.length === 0) return [];
  const items = harms.map(({ quote, rule }) =>
    texts('scorecard.card.shown', { quote, shows: texts(`scorecard.indicators.${rule}.shows`) }),
  );
  return [
    { kind: 'text', style: 'heading', text: texts(`pages.debrief.harms.${heading}`) },
    { kind: 'list', items },
  ];
}

function advice(debrief: Debrief, texts: Texts): readonly CardBlock[] {
  if (!debrief.enoughSaid) return [{ kind: 'text', text: texts('scorecard.card.tooLittle') }];
  const { keep, practise } = debrief;
  const rows = [
    ...keep.map(({ rule, quote, turn, about }) => {
      const praised = texts(`scorecard.indicators.${rule}.shows`);
      const shows = about === '' ? praised : `${praised} (${about})`;
      return {
        label: texts('scorecard.card.keep'),
        value:
          quote === ''
            ? texts('scorecard.card.silence', { turn, shows })
            : texts('scorecard.card.shown', { quote, shows }),
      };
    }),
    ...(practise
      ? [{ label: texts('scorecard.card.practise'), value: practiseWords(practise, debrief, texts) }]
      : []),
  ];
  return rows.length > 0 ? [{ kind: 'facts', rows }] : [];
}

function practiseWords(practise: Practice, { missedConcerns }: Debrief, texts: Texts): string {
  switch (practise.gap) {
    case 'concern':
      return concernWords(missedConcerns, texts);
    case 'harm': {
      const { quote, rule } = practise.against ?? { quote: '', rule: '' };
      const shows = texts(`scorecard.indicators.${rule}.shows`);
      const instead = texts(`scorecard.indicators.${rule}.instead`);
      const shown = `${texts('scorecard.card.shown', { quote, shows })} ${instead}`;
      const { also } = practise;
      return also.length > 0
        ? `${shown} ${texts('scorecard.practise.also', { turns: also.join(', ') })}`
        : shown;
    }
    case 'open':
    case 'unanswered':
      return texts(`scorecard.practise.${practise.gap}`, { open: practise.open });
    case 'mark': {
      const tip = texts('scorecard.card.tip', {
        criterion: texts(`scorecard.criteria.${practise.criterion}.name`),
        tip: texts(`scorecard.tips.${practise.tip.id}`),
      });
      if (!practise.against) return practise.chance ? `${tip} ${chanceWords(practise.chance, texts)}` : tip;
      const { quote, rule } = practise.against;
      const shows = texts(`scorecard.indicators.${rule}.shows`);
      return `${texts('scorecard.card.shown', { quote, shows })} ${tip}`;
    }
  }
}

function chanceWords({ turn, said }: Chance, texts: Texts): string {
  return texts('scorecard.practise.chance', { turn, said });
}

function helpLines({ helpLines: lines }: Debrief, texts: Texts): readonly CardBlock[] {
  if (lines.length === 0) return [];
  return [
    { kind: 'text', style: 'subtle', text: texts('scorecard.helpLines.intro') },
    { kind: 'list', items: lines.map((line) => texts(`scorecard.helpLines.${line}`)) },
  ];
}

function concernWords(missed: Debrief['missedConcerns'], texts: Texts): string {
  const concerns = missed.map(({ label }) => label).join('; ');
  const says = missed.flatMap(({ say }) => (say ? [`‘${say}’`] : []));
  const named = texts('scorecard.practise.concern', { concerns });
  return says.length > 0 ? `${named} ${texts('scorecard.practise.say')} ${says.join(' ')}` : named;
}
