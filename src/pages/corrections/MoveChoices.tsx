import type { JSX } from 'preact';
import { FAMILIES, FAMILY_NAMES, type Family, type Move } from '../../core/model/moves';
import type { Texts } from '../../core/model/texts';

interface Props {
  readonly chosen: Move | null;
  /** The id of what says that nothing was chosen; null when that is not said. */
  readonly missing: string | null;
  readonly t: Texts;
}

/** All moves to choose from, grouped, each with what is meant by it. */
export function MoveChoices({ chosen, missing, t }: Props): JSX.Element {
  return (
    <div class="groups">
      {GROUPS.map(({ family, moves }) => (
        <fieldset aria-describedby={missing ?? undefined}>
          <legend>{t(`moves.families.${family}`)}</legend>
          {moves.map((move) => (
            <label class="option">
              <input type="radio" name="move" value={move} checked={move === chosen} />
              <span>
                {t(`moves.names.${move}`)} <small>{t(`moves.means.${move}`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

const GROUPS: readonly { readonly family: Family | 'other'; readonly moves: readonly Move[] }[] = [
  ...FAMILY_NAMES.map((family) => ({ family, moves: FAMILIES[family] })),
  { family: 'other', moves: ['other'] },
];
