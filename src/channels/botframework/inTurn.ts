/** Runs jobs of one key one after another, in order of arrival; other keys do not wait for them. */
export type InTurn = <T>(key: string, job: () => Promise<T>) => Promise<T>;

export function createInTurn(): InTurn {
  const tails = new Map<string, Promise<unknown>>();
  return (key, job) => {
    const result = (tails.get(key) ?? Promise.resolve()).then(job);
    const tail: Promise<void> = result.then(done, done);
    tails.set(key, tail);
    return result;

    function done(): void {
      if (tails.get(key) === tail) tails.delete(key);
    }
  };
}
