import type { JSX } from 'preact';
import type { Sight } from '../../core/model/homework';
import type { Texts } from '../../core/model/texts';
import { trainersWords } from './words';

interface SightNoticeProps {
  readonly sight: Sight;
  readonly group: string;
  readonly trainers: readonly string[];
  readonly t: Texts;
}

/** Who will see what of a talk that is handed in. */
export function SightNotice({ sight, group, trainers, t }: SightNoticeProps): JSX.Element {
  return (
    <>
      <p>
        <strong>{t(`homework.sight.${sight}.sees`)}</strong>
      </p>
      <p>{trainersWords(t, group, trainers)}</p>
    </>
  );
}
