/** Runs jobs of the same key one after another in order of arrival; different keys do not wait for each other. */
export class KeyedQueue {
  readonly #last = new Map<string, Promise<unknown>>();

  /** How many keys have a job that has not ended. */
  get size(): number {
    return this.#last.size;
  }

  run<T>(key: string, job: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const result = before.then(job);
    const settled = result.then(nothing, nothing).then(() => {
      if (this.#last.get(key) === settled) this.#last.delete(key);
    });
    this.#last.set(key, settled);
    return result;
  }
}

/** A job that fails fails for its caller, not for the next in the queue. */
function nothing(): void {}
