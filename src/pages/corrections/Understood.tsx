import type { JSX } from 'preact';
import type { ReadSentence, ReadTurn } from '../../core/model/correction';
import type { Texts } from '../../core/model/texts';
import { Section } from '../debrief/Section';
import { turnName } from '../debrief/words';
import { PostButton } from '../forms';
import { TALK } from '../language';
import { anchorOf, paths } from '../paths';
import { readingWords } from './words';

interface Props {
  readonly attempt: string;
  readonly turns: readonly ReadTurn[];
  readonly token: string;
  readonly t: Texts;
}

/** Every sentence with what was read in it, the way to contest it, and the way back into the talk at its turn. */
export function Understood({ attempt, turns, token, t }: Props): JSX.Element | null {
  const said = turns.filter(({ sentences }) => sentences.length > 0);
  if (said.length === 0) return null;
  const corrected = said.some(({ sentences }) => sentences.some(({ meant }) => meant !== null));
  return (
    <Section id="understood" title={t('pages.corrections.section')}>
      <p>{t('pages.corrections.sectionIntro')}</p>
      <details open={corrected}>
        <summary>{t('pages.corrections.open')}</summary>
        {said.map(({ turn, sentences }) => (
          <>
            <h3 class="turn-heading">
              <span>{turnName(t, turn)}</span>
            </h3>
            <ul class="understood">
              {sentences.map((item) => (
                <Sentence attempt={attempt} turn={turn} item={item} token={token} t={t} />
              ))}
            </ul>
          </>
        ))}
      </details>
    </Section>
  );
}

interface SentenceProps {
  readonly attempt: string;
  readonly turn: number;
  readonly item: ReadSentence;
  readonly token: string;
  readonly t: Texts;
}

function Sentence({ attempt, turn, item, token, t }: SentenceProps): JSX.Element {
  const { sentence, quote, machine, meant } = item;
  const place = { attempt, turn, sentence };
  const link = meant ? 'change' : 'contest';
  return (
    <li id={anchorOf(place)} class={meant ? 'corrected' : undefined}>
      <p>
        <q {...TALK}>{quote}</q>
      </p>
      <p class="about">{t('pages.corrections.read', { reading: readingWords(t, machine) })}</p>
      {meant && (
        <p class="changed">{t('pages.corrections.meant', { move: t(`moves.names.${meant.move}`) })}</p>
      )}
      {meant?.why && <p>{t('pages.corrections.why', { why: meant.why })}</p>}
      <div class="actions">
        <a href={paths.sentence(place)} aria-label={t(`pages.corrections.${link}Label`, { quote })}>
          {t(`pages.corrections.${link}`)}
        </a>
        {meant && (
          <PostButton
            action={paths.withdraw(place)}
            token={token}
            label={t('pages.corrections.withdraw')}
            full={t('pages.corrections.withdrawLabel', { quote })}
          />
        )}
      </div>
    </li>
  );
}
