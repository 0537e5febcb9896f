import type { JSX } from 'preact';
import type { Debrief } from '../../core/model/debrief';
import type { CriterionMark, Evidence, MarkLevel } from '../../core/model/scoring';
import type { Texts } from '../../core/model/texts';
import { paths } from '../paths';
import { Quote, Section } from './Section';
import type { SecondThoughts } from './secondThoughts';
import { instead, shows, turnName } from './words';

/** More quotes than this are folded away: who wants to see all can. */
const QUOTES_AT_ONCE = 3;

interface CardProps {
  readonly debrief: Debrief;
  readonly t: Texts;
  readonly second: SecondThoughts | null;
}

export function Scorecard({ debrief, t, second }: CardProps): JSX.Element {
  const contest = second && contestOf(debrief, second);
  return (
    <Section id="card" title={t('pages.debrief.card.title')}>
      <p>{t('pages.debrief.card.intro')}</p>
      {second && second.corrected > 0 && (
        <p class="changed">{t('pages.corrections.notice', { count: second.corrected })}</p>
      )}
      {debrief.domains.map(({ domain, marks }) => (
        <section class="domain" aria-labelledby={`domain-${domain}`}>
          <h3 id={`domain-${domain}`}>{t(`scorecard.domains.${domain}`)}</h3>
          {marks.map((mark) => (
            <Mark
              mark={mark}
              unspoken={mark.id === 'V5' && debrief.missedConcerns.length > 0}
              before={second?.before[mark.id] ?? null}
              contest={contest}
              t={t}
            />
          ))}
        </section>
      ))}
    </Section>
  );
}

interface MarkProps {
  readonly mark: CriterionMark;
  /** The mark rests on what was left unspoken, not only on what was said. */
  readonly unspoken: boolean;
  /** The level before somebody said what was meant; null when that changed nothing. */
  readonly before: MarkLevel | null;
  readonly contest: Contest | null;
  readonly t: Texts;
}

/** What a quote needs to be contested, and which ones were. */
interface Contest {
  readonly attempt: string;
  readonly corrected: ReadonlySet<string>;
}

function contestOf({ attempt }: Debrief, { turns }: SecondThoughts): Contest {
  const places = turns.flatMap(({ turn, sentences }) =>
    sentences.flatMap(({ sentence, meant }) => (meant ? [`${turn}.${sentence}`] : [])),
  );
  return { attempt, corrected: new Set(places) };
}

function Mark({ mark, unspoken, before, contest, t }: MarkProps): JSX.Element {
  const good = mark.level === 'competent' || mark.level === 'strong';
  return (
    <article class="mark">
      <h4>
        <span>{t(`scorecard.criteria.${mark.id}.name`)}</span>{' '}
        <span class={`level ${mark.level}`}>
          <span class="symbol" aria-hidden="true">
            {t(`scorecard.levels.${mark.level}.symbol`)}
          </span>{' '}
          {t(`scorecard.levels.${mark.level}.name`)}
        </span>
      </h4>
      <p class="about">{t(`scorecard.criteria.${mark.id}.about`)}</p>
      {before && (
        <p class="corrected">
          {t('pages.corrections.changed', { before: t(`scorecard.levels.${before}.name`) })}
        </p>
      )}
      {mark.level === 'not-seen' && (
        <p>{t(`pages.debrief.card.${mark.evidence.length === 0 ? 'notSeen' : 'hardlySeen'}`)}</p>
      )}
      {unspoken && <p>{t('pages.debrief.card.unspoken')}</p>}
      <Quotes
        evidence={mark.evidence.filter((e) => e.for)}
        heading={t('pages.debrief.card.for')}
        contest={contest}
        t={t}
      />
      <Quotes
        evidence={mark.evidence.filter((e) => !e.for)}
        heading={t('pages.debrief.card.against')}
        contest={contest}
        t={t}
      />
      {!good && (
        <p class="tip">
          <strong>{t('pages.debrief.card.tip')}</strong> {t(`scorecard.tips.${mark.tip.id}`)}{' '}
          <span class="source">{mark.tip.source}</span>
        </p>
      )}
    </article>
  );
}

interface QuotesProps {
  readonly evidence: readonly Evidence[];
  readonly heading: string;
  readonly contest: Contest | null;
  readonly t: Texts;
}

export function Quotes({ evidence, heading, contest, t }: QuotesProps): JSX.Element | null {
  const sentences = bySentence(evidence);
  if (sentences.length === 0) return null;
  const [first, rest] = [sentences.slice(0, QUOTES_AT_ONCE), sentences.slice(QUOTES_AT_ONCE)];
  return (
    <div class="quotes">
      <p class="heading">{heading}</p>
      <ul>
        {first.map((group) => (
          <QuoteItem group={group} contest={contest} t={t} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{t('pages.debrief.card.more', { count: rest.length })}</summary>
          <ul>
            {rest.map((group) => (
              <QuoteItem group={group} contest={contest} t={t} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

interface QuoteItemProps {
  readonly group: readonly Evidence[];
  readonly contest: Contest | null;
  readonly t: Texts;
}

function QuoteItem({ group, contest, t }: QuoteItemProps): JSX.Element | null {
  const [first] = group;
  const worst = [...group].sort((a, b) => a.points - b.points)[0];
  if (!first || !worst) return null;
  return (
    <li>
      <Quote text={first.quote} turn={turnName(t, first.turn)} />{' '}
      {group.map((e) => shows(t, e.rule)).join(' ')}
      {!worst.for && (
        <>
          {' '}
          <strong>{t('pages.debrief.card.try')}</strong> {instead(t, worst.rule)}
        </>
      )}
      {first.repaired && ` ${t('pages.debrief.card.repaired')}`}
      {contest && <Contested evidence={first} contest={contest} t={t} />}
    </li>
  );
}

interface ContestedProps {
  readonly evidence: Evidence;
  readonly contest: Contest;
  readonly t: Texts;
}

/** Says that a quote was read as somebody meant it; where it speaks against them, lets them say so. */
function Contested({ evidence, contest, t }: ContestedProps): JSX.Element | null {
  const { turn, sentence, quote } = evidence;
  if (contest.corrected.has(`${turn}.${sentence}`)) {
    return <span class="changed"> {t('pages.corrections.asMeant')}</span>;
  }
  if (evidence.for) return null;
  return (
    <>
      {' '}
      <a
        class="screen-only"
        href={paths.sentence({ attempt: contest.attempt, turn, sentence })}
        aria-label={t('pages.corrections.contestLabel', { quote })}
      >
        {t('pages.corrections.contest')}
      </a>
    </>
  );
}

/** Evidence grouped by sentence, weightiest first, so that nobody reads the same quote twice. */
function bySentence(evidence: readonly Evidence[]): readonly (readonly Evidence[])[] {
  const groups = Map.groupBy(evidence, (e) => `${e.turn}.${e.sentence}`);
  const weight = (group: readonly Evidence[]) => group.reduce((sum, e) => sum + Math.abs(e.points), 0);
  return [...groups.values()].sort((a, b) => weight(b) - weight(a));
}
