/** A setting that cannot be worked with: what is wrong, why it matters, how to mend it. */
export interface ConfigProblem {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}
