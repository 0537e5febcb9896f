import type { JSX } from 'preact';
import type { Texts } from '../../core/model/texts';
import { readingWords } from '../corrections/words';
import { paths } from '../paths';
import type { SecondThoughts } from './secondThoughts';

interface Props {
  readonly attempt: string;
  readonly turn: number;
  readonly sentence: number;
  readonly second: SecondThoughts | null;
  readonly t: Texts;
}

/** How a quoted sentence was read, and where to say that it was meant otherwise; nothing where nobody can. */
export function Read({ attempt, turn, sentence, second, t }: Props): JSX.Element | null {
  const said = second?.turns
    .find((item) => item.turn === turn)
    ?.sentences.find((s) => s.sentence === sentence);
  if (!said) return null;
  const words = said.meant ? t(`moves.names.${said.meant.move}`) : readingWords(t, said.machine);
  return (
    <span class="about read">
      {' '}
      {t('pages.corrections.read', { reading: words })} {said.meant && `${t('pages.corrections.asMeant')} `}
      <a
        class="screen-only"
        href={paths.sentence({ attempt, turn, sentence })}
        aria-label={t(`pages.corrections.${said.meant ? 'change' : 'contest'}Label`, { quote: said.quote })}
      >
        {t(`pages.corrections.${said.meant ? 'change' : 'contest'}`)}
      </a>
    </span>
  );
}
