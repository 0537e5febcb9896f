import type { Texts } from '../../core/model/texts';
import type { Reading } from '../../core/model/understanding';

/** What was read in a sentence, in words: a move, something of a family, or not sure. */
export function readingWords(t: Texts, reading: Reading): string {
  switch (reading.kind) {
    case 'move':
      return t(`moves.names.${reading.move}`);
    case 'family':
      return t('pages.corrections.familyOnly', { family: t(`moves.families.${reading.family}`) });
    case 'unsure':
      return t('pages.corrections.unsure');
  }
}
