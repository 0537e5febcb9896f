import { AT, decision, LATER, REPLIES, SCORECARD, sampleSession, sampleTurn, text } from '../fixtures';
import { active, type OpenScene } from './scene';

export function describeRoundTrip(scene: OpenScene): void {
  describe('what was written comes back', () => {
    it('has nothing at first', async () => {
      expect(await scene().store.session('c1')).toBeNull();
      expect(await scene().store.recorded('c1', 'm1')).toBeNull();
      expect(await scene().store.messages('c1', 0)).toEqual([]);
      expect(await scene().store.turns('a1')).toEqual([]);
      expect(await scene().store.attempt('a1')).toBeNull();
      expect(await scene().store.attemptsOf('anna')).toEqual([]);
      expect(await scene().store.scorecard('a1')).toBeNull();
      expect(await scene().store.corrections('a1')).toEqual([]);
      expect(await scene().store.allCorrections()).toEqual([]);
      expect(await scene().store.latestConversation('anna')).toBeNull();
      expect(await scene().store.content('h')).toBeNull();
      expect(await scene().store.setting('s')).toBeNull();
    });

    it('keeps a session, one version on', async () => {
      const session = sampleSession('c1', { attempt: active(), paused: true, version: 77 });
      await scene().store.commit(
        text('c1', 'm1'),
        decision(session, { kind: 'attempt-started', attempt: 'a1' }),
        0,
        AT,
      );
      expect(await scene().store.session('c1')).toEqual({ ...session, version: 1 });
      await scene().say(1);
      expect((await scene().store.session('c1'))?.version).toBe(2);
    });

    it('keeps a message of every kind with its replies', async () => {
      const bodies = [
        { kind: 'joined' },
        { kind: 'text', text: 'é 🙂 \u0000 \' " \\ <b>' },
        { kind: 'action', action: 'choose', values: { scenario: 'hasna' } },
      ] as const;
      for (const [version, body] of bodies.entries()) {
        const message = { ...text('c1', `m${version}`), body };
        const outcome = await scene().store.commit(message, decision(sampleSession('c1')), version, AT);
        const recorded = { sequence: version + 1, id: `m${version}`, body, replies: REPLIES, at: AT };
        expect(outcome).toEqual({ kind: 'committed', message: { ...recorded, delivered: false } });
        expect(await scene().store.recorded('c1', `m${version}`)).toEqual({ ...recorded, delivered: false });
      }
      expect((await scene().store.messages('c1', 1)).map((message) => message.body)).toEqual(bodies.slice(1));
    });

    it('keeps an attempt from start to end', async () => {
      await scene().start();
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
        branchOf: null,
      };
      expect(await scene().store.attempt('a1')).toEqual(started);
      await scene().finish(1);
      const finished = { ...started, finishedAt: LATER, ending: 'first-step', reason: 'some-trust' };
      expect(await scene().store.attempt('a1')).toEqual(finished);
      expect(await scene().store.attemptsOf('anna')).toEqual([finished]);
      expect(await scene().store.attemptsOf('bert')).toEqual([]);
    });

    it('keeps turns in order, however many', async () => {
      await scene().start();
      for (let number = 1; number <= 12; number++) await scene().say(number);
      expect(await scene().store.turns('a1')).toEqual(
        Array.from({ length: 12 }, (_, n) => sampleTurn(n + 1)),
      );
    });

    it('keeps a scorecard, and the newer one when it is made anew', async () => {
      await scene().start();
      await scene().finish(1);
      expect(await scene().store.scorecard('a1')).toEqual(SCORECARD);
      const newer = { ...SCORECARD, rubricVersion: 2 };
      const session = sampleSession('c1', { attempt: active() });
      await scene().store.commit(
        text('c1', 'x'),
        decision(session, { kind: 'finished', attempt: 'a1', scorecard: newer }),
        2,
        AT,
      );
      expect(await scene().store.scorecard('a1')).toEqual(newer);
    });

    it('keeps answers of the active attempt up to date', async () => {
      await scene().start();
      const attempt = active('a1', { preparation: { how: 'rustig' }, reflection: { priority: 'Hasna' } });
      const session = sampleSession('c1', { attempt, stage: 'reflecting' });
      await scene().store.commit(text('c1', 'm2'), decision(session), 1, AT);
      expect(await scene().store.attempt('a1')).toMatchObject({
        preparation: { how: 'rustig' },
        reflection: { priority: 'Hasna' },
      });
    });

    it('lists the newest attempt first', async () => {
      await scene().start('c1', 'a1');
      const later = sampleSession('c2', { attempt: active('a2') });
      await scene().store.commit(
        text('c2', 'm1'),
        decision(later, { kind: 'attempt-started', attempt: 'a2' }),
        0,
        LATER,
      );
      expect((await scene().store.attemptsOf('anna')).map(({ id }) => id)).toEqual(['a2', 'a1']);
    });

    it('marks one message delivered', async () => {
      await scene().start();
      await scene().say(1);
      await scene().store.markDelivered('c1', 'm2');
      expect((await scene().store.messages('c1', 0)).map(({ delivered }) => delivered)).toEqual([
        false,
        true,
      ]);
    });

    it('finds the conversation in which the learner was last', async () => {
      const at = (minute: number) => `2026-11-21T12:0${minute}:00.000Z`;
      await scene().store.commit(text('c1', 'm1'), decision(sampleSession('c1')), 0, at(1));
      await scene().store.commit(text('c2', 'm1'), decision(sampleSession('c2')), 0, at(2));
      const bert = sampleSession('c3', { learner: 'bert' });
      await scene().store.commit({ ...text('c3', 'm1'), learner: 'bert' }, decision(bert), 0, at(3));
      expect(await scene().store.latestConversation('anna')).toBe('c2');
      await scene().store.commit(text('c1', 'm2'), decision(sampleSession('c1')), 1, at(4));
      expect(await scene().store.latestConversation('anna')).toBe('c1');
    });

    it('keeps content once', async () => {
      await scene().store.keepContent('h', 'first');
      await scene().store.keepContent('h', 'second');
      expect(await scene().store.content('h')).toBe('first');
    });

    it('settles a setting once, also when two try at the same time', async () => {
      const other = await scene().again();
      const settled = await Promise.all([
        scene().store.settleSetting('secret', 'x'),
        other.settleSetting('secret', 'y'),
      ]);
      expect(settled[0]).toBe(settled[1]);
      expect(await scene().store.settleSetting('secret', 'z')).toBe(settled[0]);
      expect(await other.setting('secret')).toBe(settled[0]);
    });
  });
}
