import type { JSX } from 'preact';
import { type CriterionMark, DOMAINS, type Scorecard } from '../../core/model/scoring';
import type { Texts } from '../../core/model/texts';
import { Quotes } from '../debrief/Scorecard';
import { Section } from '../debrief/Section';
import { LevelName } from './tryoutParts';

interface Props {
  readonly card: Scorecard;
  readonly t: Texts;
}

/** The card that went along, whole: every level with the words it rests on, and what was left unspoken at the top. */
export function FullCard({ card, t }: Props): JSX.Element {
  return (
    <Section id="card" title={t('tryout.card.title')}>
      <p>{t('tryout.card.about')}</p>
      {card.missedConcerns.length > 0 && <p class="changed">{t('pages.debrief.missed.intro')}</p>}
      <details>
        <summary>{t('tryout.card.open')}</summary>
        {DOMAINS.map((domain) => (
          <section class="domain" aria-labelledby={`domain-${domain}`}>
            <h3 id={`domain-${domain}`}>{t(`scorecard.domains.${domain}`)}</h3>
            {card.criteria
              .filter((mark) => mark.domain === domain)
              .map((mark) => (
                <Mark mark={mark} t={t} />
              ))}
          </section>
        ))}
      </details>
    </Section>
  );
}

function Mark({ mark, t }: { readonly mark: CriterionMark; readonly t: Texts }): JSX.Element {
  return (
    <article class="mark">
      <h4>
        <span>{t(`scorecard.criteria.${mark.id}.name`)}</span> <LevelName level={mark.level} t={t} />
      </h4>
      <p class="about">{t(`scorecard.criteria.${mark.id}.about`)}</p>
      <Quotes
        evidence={mark.evidence.filter((one) => one.for)}
        heading={t('pages.debrief.card.for')}
        contest={null}
        t={t}
      />
      <Quotes
        evidence={mark.evidence.filter((one) => !one.for)}
        heading={t('pages.debrief.card.against')}
        contest={null}
        t={t}
      />
    </article>
  );
}
