import type { JSX } from 'preact';
import type { SeenVariant, WhatIfView } from '../../app/reviews/tryReply';
import type { Texts } from '../../core/model/texts';
import { readingWords } from '../corrections/words';
import { PostButton } from '../forms';
import { TALK } from '../language';
import { paths } from '../paths';
import { MeterBars } from './MeterBars';
import { type TryoutMeta, whose } from './tryoutParts';

interface Props {
  readonly view: WhatIfView;
  readonly meta: TryoutMeta;
  readonly variant: SeenVariant;
}

/** Another reply: whose it is, what was answered, what it does beside the real one. */
export function TriedVariant({ variant, view: { room }, meta: { t, token } }: Props): JSX.Element {
  const { id, text, outcome, own, sentences } = variant;
  const { name } = room.talk.other;
  const readings = sentences.map(({ reading }) => readingWords(t, reading)).join(' · ');
  return (
    <div class="variant" id={`variant-${id}`}>
      <h3>
        <q {...TALK}>{text}</q>
      </h3>
      <p class="about">{whose(t, variant)}</p>
      {outcome && outcome.answer === '' && <p>{t('tryout.whatIf.noAnswer', { name })}</p>}
      {outcome && outcome.answer !== '' && (
        <p>
          {t('tryout.whatIf.answer', { name })} <q {...TALK}>{outcome.answer}</q>
        </p>
      )}
      {outcome && <Outcome id={`variant-${id}`} outcome={outcome} t={t} />}
      {readings !== '' && <p class="about">{t('tryout.whatIf.read', { readings })}</p>}
      {own && (
        <PostButton
          action={paths.removeVariant(room.review.id, id)}
          token={token}
          label={t('tryout.whatIf.remove')}
          full={t('tryout.whatIf.removeLabel', { text })}
          fields={{ turn: String(variant.turn) }}
        />
      )}
    </div>
  );
}

interface OutcomeProps {
  readonly id: string;
  readonly outcome: NonNullable<SeenVariant['outcome']>;
  readonly t: Texts;
}

function Outcome({ id, outcome, t }: OutcomeProps): JSX.Element {
  return (
    <>
      {outcome.ending !== null && <p>{t('tryout.whatIf.ending', { ending: outcome.ending })}</p>}
      {outcome.told.length > 0 && (
        <>
          <h4>{t('tryout.whatIf.told')}</h4>
          <ul>
            {outcome.told.map((told) => (
              <li {...TALK}>{told}</li>
            ))}
          </ul>
        </>
      )}
      <h4>{t('tryout.whatIf.meters')}</h4>
      <MeterBars id={id} outcome={outcome} t={t} />
      {outcome.levels.length > 0 && (
        <>
          <h4>{t('tryout.whatIf.levels')}</h4>
          <ul>
            {outcome.levels.map(({ criterion, original, now }) => (
              <li>
                {t('tryout.whatIf.level', {
                  criterion: t(`scorecard.criteria.${criterion}.name`),
                  original: t(`scorecard.levels.${original}.name`),
                  now: t(`scorecard.levels.${now}.name`),
                })}
              </li>
            ))}
          </ul>
          <p class="about">{t('tryout.whatIf.levelsHint')}</p>
        </>
      )}
    </>
  );
}
