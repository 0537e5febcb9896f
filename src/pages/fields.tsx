import type { JSX } from 'preact';
import type { Texts } from '../core/model/texts';

/** What is wrong with one field of a form, in words for its reader. */
export interface FieldProblem {
  /** The id of the field, which is also its name. */
  readonly field: string;
  readonly words: string;
}

export function problemOf(problems: readonly FieldProblem[], field: string): string | undefined {
  return problems.find((problem) => problem.field === field)?.words;
}

interface SummaryProps {
  readonly problems: readonly FieldProblem[];
  readonly t: Texts;
}

/** Stands above a form that was refused, and leads to each field that has to change. */
export function ProblemSummary({ problems, t }: SummaryProps): JSX.Element | null {
  if (problems.length === 0) return null;
  return (
    <div class="problems" role="alert" aria-labelledby="problems" tabIndex={-1}>
      <h2 id="problems">{t('entry.form.problems', { count: problems.length })}</h2>
      <ul>
        {problems.map(({ field, words }) => (
          <li>
            <a href={`#${field}`}>{words}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
}

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly kind?: 'text' | 'email' | 'date' | 'number';
  readonly autocomplete?: 'off' | 'name' | 'email';
  readonly maxLength?: number;
  readonly optional?: boolean;
  readonly min?: number | string;
  readonly max?: number | string;
  /** For words of which the spelling is not to be corrected. */
  readonly code?: boolean;
}

/** One line to fill in. What was typed stays, also when it is wrong. */
export function TextField(props: TextFieldProps): JSX.Element {
  const { id, value, autocomplete = 'off', maxLength, min, max, optional = false, code = false } = props;
  const shared = {
    id,
    name: id,
    value,
    autocomplete,
    maxLength,
    min,
    max,
    required: !optional,
    class: code ? 'code' : undefined,
    ...(code && { autocapitalize: 'characters' as const, spellcheck: false }),
    ...described(props),
  };
  return <Frame {...props}>{inputOf(props.kind ?? 'text', shared)}</Frame>;
}

/** The types of Preact know an input by its kind. */
function inputOf(
  kind: NonNullable<TextFieldProps['kind']>,
  shared: Readonly<Record<string, unknown>>,
): JSX.Element {
  switch (kind) {
    case 'text':
      return <input type="text" {...shared} />;
    case 'email':
      return <input type="email" {...shared} />;
    case 'date':
      return <input type="date" {...shared} />;
    case 'number':
      return <input type="number" {...shared} />;
  }
}

interface TextAreaProps extends FieldProps {
  readonly value: string;
}

/** Some lines. A browser that stops at a length cuts what is pasted without a word, so too much is told afterwards. */
export function TextArea(props: TextAreaProps): JSX.Element {
  const { id, value } = props;
  return (
    <Frame {...props}>
      <textarea id={id} name={id} {...described(props)}>
        {value}
      </textarea>
    </Frame>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface SelectProps extends FieldProps {
  readonly value: string;
  readonly options: readonly Option[];
}

export function SelectField(props: SelectProps): JSX.Element {
  const { id, value, options } = props;
  return (
    <Frame {...props}>
      <select id={id} name={id} {...described(props)}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly legend: string;
  readonly value: string;
  readonly options: readonly (Option & { readonly hint?: string })[];
  readonly hint?: string;
  readonly problem?: string | undefined;
}

/** A few possibilities of which one holds. */
export function Choice({ name, legend, value, options, hint, problem }: ChoiceProps): JSX.Element {
  return (
    <fieldset id={name} {...described({ id: name, hint, problem })}>
      <legend>{legend}</legend>
      <Said id={name} hint={hint} problem={problem} />
      {options.map((option) => (
        <label class="option">
          <input type="radio" name={name} value={option.value} checked={option.value === value} />
          <span>
            {option.label}
            {option.hint !== undefined && <small> {option.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface TickProps {
  readonly name: string;
  readonly label: string;
  readonly checked: boolean;
  readonly value?: string;
  readonly hint?: string;
}

/** Something that holds or not; an empty box sends nothing. */
export function Tick({ name, label, checked, value = 'yes', hint }: TickProps): JSX.Element {
  return (
    <label class="option">
      <input type="checkbox" name={name} value={value} checked={checked} />
      <span>
        {label}
        {hint !== undefined && <small> {hint}</small>}
      </span>
    </label>
  );
}

function Frame({ children, ...props }: FieldProps & { readonly children: JSX.Element }): JSX.Element {
  return (
    <div class={props.problem === undefined ? 'field' : 'field wrong'}>
      <label for={props.id}>{props.label}</label>
      <Said {...props} />
      {children}
    </div>
  );
}

function Said({ id, hint, problem }: Pick<FieldProps, 'id' | 'hint' | 'problem'>): JSX.Element {
  return (
    <>
      {hint !== undefined && (
        <p class="about" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem !== undefined && (
        <p class="error" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </>
  );
}

function described({ id, hint, problem }: Pick<FieldProps, 'id' | 'hint' | 'problem'>) {
  const by = [hint !== undefined && `${id}-hint`, problem !== undefined && `${id}-problem`].filter(Boolean);
  return {
    ...(by.length > 0 && { 'aria-describedby': by.join(' ') }),
    ...(problem !== undefined && { 'aria-invalid': true as const }),
  };
}
