import type { Store } from '../../src/app/ports';
import {
  AT,
  decision,
  LATER,
  REPLIES,
  ROLE_PLAY,
  SCORECARD,
  sampleAttempt,
  sampleSession,
  sampleTurn,
  text,
} from './fixtures';

/** Opens a store; `again` opens a second one on the same data, as another process would. */
export interface Opened {
  readonly store: Store;
  again(): Promise<Store>;
  /** Closes all that was opened and removes the data. */
  end(): Promise<void>;
}

/** What every database must do behind the `Store` port. */
export function describeStore(name: string, open: () => Promise<Opened>): void {
  describe(name, () => {
    let opened: Opened;
    let store: Store;

    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });

    afterEach(() => opened.end());

    const active = (id = 'a1', changes = {}) => sampleAttempt(id, changes);

    async function start(conversation = 'c1', id = 'a1', on: Store = store): Promise<void> {
      const session = sampleSession(conversation, { attempt: active(id) });
      const outcome = await on.commit(
        text(conversation, 'm1'),
        decision(session, { kind: 'attempt-started', attempt: id }),
        0,
        AT,
      );
      expect(outcome.kind).toBe('committed');
    }

    async function say(number: number, words?: string, conversation = 'c1', id = 'a1'): Promise<void> {
      const session = sampleSession(conversation, { attempt: active(id) });
      const outcome = await store.commit(
        text(conversation, `m${number + 1}`, words),
        decision(session, { kind: 'turn', attempt: id, turn: sampleTurn(number, words) }),
        number,
        AT,
      );
      expect(outcome.kind).toBe('committed');
    }

    async function finish(version: number): Promise<void> {
      const rolePlay = { ...ROLE_PLAY, ending: 'first-step' as const, reason: 'some-trust' };
      const session = sampleSession('c1', { stage: 'debriefing', attempt: active('a1', { rolePlay }) });
      await store.commit(
        text('c1', `m${version + 1}`),
        decision(session, { kind: 'finished', attempt: 'a1', scorecard: SCORECARD }),
        version,
        LATER,
      );
    }

    describe('what was written comes back', () => {
      it('has nothing at first', async () => {
        expect(await store.session('c1')).toBeNull();
        expect(await store.recorded('c1', 'm1')).toBeNull();
        expect(await store.messages('c1', 0)).toEqual([]);
        expect(await store.turns('a1')).toEqual([]);
        expect(await store.attempt('a1')).toBeNull();
        expect(await store.attemptsOf('anna')).toEqual([]);
        expect(await store.scorecard('a1')).toBeNull();
        expect(await store.latestConversation('anna')).toBeNull();
        expect(await store.content('h')).toBeNull();
        expect(await store.setting('s')).toBeNull();
      });

      it('keeps a session, one version on', async () => {
        const session = sampleSession('c1', { attempt: active(), paused: true, version: 77 });
        await store.commit(
          text('c1', 'm1'),
          decision(session, { kind: 'attempt-started', attempt: 'a1' }),
          0,
          AT,
        );
        expect(await store.session('c1')).toEqual({ ...session, version: 1 });
        await say(1);
        expect((await store.session('c1'))?.version).toBe(2);
      });

      it('keeps a message of every kind with its replies', async () => {
        const bodies = [
          { kind: 'joined' },
          { kind: 'text', text: 'é 🙂 \u0000 \' " \\ <b>' },
          { kind: 'action', action: 'choose', values: { scenario: 'hasna' } },
        ] as const;
        for (const [version, body] of bodies.entries()) {
          const message = { ...text('c1', `m${version}`), body };
          const outcome = await store.commit(message, decision(sampleSession('c1')), version, AT);
          const recorded = { sequence: version + 1, id: `m${version}`, body, replies: REPLIES, at: AT };
          expect(outcome).toEqual({ kind: 'committed', message: { ...recorded, delivered: false } });
          expect(await store.recorded('c1', `m${version}`)).toEqual({ ...recorded, delivered: false });
        }
        expect((await store.messages('c1', 1)).map((message) => message.body)).toEqual(bodies.slice(1));
      });

      it('keeps an attempt from start to end', async () => {
        await start();
        const started = {
          id: 'a1',
          learner: 'anna',
          conversation: 'c1',
          scenario: 'hasna',
          content: 'sha256-abc',
          level: 'practise',
          locale: 'nl',
          startedAt: AT,
          finishedAt: null,
          ending: null,
          reason: null,
          preparation: active().preparation,
          reflection: {},
        };
        expect(await store.attempt('a1')).toEqual(started);
        await finish(1);
        const finished = { ...started, finishedAt: LATER, ending: 'first-step', reason: 'some-trust' };
        expect(await store.attempt('a1')).toEqual(finished);
        expect(await store.attemptsOf('anna')).toEqual([finished]);
        expect(await store.attemptsOf('bert')).toEqual([]);
      });

      it('keeps turns in order, however many', async () => {
        await start();
        for (let number = 1; number <= 12; number++) await say(number);
        expect(await store.turns('a1')).toEqual(Array.from({ length: 12 }, (_, n) => sampleTurn(n + 1)));
      });

      it('keeps a scorecard, and the newer one when it is made anew', async () => {
        await start();
        await finish(1);
        expect(await store.scorecard('a1')).toEqual(SCORECARD);
        const newer = { ...SCORECARD, rubricVersion: 2 };
        const session = sampleSession('c1', { attempt: active() });
        await store.commit(
          text('c1', 'x'),
          decision(session, { kind: 'finished', attempt: 'a1', scorecard: newer }),
          2,
          AT,
        );
        expect(await store.scorecard('a1')).toEqual(newer);
      });

      it('keeps answers of the active attempt up to date', async () => {
        await start();
        const attempt = active('a1', { preparation: { how: 'rustig' }, reflection: { priority: 'Hasna' } });
        const session = sampleSession('c1', { attempt, stage: 'reflecting' });
        await store.commit(text('c1', 'm2'), decision(session), 1, AT);
        expect(await store.attempt('a1')).toMatchObject({
          preparation: { how: 'rustig' },
          reflection: { priority: 'Hasna' },
        });
      });

      it('lists the newest attempt first', async () => {
        await start('c1', 'a1');
        const later = sampleSession('c2', { attempt: active('a2') });
        await store.commit(
          text('c2', 'm1'),
          decision(later, { kind: 'attempt-started', attempt: 'a2' }),
          0,
          LATER,
        );
        expect((await store.attemptsOf('anna')).map(({ id }) => id)).toEqual(['a2', 'a1']);
      });

      it('marks one message delivered', async () => {
        await start();
        await say(1);
        await store.markDelivered('c1', 'm2');
        expect((await store.messages('c1', 0)).map(({ delivered }) => delivered)).toEqual([false, true]);
      });

      it('finds the conversation in which the learner was last', async () => {
        const at = (minute: number) => `2026-11-21T12:0${minute}:00.000Z`;
        await store.commit(text('c1', 'm1'), decision(sampleSession('c1')), 0, at(1));
        await store.commit(text('c2', 'm1'), decision(sampleSession('c2')), 0, at(2));
        const bert = sampleSession('c3', { learner: 'bert' });
        await store.commit({ ...text('c3', 'm1'), learner: 'bert' }, decision(bert), 0, at(3));
        expect(await store.latestConversation('anna')).toBe('c2');
        await store.commit(text('c1', 'm2'), decision(sampleSession('c1')), 1, at(4));
        expect(await store.latestConversation('anna')).toBe('c1');
      });

      it('keeps content once', async () => {
        await store.keepContent('h', 'first');
        await store.keepContent('h', 'second');
        expect(await store.content('h')).toBe('first');
      });

      it('settles a setting once, also when two try at the same time', async () => {
        const other = await opened.again();
        const settled = await Promise.all([
          store.settleSetting('secret', 'x'),
          other.settleSetting('secret', 'y'),
        ]);
        expect(settled[0]).toBe(settled[1]);
        expect(await store.settleSetting('secret', 'z')).toBe(settled[0]);
        expect(await other.setting('secret')).toBe(settled[0]);
      });
    });

    describe('all or nothing', () => {
      async function everything(): Promise<unknown> {
        return {
          session: await store.session('c1'),
          messages: await store.messages('c1', 0),
          turns: await store.turns('a1'),
          attempts: await store.attemptsOf('anna'),
          scorecard: await store.scorecard('a1'),
        };
      }

      it('leaves nothing of a first message whose record cannot be written', async () => {
        const session = sampleSession('c1', { attempt: active() });
        const broken = decision(session, { kind: 'turn', attempt: 'never-started', turn: sampleTurn(1) });
        await expect(store.commit(text('c1', 'm1'), broken, 0, AT)).rejects.toThrow();
        expect(await store.session('c1')).toBeNull();
        expect(await store.messages('c1', 0)).toEqual([]);
      });

      it('leaves nothing of a decision whose last part fails', async () => {
        await start();
        await say(1);
        const before = await everything();
        const session = sampleSession('c1', { attempt: active(), stage: 'debriefing' });
        const broken = decision(
          session,
          { kind: 'turn', attempt: 'a1', turn: sampleTurn(2) },
          { kind: 'finished', attempt: 'a1', scorecard: SCORECARD },
          { kind: 'turn', attempt: 'a1', turn: sampleTurn(1) },
        );
        await expect(store.commit(text('c1', 'm3'), broken, 2, AT)).rejects.toThrow();
        expect(await everything()).toEqual(before);
        await say(2);
      });

      it('refuses to start or finish an attempt that the session does not hold', async () => {
        const session = sampleSession('c1', { attempt: active('a1') });
        const stray = decision(session, { kind: 'attempt-started', attempt: 'a2' });
        await expect(store.commit(text('c1', 'm1'), stray, 0, AT)).rejects.toThrow('attempt-started');
        expect(await store.session('c1')).toBeNull();
      });

      it('refuses a decision about another conversation', async () => {
        const stray = decision(sampleSession('c2'));
        await expect(store.commit(text('c1', 'm1'), stray, 0, AT)).rejects.toThrow('another conversation');
        expect(await store.session('c2')).toBeNull();
      });

      it('answers a message it knows from the record and changes nothing', async () => {
        await start();
        await say(1);
        const before = await everything();
        const recorded = await store.recorded('c1', 'm2');
        const session = sampleSession('c1', { attempt: active(), paused: true });
        const again = decision(session, { kind: 'turn', attempt: 'a1', turn: sampleTurn(2) });
        for (const version of [2, 1, 0]) {
          const outcome = await store.commit(text('c1', 'm2', 'other words'), again, version, LATER);
          expect(outcome).toEqual({ kind: 'duplicate', message: recorded });
        }
        expect(await everything()).toEqual(before);
      });

      it('lets the same message id be another message in another conversation', async () => {
        await start('c1', 'a1');
        await start('c2', 'a2');
        expect((await store.recorded('c2', 'm1'))?.sequence).toBe(1);
      });

      it('answers conflict at another version and changes nothing', async () => {
        await start();
        await say(1);
        const before = await everything();
        const session = sampleSession('c1', { attempt: active() });
        for (const version of [0, 1, 3]) {
          const stale = decision(session, { kind: 'turn', attempt: 'a1', turn: sampleTurn(2) });
          expect(await store.commit(text('c1', 'new'), stale, version, AT)).toEqual({ kind: 'conflict' });
        }
        expect(await everything()).toEqual(before);
      });
    });

    describe('two at once', () => {
      it.each(['one store', 'two stores'])(
        'lets exactly one of two first messages in (%s)',
        async (which) => {
          const other = which === 'one store' ? store : await opened.again();
          const outcomes = await Promise.all([
            store.commit(text('c1', 'x'), decision(sampleSession('c1')), 0, AT),
            other.commit(text('c1', 'y'), decision(sampleSession('c1')), 0, AT),
          ]);
          expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['committed', 'conflict']);
          expect(await store.messages('c1', 0)).toHaveLength(1);
        },
      );

      it.each(['one store', 'two stores'])('lets exactly one of two turns in (%s)', async (which) => {
        const other = which === 'one store' ? store : await opened.again();
        await start();
        const turn = (words: string) =>
          decision(sampleSession('c1', { attempt: active() }), {
            kind: 'turn',
            attempt: 'a1',
            turn: sampleTurn(1, words),
          });
        const outcomes = await Promise.all([
          store.commit(text('c1', 'x'), turn('x'), 1, AT),
          other.commit(text('c1', 'y'), turn('y'), 1, AT),
        ]);
        expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['committed', 'conflict']);
        const winner = outcomes[0].kind === 'committed' ? 'x' : 'y';
        expect((await store.turns('a1')).map((one) => one.text)).toEqual([winner]);
        expect((await store.session('c1'))?.version).toBe(2);
      });

      it('decides between two deliveries of the same message', async () => {
        const other = await opened.again();
        const outcomes = await Promise.all([
          store.commit(text('c1', 'x'), decision(sampleSession('c1')), 0, AT),
          other.commit(text('c1', 'x'), decision(sampleSession('c1')), 0, AT),
        ]);
        expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['committed', 'duplicate']);
      });

      it('numbers the messages of a conversation without gaps while many compete', async () => {
        const stores = [store, await opened.again()];
        const insist = async (on: Store, id: string): Promise<void> => {
          for (;;) {
            const version = (await on.session('c1'))?.version ?? 0;
            const outcome = await on.commit(text('c1', id), decision(sampleSession('c1')), version, AT);
            if (outcome.kind === 'committed') return;
            expect(outcome.kind).toBe('conflict');
          }
        };
        await Promise.all(stores.flatMap((on, n) => [1, 2, 3, 4].map((m) => insist(on, `${n}-${m}`))));
        const messages = await store.messages('c1', 0);
        expect(messages.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
        expect(new Set(messages.map(({ id }) => id)).size).toBe(8);
        expect((await store.session('c1'))?.version).toBe(8);
      });

      it('shows in one store what the other committed', async () => {
        const other = await opened.again();
        await start('c1', 'a1', other);
        expect((await store.session('c1'))?.attempt?.id).toBe('a1');
        await say(1);
        expect(await other.turns('a1')).toEqual([sampleTurn(1)]);
      });
    });

    describe('taking back', () => {
      async function takeBack(turn: number, version: number): Promise<void> {
        const session = sampleSession('c1', { attempt: active() });
        await store.commit(
          text('c1', `back-${version}`),
          decision(session, { kind: 'taken-back', attempt: 'a1', turn }),
          version,
          LATER,
        );
      }

      it('leaves the turn out, and lets it be said anew', async () => {
        await start();
        await say(1);
        await say(2, 'Dat had ik niet moeten zeggen.');
        await takeBack(2, 3);
        expect(await store.turns('a1')).toEqual([sampleTurn(1)]);
        const session = sampleSession('c1', { attempt: active() });
        const anew = sampleTurn(2, 'Dat is beter.');
        await store.commit(
          text('c1', 'anew'),
          decision(session, { kind: 'turn', attempt: 'a1', turn: anew }),
          4,
          LATER,
        );
        expect(await store.turns('a1')).toEqual([sampleTurn(1), anew]);
        expect((await store.messages('c1', 0)).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
      });

      it('takes the turns after it along', async () => {
        await start();
        for (const number of [1, 2, 3]) await say(number);
        await takeBack(2, 4);
        expect((await store.turns('a1')).map(({ number }) => number)).toEqual([1]);
      });

      it('opens a finished attempt again', async () => {
        await start();
        await say(1);
        await finish(2);
        await takeBack(1, 3);
        expect(await store.scorecard('a1')).toBeNull();
        expect(await store.attempt('a1')).toMatchObject({ finishedAt: null, ending: null, reason: null });
      });
    });

    describe('forgetting', () => {
      beforeEach(async () => {
        await start();
        await say(1, 'Mijn geheime woorden.');
        await finish(2);
      });

      it('removes the attempt with every word said in it', async () => {
        expect(await store.forgetAttempt('a1', 'anna')).toBe(true);
        expect(await store.attempt('a1')).toBeNull();
        expect(await store.turns('a1')).toEqual([]);
        expect(await store.scorecard('a1')).toBeNull();
        const messages = await store.messages('c1', 0);
        expect(messages.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
        for (const message of messages) {
          expect(message).toMatchObject({ body: { kind: 'text', text: '' }, replies: [] });
        }
        expect(await store.forgetAttempt('a1', 'anna')).toBe(false);
      });

      it('brings a session in the middle of it back to choosing', async () => {
        await store.forgetAttempt('a1', 'anna');
        const session = await store.session('c1');
        expect(session).toEqual(sampleSession('c1', { stage: 'choosing', version: 4 }));
        const next = await store.commit(text('c1', 'next'), decision(sampleSession('c1')), 4, LATER);
        expect(next).toMatchObject({ kind: 'committed', message: { sequence: 4 } });
      });

      it('is not undone by a turn that was being decided meanwhile', async () => {
        const session = sampleSession('c1', { attempt: active() });
        const turn = decision(session, { kind: 'turn', attempt: 'a1', turn: sampleTurn(2) });
        await store.forgetAttempt('a1', 'anna');
        expect(await store.commit(text('c1', 'late'), turn, 3, LATER)).toEqual({ kind: 'conflict' });
      });

      it('is only for the learner whose attempt it is', async () => {
        expect(await store.forgetAttempt('a1', 'bert')).toBe(false);
        expect(await store.forgetAttempt('a9', 'anna')).toBe(false);
        expect(await store.turns('a1')).toHaveLength(1);
        expect((await store.session('c1'))?.version).toBe(3);
      });

      it('leaves the other attempts of the conversation alone', async () => {
        const next = sampleSession('c1', { attempt: active('a2') });
        await store.commit(
          text('c1', 'again'),
          decision(next, { kind: 'attempt-started', attempt: 'a2' }),
          3,
          LATER,
        );
        await store.commit(
          text('c1', 'first'),
          decision(next, { kind: 'turn', attempt: 'a2', turn: sampleTurn(1) }),
          4,
          LATER,
        );
        await store.forgetAttempt('a1', 'anna');
        expect((await store.attemptsOf('anna')).map(({ id }) => id)).toEqual(['a2']);
        expect(await store.turns('a2')).toHaveLength(1);
        expect((await store.session('c1'))?.attempt?.id).toBe('a2');
        const bodies = (await store.messages('c1', 0)).map(({ body }) => body);
        expect(bodies.at(-1)).toEqual({ kind: 'text', text: 'bericht first' });
        expect(bodies.slice(0, -1)).toEqual(Array(4).fill({ kind: 'text', text: '' }));
      });

      it('blanks the message with which the attempt was left', async () => {
        const closed = sampleSession('c1', { stage: 'closed', attempt: null });
        await store.commit(text('c1', 'bye', 'Wat ik ervan meeneem.'), decision(closed), 3, LATER);
        await store.forgetAttempt('a1', 'anna');
        expect((await store.recorded('c1', 'bye'))?.body).toEqual({ kind: 'text', text: '' });
      });
    });
  });
}
