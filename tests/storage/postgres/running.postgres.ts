import { Kysely, sql } from 'kysely';
import { takeTurn } from '../../../src/app/takeTurn';
import { openPostgres } from '../../../src/storage/postgres/openPostgres';
import { echoOn } from '../../app/echoDecision';
import { AT, decision, sampleAttempt, sampleCorrection, sampleSession, sampleTurn, text } from '../fixtures';
import { addressOf, openInDatabase, run } from './database';

let opened: Awaited<ReturnType<typeof openInDatabase>>;

beforeEach(async () => {
  opened = await openInDatabase();
});

afterEach(() => opened.end());

async function start(id: string, conversation: string, words: string, branchOf?: string): Promise<void> {
  const attempt = sampleAttempt(id, {
    preparation: { facts: words },
    ...(branchOf ? { branchOf: { attempt: branchOf, turn: 1 } } : {}),
  });
  const session = sampleSession(conversation, { attempt });
  const recorded = [
    { kind: 'attempt-started', attempt: id },
    { kind: 'turn', attempt: id, turn: sampleTurn(1, words) },
  ] as const;
  await opened.store.commit(text(conversation, 'm1', words), decision(session, ...recorded), 0, AT);
}

describe('taking turns with two instances on one PostgreSQL database', () => {
  it('decides a message that both get once, and every message in turn', async () => {
    const other = await opened.again();
    await takeTurn(echoOn(opened.store), text('c1', 'm1'));
    const both = await Promise.all([
      takeTurn(echoOn(opened.store), text('c1', 'm2', 'Goedemiddag')),
      takeTurn(echoOn(other), text('c1', 'm2', 'Goedemiddag')),
    ]);
    expect(both[0]).toEqual(both[1]);
    const racing = await Promise.all([
      takeTurn(echoOn(opened.store), text('c1', 'x', 'een')),
      takeTurn(echoOn(other), text('c1', 'y', 'twee')),
    ]);
    expect(racing.map(({ sequence }) => sequence).sort()).toEqual([3, 4]);
    const end = await takeTurn(echoOn(other), text('c1', 'm5', 'stop'));
    const [first, ...rest] = (await opened.store.turns('id-1')).map((turn) => turn.text);
    expect([first, ...rest.toSorted()]).toEqual(['Goedemiddag', 'een', 'twee']);
    expect(end).toMatchObject({ sequence: 5, replies: [{ text: [first, ...rest].join(' / ') }] });
    expect(await other.scorecard('id-1')).not.toBeNull();
  });

  it('keeps many conversations going at once', async () => {
    const stores = [opened.store, await opened.again()];
    const talks = Array.from({ length: 40 }, async (_, n) => {
      for (const [m, words] of ['hallo', 'een', 'twee', 'drie', 'stop'].entries()) {
        const store = stores[(n + m) % 2] ?? opened.store;
        await takeTurn(echoOn(store, `id-${n}`), text(`c${n}`, `m${m}`, words));
      }
    });
    await Promise.all(talks);
    for (let n = 0; n < 40; n++) {
      const said = (await opened.store.turns(`id-${n}-1`)).map((turn) => turn.text);
      expect(said).toEqual(['een', 'twee', 'drie']);
    }
  });

  it('goes on when the server has dropped every connection', async () => {
    await takeTurn(echoOn(opened.store), text('c1', 'm1'));
    await run(
      opened.database,
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = '${opened.database}' and pid <> pg_backend_pid()`,
    );
    const insist = async (): Promise<number> => {
      for (let tries = 0; tries < 20; tries++) {
        const answer = await takeTurn(echoOn(opened.store), text('c1', 'm2', 'een')).catch(() => null);
        if (answer) return answer.sequence;
      }
      throw new Error('It does not come back.');
    };
    expect(await insist()).toBe(2);
    expect(await opened.store.turns('id-1')).toHaveLength(1);
  });
});

describe('forgetting on PostgreSQL', () => {
  /** Everything the tables hold, old versions of rows that nothing has cleaned away included. */
  async function pages(): Promise<string> {
    const rows = await run(
      opened.database,
      'create extension if not exists pageinspect',
      `select string_agg(encode(t_data, 'escape'), ' ') as words
        from pg_class relation
        cross join lateral generate_series(0, pg_relation_size(relation.oid) / 8192 - 1) page
        cross join lateral heap_page_items(get_raw_page(relation.oid::regclass::text, page::int))
        where relkind in ('r', 't') and relation.oid > 16383 and t_data is not null`,
    );
    return String(rows[0]?.words);
  }

  // Long and hardly to be compressed, so that it lies in a table of its own beside the rows.
  const long = (word: string) =>
    `${word} ${Array.from({ length: 3000 }, (_, n) => ((n * 2654435761) % 4294967296).toString(36)).join(' ')}`;

  it('leaves no row with the words, not even an old one', async () => {
    for (const [word, id] of [
      ['Zwanenhals', 'a1'],
      ['Reigernest', 'a2'],
    ] as const) {
      await start(id, `of-${id}`, `${word} tussen ons`);
      const turn = { kind: 'turn', attempt: id, turn: sampleTurn(2, long(word)) } as const;
      const session = sampleSession(`of-${id}`, { attempt: sampleAttempt(id) });
      await opened.store.commit(text(`of-${id}`, 'm2', long(word)), decision(session, turn), 1, AT);
      await opened.store.correct(sampleCorrection({ attempt: id, why: `${word} bedoeld` }), 'anna');
    }
    expect(await pages()).toContain('Zwanenhals');
    expect(await opened.store.forgetAttempt('a1', 'anna')).toBe(true);
    const left = await pages();
    expect(left).not.toContain('Zwanenhals');
    expect(left).toContain('Reigernest');
  });

  it('leaves no row with what was written with a correction that is taken back', async () => {
    await start('a1', 'c1', 'Hoe gaat het?');
    await opened.store.correct(sampleCorrection({ why: 'Ooievaarsnest' }), 'anna');
    expect(await pages()).toContain('Ooievaarsnest');
    await opened.store.withdrawCorrection(sampleCorrection(), 'anna');
    expect(await pages()).not.toContain('Ooievaarsnest');
  });

  it('and branching exclude each other, however they meet', async () => {
    const other = await opened.again();
    for (let round = 0; round < 15; round++) {
      const [from, to] = [`from-${round}`, `to-${round}`];
      await start(from, from, 'Mijn woorden.');
      const [, forgotten] = await Promise.all([
        start(to, to, 'Mijn woorden.', from).catch(() => undefined),
        other.forgetAttempt(from, 'anna'),
      ]);
      expect(forgotten).toBe(true);
      expect(await opened.store.attempt(to)).toBeNull();
      expect(await opened.store.turns(to)).toEqual([]);
    }
  });

  it('tells one of two that it was they who did it', async () => {
    const other = await opened.again();
    await start('a1', 'c1', 'Mijn woorden.');
    const answers = [opened.store, other].map((store) => store.forgetAttempt('a1', 'anna'));
    expect((await Promise.all(answers)).sort()).toEqual([false, true]);
    expect((await opened.store.session('c1'))?.version).toBe(2);
  });

  it('of attempts that branch into each other’s conversations does not get stuck', async () => {
    const other = await opened.again();
    for (let round = 0; round < 10; round++) {
      const [one, two] = [`one-${round}`, `two-${round}`];
      await start(`${one}-a`, one, 'Een.');
      await start(`${two}-a`, two, 'Twee.');
      for (const [id, conversation, from] of [
        [`${one}-b`, two, `${one}-a`],
        [`${two}-b`, one, `${two}-a`],
      ] as const) {
        const attempt = sampleAttempt(id, { branchOf: { attempt: from, turn: 1 } });
        const branched = decision(sampleSession(conversation, { attempt }), {
          kind: 'attempt-started',
          attempt: id,
        });
        await opened.store.commit(text(conversation, 'm2'), branched, 1, AT);
      }
      const forgotten = [
        opened.store.forgetAttempt(`${one}-a`, 'anna'),
        other.forgetAttempt(`${two}-a`, 'anna'),
      ];
      expect(await Promise.all(forgotten)).toEqual([true, true]);
    }
    expect(await opened.store.attemptsOf('anna')).toEqual([]);
  });
});

it('numbers come back as numbers, a count too', async () => {
  const { dialect } = await openPostgres(addressOf(opened.database));
  const db = new Kysely<unknown>({ dialect });
  const { rows } = await sql`select count(*) as many, 7 as four, null::bigint as none`.execute(db);
  expect(rows).toEqual([{ many: 1, four: 7, none: null }]);
  await db.destroy();
});
