import type { JSX } from 'preact';
import type { SeenHandIn, SeenMark } from '../../app/seenHandIn';
import type { CriterionMark, MarkLevel } from '../../core/model/scoring';
import { DOMAINS } from '../../core/model/scoring';
import type { Texts } from '../../core/model/texts';
import { Quotes } from '../debrief/Scorecard';
import { Section } from '../debrief/Section';
import { paths } from '../paths';
import type { SeenMeta } from './Notes';

interface MarksProps {
  readonly seen: SeenHandIn;
  readonly meta: SeenMeta;
}

/** The card of a talk as its learner agreed to show it, with what trainers see otherwise. */
export function Marks({ seen, meta }: MarksProps): JSX.Element | null {
  const { t } = meta;
  const { talk } = seen;
  if (talk.kind === 'done') return null;
  const corrected = talk.kind === 'transcript' ? talk.corrected : 0;
  return (
    <Section id="card" title={t('trainer.seen.card.title')}>
      {corrected > 0 && <p>{t('trainer.seen.card.corrected', { count: corrected })}</p>}
      {DOMAINS.map((domain) => (
        <section class="domain" aria-labelledby={`domain-${domain}`}>
          <h3 id={`domain-${domain}`}>{t(`scorecard.domains.${domain}`)}</h3>
          {talk.marks
            .filter((mark) => mark.domain === domain)
            .map((mark) => (
              <Mark
                mark={mark}
                evidence={talk.kind === 'transcript' ? (talk.evidence[mark.criterion] ?? null) : null}
                seen={seen}
                meta={meta}
              />
            ))}
        </section>
      ))}
    </Section>
  );
}

interface MarkProps extends MarksProps {
  readonly mark: SeenMark;
  /** Null where the words were not shared. */
  readonly evidence: CriterionMark | null;
}

function Mark({ mark, evidence, seen, meta }: MarkProps): JSX.Element {
  const { t, active } = meta;
  const { criterion, level, overrule } = mark;
  const name = t(`scorecard.criteria.${criterion}.name`);
  const words = overrule ? 'change' : 'overrule';
  const quoted = evidence?.evidence ?? [];
  return (
    <article class="mark" id={`mark-${criterion}`}>
      <h4>
        <span>{name}</span>{' '}
        <span>
          {overrule && `${t('trainer.seen.card.machine')} `}
          <Level level={level} t={t} />
        </span>
      </h4>
      {overrule && (
        <p class="from-trainer">
          {t('trainer.seen.card.trainer', {
            name: overrule.name || t('trainer.oneTrainer'),
            level: t(`scorecard.levels.${overrule.level}.name`),
            reason: overrule.reason,
          })}
        </p>
      )}
      <Quotes
        evidence={quoted.filter((one) => one.for)}
        heading={t('pages.debrief.card.for')}
        contest={null}
        t={t}
      />
      <Quotes
        evidence={quoted.filter((one) => !one.for)}
        heading={t('pages.debrief.card.against')}
        contest={null}
        t={t}
      />
      {active && (
        <p class="screen-only">
          <a
            href={paths.mark({ ...seen.handIn, group: seen.group.id }, criterion)}
            aria-label={t(`trainer.seen.card.${words}Label`, { criterion: name })}
          >
            {t(`trainer.seen.card.${words}`)}
          </a>
        </p>
      )}
    </article>
  );
}

export function Level({ level, t }: { readonly level: MarkLevel; readonly t: Texts }): JSX.Element {
  return (
    <span class={`level ${level}`}>
      <span class="symbol" aria-hidden="true">
        {t(`scorecard.levels.${level}.symbol`)}
      </span>{' '}
      {t(`scorecard.levels.${level}.name`)}
    </span>
  );
}
