import type { Debrief } from '../model/debrief';
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
      ...domainBars(debrief, texts),
      ...advice(debrief, texts),
      ...helpLines(debrief, texts),
    ],
    actions: [
      {
        kind: 'link',
        label: texts('scorecard.card.open'),
        path: `/debrief/${encodeURIComponent(debrief.attempt)}`,
      },
    ],
  };
}

function missed({ missedConcerns }: Debrief, texts: Texts): readonly CardBlock[] {
  if (missedConcerns.length === 0) return [];
  const concerns = missedConcerns.map(({ label }) => label).join('; ');
  return [{ kind: 'text', style: 'warning', text: texts('scorecard.card.missed', { concerns }) }];
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
function domainBars({ enoughSaid, domains }: Debrief, texts: Texts): readonly CardBlock[] {
  if (!enoughSaid) return [];
  const rows = domains.map(({ domain, marks }) => {
    const seen = marks.map(({ level }) => LEVELS.indexOf(level)).filter((step) => step > 0);
    const middle = [...seen].sort((a, b) => a - b)[Math.floor((seen.length - 1) / 2)] ?? 0;
    const level = LEVELS[middle] ?? 'not-seen';
    return {
      label: texts(`scorecard.domains.${domain}`),
      words:
        middle === 0
          ? texts('scorecard.card.bars.none')
          : texts('scorecard.card.bars.some', {
              level: texts(`scorecard.levels.${level}.name`),
              seen: seen.length,
              count: marks.length,
            }),
      filled: middle,
      of: LEVELS.length - 1,
    };
  });
  return [
    { kind: 'text', style: 'heading', text: texts('scorecard.card.bars.heading') },
    { kind: 'bars', rows },
  ];
}

/** What the learner leaned on, said plainly and without blame. */
function helped(what: 'hints' | 'examples', count: number, texts: Texts): readonly CardBlock[] {
  return count > 0
    ? [{ kind: 'text', style: 'subtle', text: texts(`scorecard.card.${what}`, { count }) }]
    : [];
}

function advice({ enoughSaid, keep, practise }: Debrief, texts: Texts): readonly CardBlock[] {
  if (!enoughSaid) return [{ kind: 'text', text: texts('scorecard.card.tooLittle') }];
  const rows = [
    ...keep.map(({ rule, quote }) => ({
      label: texts('scorecard.card.keep'),
      value: texts('scorecard.card.shown', { quote, shows: texts(`scorecard.indicators.${rule}.shows`) }),
    })),
    ...(practise
      ? [
          {
            label: texts('scorecard.card.practise'),
            value: texts('scorecard.card.tip', {
              criterion: texts(`scorecard.criteria.${practise.criterion}.name`),
              tip: texts(`scorecard.tips.${practise.tip.id}`),
            }),
          },
        ]
      : []),
  ];
  return rows.length > 0 ? [{ kind: 'facts', rows }] : [];
}

function helpLines({ helpLines: lines }: Debrief, texts: Texts): readonly CardBlock[] {
  if (lines.length === 0) return [];
  return [
    { kind: 'text', style: 'subtle', text: texts('scorecard.helpLines.intro') },
    { kind: 'list', items: lines.map((line) => texts(`scorecard.helpLines.${line}`)) },
  ];
}
