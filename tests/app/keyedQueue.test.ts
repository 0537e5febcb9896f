import { KeyedQueue } from '../../src/app/keyedQueue';

/** A job that ends when told to. */
function heldJob(log: string[], name: string) {
  let release = (): void => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  const job = async () => {
    log.push(`${name} begins`);
    await held;
    log.push(`${name} ends`);
    return name;
  };
  return { job, release };
}

describe('KeyedQueue', () => {
  it('runs jobs of one key one after another, in order of arrival', async () => {
    const queue = new KeyedQueue();
    const log: string[] = [];
    const jobs = ['a', 'b', 'c'].map((name) => heldJob(log, name));
    const results = jobs.map(({ job }) => queue.run('k', job));
    for (const { release } of jobs.toReversed()) release();
    expect(await Promise.all(results)).toEqual(['a', 'b', 'c']);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('does not let one key wait for another', async () => {
    const queue = new KeyedQueue();
    const log: string[] = [];
    const slow = heldJob(log, 'slow');
    const first = queue.run('k1', slow.job);
    expect(await queue.run('k2', async () => 'quick')).toBe('quick');
    slow.release();
    expect(await first).toBe('slow');
  });

  it('goes on after a job that fails, and fails only for its caller', async () => {
    const queue = new KeyedQueue();
    const failing = queue.run('k', () => Promise.reject(new Error('no')));
    const next = queue.run('k', async () => 'next');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('next');
  });

  it('remembers nothing of keys that are done', async () => {
    const queue = new KeyedQueue();
    await Promise.all(['a', 'b', 'a'].map((key) => queue.run(key, async () => key)));
    await queue.run('c', () => Promise.reject(new Error('no'))).catch(() => {});
    await new Promise(setImmediate);
    expect(queue.size).toBe(0);
  });
});
