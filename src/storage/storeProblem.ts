/** The store cannot be opened, for a reason whoever runs this can mend. Holds no password and nothing from a table. */
export class StoreProblem extends Error {
  override readonly name = 'StoreProblem';

  constructor(
    readonly what: string,
    readonly why: string,
    readonly fix: string,
  ) {
    super(`${what} ${why} ${fix}`);
  }
}
