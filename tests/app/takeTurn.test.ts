import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../src/app/ports';
import { type Decide, takeTurn } from '../../src/app/takeTurn';
import { openStore } from '../../src/storage/openStore';
import { SCORECARD, text } from '../storage/fixtures';
import { echo, echoOn } from './echoDecision';

describe('takeTurn', () => {
  let folder: string;
  let store: Store;
  let other: Store;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bruggesprek-turn-'));
    const file = join(folder, 'bruggesprek.db');
    store = await openStore({ kind: 'sqlite', file });
    other = await openStore({ kind: 'sqlite', file });
  });

  afterEach(async () => {
    await store.close();
    await other.close();
    rmSync(folder, { recursive: true });
  });

  const said = async () => (await store.turns('id-1')).map((turn) => turn.text);

  it('begins with the first session and goes on from what was stored', async () => {
    const deps = echoOn(store);
    const first = await takeTurn(deps, text('c1', 'm1'));
    expect(first).toMatchObject({ sequence: 1, delivered: false, replies: [{ text: 'welcome' }] });
    const second = await takeTurn(deps, text('c1', 'm2', 'Goedemiddag'));
    expect(second).toMatchObject({ sequence: 2, replies: [{ text: '1: Goedemiddag' }] });
    expect(await said()).toEqual(['Goedemiddag']);
    expect((await store.session('c1'))?.version).toBe(2);
  });

  it('answers a message seen before from the record, without deciding again', async () => {
    let decided = 0;
    const decide: Decide = (...given) => {
      decided++;
      return echo(...given);
    };
    const deps = { ...echoOn(store), decide };
    await takeTurn(deps, text('c1', 'm1'));
    const once = await takeTurn(deps, text('c1', 'm2', 'Goedemiddag'));
    await takeTurn(deps, text('c1', 'm3', 'Hoe gaat het?'));
    const again = await takeTurn(deps, text('c1', 'm2', 'Goedemiddag'));
    expect(again).toEqual(once);
    expect(decided).toBe(3);
    expect(await said()).toEqual(['Goedemiddag', 'Hoe gaat het?']);
  });

  it('says so when the recorded answer was delivered', async () => {
    const deps = echoOn(store);
    await takeTurn(deps, text('c1', 'm1'));
    await store.markDelivered('c1', 'm1');
    expect((await takeTurn(deps, text('c1', 'm1'))).delivered).toBe(true);
  });

  it('decides the same message once when two processes get it at once', async () => {
    await takeTurn(echoOn(store), text('c1', 'm1'));
    const answers = await Promise.all([
      takeTurn(echoOn(store), text('c1', 'm2', 'Goedemiddag')),
      takeTurn(echoOn(other), text('c1', 'm2', 'Goedemiddag')),
    ]);
    expect(answers[0]).toEqual(answers[1]);
    expect(await said()).toEqual(['Goedemiddag']);
  });

  it('decides again when another process moved the session on', async () => {
    await takeTurn(echoOn(store), text('c1', 'm1'));
    const answers = await Promise.all([
      takeTurn(echoOn(store), text('c1', 'x', 'een')),
      takeTurn(echoOn(other), text('c1', 'y', 'twee')),
    ]);
    expect(answers.map(({ sequence }) => sequence).sort()).toEqual([2, 3]);
    expect((await said()).sort()).toEqual(['een', 'twee']);
    const numbers = answers.map(({ replies }) => JSON.stringify(replies).match(/\d/)?.[0]);
    expect(numbers.sort()).toEqual(['1', '2']);
  });

  it('keeps one attempt when two processes begin the same conversation', async () => {
    await Promise.all([
      takeTurn(echoOn(store, 'one'), text('c1', 'x')),
      takeTurn(echoOn(other, 'two'), text('c1', 'y')),
    ]);
    expect(await store.attemptsOf('anna')).toHaveLength(1);
    expect((await store.session('c1'))?.version).toBe(2);
  });

  /** Commits `times` messages on the other store in between loading and committing. */
  function interrupted(times: number) {
    let left = times;
    let decided = 0;
    const rival: Store = {
      ...store,
      commit: async (...given) => {
        decided++;
        if (left-- > 0) await takeTurn(echoOn(other, 'other'), text('c1', `rival-${left}`, 'ertussen'));
        return store.commit(...given);
      },
    };
    return { deps: echoOn(rival), decisions: () => decided };
  }

  it.each([1, 2, 3])('holds out against %i conflicts', async (times) => {
    await takeTurn(echoOn(store), text('c1', 'm1'));
    const { deps, decisions } = interrupted(times);
    const answer = await takeTurn(deps, text('c1', 'm2', 'eindelijk'));
    expect(answer).toMatchObject({
      sequence: times + 2,
      replies: [{ text: `${times + 1}: eindelijk` }],
    });
    expect(decisions()).toBe(times + 1);
    expect((await said()).at(-1)).toBe('eindelijk');
  });

  it('gives up after three more tries and leaves nothing of the message', async () => {
    await takeTurn(echoOn(store), text('c1', 'm1'));
    const { deps, decisions } = interrupted(9);
    await expect(takeTurn(deps, text('c1', 'm2', 'eindelijk'))).rejects.toMatchObject({
      name: 'TurnError',
      code: 'contended',
    });
    expect(decisions()).toBe(4);
    expect(await store.recorded('c1', 'm2')).toBeNull();
    expect(await said()).toEqual(Array(4).fill('ertussen'));
  });

  it('hands the transcript in when deciding asks for it', async () => {
    const deps = echoOn(store);
    await takeTurn(deps, text('c1', 'm1'));
    await takeTurn(deps, text('c1', 'm2', 'Goedemiddag'));
    await takeTurn(deps, text('c1', 'm3', 'Hoe gaat het?'));
    const end = await takeTurn(deps, text('c1', 'm4', 'stop'));
    expect(end.replies).toEqual([{ kind: 'coach', text: 'Goedemiddag / Hoe gaat het?' }]);
    expect(await store.scorecard('id-1')).toEqual(SCORECARD);
  });

  it('waits for what deciding needs, and does not fetch it for a message seen before', async () => {
    const log: string[] = [];
    const deps = {
      ...echoOn(store),
      prepare: async (content: string) => {
        await new Promise(setImmediate);
        log.push(`prepared ${content}`);
      },
      decide: (...given: Parameters<Decide>) => {
        log.push(`decided on ${given[0].attempt?.id ?? 'nothing'}`);
        return echo(...given);
      },
    };
    for (const id of ['m1', 'm2', 'm2']) await takeTurn(deps, text('c1', id));
    expect(log).toEqual(['decided on nothing', 'prepared sha256-abc', 'decided on id-1']);
  });

  it.each([
    ['their own', 'id-1', 'anna', ['Goedemiddag']],
    ['somebody else’s', 'id-1', 'bert', null],
    ['one that is not there', 'id-9', 'anna', null],
  ])('hands in another attempt when deciding asks for it: %s', async (_, asked, learner, said) => {
    for (const words of ['hallo', 'Goedemiddag']) await takeTurn(echoOn(store), text('c1', words, words));
    const log: unknown[] = [];
    const decide: Decide = (session, message, aids) => {
      if (aids.earlier === undefined) return { needs: 'attempt', attempt: asked };
      log.push(aids.earlier?.turns.map((turn) => turn.text) ?? null);
      return echo(session, message, aids);
    };
    const prepare = async (content: string) => void log.push(content);
    await takeTurn({ ...echoOn(store, 'next'), decide, prepare }, { ...text('c2', 'm1'), learner });
    expect(log).toEqual(said ? ['sha256-abc', said] : [null]);
  });

  it('fails, and writes nothing, when deciding asks for the transcript twice', async () => {
    const deps = { ...echoOn(store), decide: () => ({ needs: 'transcript' }) as const };
    await expect(takeTurn(deps, text('c1', 'm1'))).rejects.toMatchObject({ code: 'undecided' });
    expect(await store.session('c1')).toBeNull();
  });

  it('writes nothing when deciding fails', async () => {
    const deps = echoOn(store);
    await takeTurn(deps, text('c1', 'm1'));
    const decide = () => {
      throw new Error('a bug');
    };
    await expect(takeTurn({ ...deps, decide }, text('c1', 'm2'))).rejects.toThrow('a bug');
    expect(await store.recorded('c1', 'm2')).toBeNull();
    expect((await takeTurn(deps, text('c1', 'm2', 'nog eens'))).sequence).toBe(2);
  });

  it('takes and shows nothing of a conversation that is somebody else’s', async () => {
    const deps = echoOn(store);
    await takeTurn(deps, text('c1', 'm1'));
    for (const id of ['m1', 'm2']) {
      const stranger = { ...text('c1', id), learner: 'bert' };
      await expect(takeTurn(deps, stranger)).rejects.toMatchObject({ code: 'not-theirs' });
    }
    expect((await store.session('c1'))?.version).toBe(1);
  });
});
