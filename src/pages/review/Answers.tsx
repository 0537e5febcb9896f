import type { JSX } from 'preact';
import { TALK } from '../language';
import type { RoomProps } from './roomWords';

/** What the bringer answered before or after the talk. */
export type Which = 'preparation' | 'reflection';

/** The questions that were answered at all, with their answers. */
export function answersOf({ talk }: RoomProps['room'], which: Which): readonly (readonly [string, string])[] {
  return Object.entries(talk[which]).filter(([, answer]) => answer.trim() !== '');
}

export function Answers({
  answers,
  which,
  meta: { t },
}: Pick<RoomProps, 'meta'> & {
  readonly answers: readonly (readonly [string, string])[];
  readonly which: Which;
}): JSX.Element {
  return (
    <dl>
      {answers.map(([question, answer]) => (
        <>
          <dt>{t(`cards.${which}.questions.${question}`)}</dt>
          <dd {...TALK}>{answer}</dd>
        </>
      ))}
    </dl>
  );
}
