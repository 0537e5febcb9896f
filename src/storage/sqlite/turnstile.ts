/**
 * Lets one holder in at a time, in order of arrival.
 *
 * better-sqlite3 waits for another connection's lock without giving the event loop back. Two stores on one file in
 * one process would therefore wait for each other until the busy timeout: the holder of the lock never gets to run.
 * So connections of this process to the same file take turns here, before SQLite is asked.
 */
export class Turnstile {
  #taken = false;
  readonly #waiting: (() => void)[] = [];

  enter(): Promise<void> {
    if (!this.#taken) {
      this.#taken = true;
      return Promise.resolve();
    }
    return new Promise((letIn) => this.#waiting.push(letIn));
  }

  leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#taken = false;
  }
}

const turnstiles = new Map<string, Turnstile>();

/** The turnstile all connections of this process to a file share. `file` is its real, absolute path. */
export function turnstileOf(file: string): Turnstile {
  const known = turnstiles.get(file);
  if (known) return known;
  const fresh = new Turnstile();
  turnstiles.set(file, fresh);
  return fresh;
}
