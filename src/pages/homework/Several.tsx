import type { JSX } from 'preact';
import { Tick } from '../fields';

interface SeveralProps {
  readonly id: string;
  /** What the names of the boxes begin with, where that is not the id. */
  readonly field?: string;
  readonly legend: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly chosen: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
}

/** Boxes of which any number holds; each has a name of its own, because of a name sent twice only one is read. */
export function Several(props: SeveralProps): JSX.Element {
  const { id, field = id, legend, hint, problem, chosen, options } = props;
  const by = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <fieldset
      id={id}
      class={problem === undefined ? undefined : 'wrong'}
      {...(by !== '' && { 'aria-describedby': by })}
    >
      <legend>{legend}</legend>
      {hint && (
        <p class="about" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p class="error" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {options.map(({ value, ...option }) => (
        <Tick name={`${field}.${value}`} checked={chosen.includes(value)} {...option} />
      ))}
    </fieldset>
  );
}
