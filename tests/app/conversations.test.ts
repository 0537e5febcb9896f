import { createConversations } from '../../src/app/conversations';
import type { Store } from '../../src/app/ports';
import type { Decide } from '../../src/app/takeTurn';
import type { Conversations } from '../../src/core/model/message';
import { openStore } from '../../src/storage/openStore';
import { text } from '../storage/fixtures';
import { echo, echoOn } from './echoDecision';

describe('conversations', () => {
  let store: Store;
  let conversations: Conversations;
  let decided: string[];

  beforeEach(async () => {
    store = await openStore({ kind: 'sqlite', file: ':memory:' });
    decided = [];
    const decide: Decide = (session, message, aids) => {
      decided.push(message.id);
      return echo(session, message, aids);
    };
    conversations = createConversations({ ...echoOn(store), decide });
  });

  afterEach(() => store.close());

  it('takes the messages of a conversation in order of arrival, each decided once', async () => {
    const ids = Array.from({ length: 30 }, (_, n) => `m${n + 1}`);
    const answers = await Promise.all(ids.map((id) => conversations.take(text('c1', id, id))));
    expect(answers.map(({ id }) => id)).toEqual(ids);
    expect(answers.map(({ sequence }) => sequence)).toEqual(ids.map((_, n) => n + 1));
    expect(decided).toEqual(ids);
    expect((await store.turns('id-1')).map((turn) => turn.text)).toEqual(ids.slice(1));
  });

  it('decides a message once that is sent again while it is being taken', async () => {
    const message = text('c1', 'm1');
    const [first, again] = await Promise.all([conversations.take(message), conversations.take(message)]);
    expect(again).toEqual(first);
    expect(decided).toEqual(['m1']);
  });

  it('keeps conversations apart', async () => {
    const names = ['c1', 'c2', 'c3'];
    await Promise.all(names.map((name) => conversations.take(text(name, 'm1'))));
    for (const name of names) expect(await conversations.since(name, 0)).toHaveLength(1);
  });

  it('goes on after a message that could not be taken', async () => {
    await conversations.take(text('c1', 'm1'));
    const [refused, next] = await Promise.allSettled([
      conversations.take({ ...text('c1', 'm2'), learner: 'bert' }),
      conversations.take(text('c1', 'm3', 'verder')),
    ]);
    expect(refused.status).toBe('rejected');
    expect(next).toMatchObject({ status: 'fulfilled', value: { sequence: 2 } });
  });

  it('answers from the record what came after a number, and what was delivered', async () => {
    for (const id of ['m1', 'm2', 'm3']) await conversations.take(text('c1', id));
    await conversations.delivered('c1', 'm2');
    const since = await conversations.since('c1', 1);
    expect(since.map(({ id, delivered }) => [id, delivered])).toEqual([
      ['m2', true],
      ['m3', false],
    ]);
  });

  it('resumes the latest conversation, or hands out a fresh id', async () => {
    const fresh = await conversations.resume('anna', false);
    expect(await conversations.resume('anna', false)).not.toBe(fresh);
    await conversations.take(text(fresh, 'm1'));
    expect(await conversations.resume('anna', false)).toBe(fresh);
    expect(await conversations.resume('anna', true)).not.toBe(fresh);
    expect(await conversations.resume('bert', false)).not.toBe(fresh);
  });
});
