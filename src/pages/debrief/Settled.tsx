import type { JSX } from 'preact';
import type { Debrief, Harm, SpokenMatter } from '../../core/model/debrief';
import type { Texts } from '../../core/model/texts';
import { TALK } from '../language';
import { Read } from './Read';
import { Quote } from './Section';
import type { SecondThoughts } from './secondThoughts';
import { instead, shows, turnName } from './words';

interface Props {
  readonly debrief: Debrief;
  readonly t: Texts;
}

/** What was agreed, what was only proposed, and what stayed open: in what both of them said. */
export function Settled({ debrief: { settled, scenario }, t }: Props): JSX.Element | null {
  const { agreed, conditional, proposed, open } = settled;
  return (
    <>
      <Spoken kind="agreed" matters={agreed} persona={scenario.persona} t={t} />
      <Spoken kind="conditional" matters={conditional} persona={scenario.persona} t={t} />
      <Spoken kind="proposed" matters={proposed} persona={scenario.persona} t={t} />
      {open.length > 0 && (
        <>
          <h3>{t('pages.debrief.settled.open')}</h3>
          <ul>
            {open.map(({ label, vital }) => (
              <li {...TALK}>{vital ? <strong>{label}</strong> : label}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface SpokenProps {
  readonly kind: 'agreed' | 'conditional' | 'proposed';
  readonly matters: readonly SpokenMatter[];
  readonly persona: string;
  readonly t: Texts;
}

function Spoken({ kind, matters, persona, t }: SpokenProps): JSX.Element | null {
  if (matters.length === 0) return null;
  return (
    <>
      <h3>{t(kind === 'conditional' ? 'scorecard.card.conditional' : `pages.debrief.settled.${kind}`)}</h3>
      <ul>
        {matters.map(({ label, turn, yours, his }) => (
          <li>
            <strong {...TALK}>{label}</strong> <span class="turn">({turnName(t, turn)})</span>
            {yours && (
              <>
                <br />
                {t('pages.debrief.you')}: <q {...TALK}>{yours}</q>
              </>
            )}
            {his && (
              <>
                <br />
                {persona}: <q {...TALK}>{his}</q>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

interface HarmsProps extends Props {
  readonly second: SecondThoughts | null;
}

/** The sentences that did harm, quoted: whoever reads that a talk was not safe must see which words made it so. */
export function Harms({ debrief: { harms, attempt }, second, t }: HarmsProps): JSX.Element | null {
  const shared = { attempt, second, t };
  return (
    <>
      <Quoted heading="unsafe" harms={harms.filter(({ unsafe }) => unsafe)} {...shared} />
      <Quoted heading="title" harms={harms.filter(({ unsafe }) => !unsafe)} {...shared} />
    </>
  );
}

interface QuotedProps {
  readonly heading: 'unsafe' | 'title';
  readonly harms: readonly Harm[];
  readonly attempt: string;
  readonly second: SecondThoughts | null;
  readonly t: Texts;
}

function Quoted({ heading, harms, attempt, second, t }: QuotedProps): JSX.Element | null {
  if (harms.length === 0) return null;
  return (
    <>
      <h3>{t(`pages.debrief.harms.${heading}`)}</h3>
      <ul class="harms">
        {harms.map(({ quote, turn, sentence, rule }) => (
          <li>
            <Quote text={quote} turn={turnName(t, turn)} /> {shows(t, rule)}{' '}
            <strong>{t('pages.debrief.card.try')}</strong> {instead(t, rule)}
            <Read attempt={attempt} turn={turn} sentence={sentence} second={second} t={t} />
          </li>
        ))}
      </ul>
    </>
  );
}
