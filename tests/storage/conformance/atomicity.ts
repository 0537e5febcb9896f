import { AT, decision, LATER, SCORECARD, sampleSession, sampleTurn, text } from '../fixtures';
import { active, type OpenScene } from './scene';

export function describeAtomicity(scene: OpenScene): void {
  describe('all or nothing', () => {
    async function everything(): Promise<unknown> {
      return {
        session: await scene().store.session('c1'),
        messages: await scene().store.messages('c1', 0),
        turns: await scene().store.turns('a1'),
        attempts: await scene().store.attemptsOf('anna'),
        scorecard: await scene().store.scorecard('a1'),
      };
    }

    it('leaves nothing of a first message whose record cannot be written', async () => {
      const session = sampleSession('c1', { attempt: active() });
      const broken = decision(session, { kind: 'turn', attempt: 'never-started', turn: sampleTurn(1) });
      await expect(scene().store.commit(text('c1', 'm1'), broken, 0, AT)).rejects.toThrow();
      expect(await scene().store.session('c1')).toBeNull();
      expect(await scene().store.messages('c1', 0)).toEqual([]);
    });

    it('leaves nothing of a decision whose last part fails', async () => {
      await scene().start();
      await scene().say(1);
      const before = await everything();
      const session = sampleSession('c1', { attempt: active(), stage: 'debriefing' });
      const broken = decision(
        session,
        { kind: 'turn', attempt: 'a1', turn: sampleTurn(2) },
        { kind: 'finished', attempt: 'a1', scorecard: SCORECARD },
        { kind: 'turn', attempt: 'a1', turn: sampleTurn(1) },
      );
      await expect(scene().store.commit(text('c1', 'm3'), broken, 2, AT)).rejects.toThrow();
      expect(await everything()).toEqual(before);
      await scene().say(2);
    });

    it('refuses to start or finish an attempt that the session does not hold', async () => {
      const session = sampleSession('c1', { attempt: active('a1') });
      const stray = decision(session, { kind: 'attempt-started', attempt: 'a2' });
      await expect(scene().store.commit(text('c1', 'm1'), stray, 0, AT)).rejects.toThrow('attempt-started');
      expect(await scene().store.session('c1')).toBeNull();
    });

    it('refuses a decision about another conversation', async () => {
      const stray = decision(sampleSession('c2'));
      await expect(scene().store.commit(text('c1', 'm1'), stray, 0, AT)).rejects.toThrow(
        'another conversation',
      );
      expect(await scene().store.session('c2')).toBeNull();
    });

    it('answers a message it knows from the record and changes nothing', async () => {
      await scene().start();
      await scene().say(1);
      const before = await everything();
      const recorded = await scene().store.recorded('c1', 'm2');
      const session = sampleSession('c1', { attempt: active(), paused: true });
      const again = decision(session, { kind: 'turn', attempt: 'a1', turn: sampleTurn(2) });
      for (const version of [2, 1, 0]) {
        const outcome = await scene().store.commit(text('c1', 'm2', 'other words'), again, version, LATER);
        expect(outcome).toEqual({ kind: 'duplicate', message: recorded });
      }
      expect(await everything()).toEqual(before);
    });

    it('lets the same message id be another message in another conversation', async () => {
      await scene().start('c1', 'a1');
      await scene().start('c2', 'a2');
      expect((await scene().store.recorded('c2', 'm1'))?.sequence).toBe(1);
    });

    it('answers conflict at another version and changes nothing', async () => {
      await scene().start();
      await scene().say(1);
      const before = await everything();
      const session = sampleSession('c1', { attempt: active() });
      for (const version of [0, 1, 3]) {
        const stale = decision(session, { kind: 'turn', attempt: 'a1', turn: sampleTurn(2) });
        expect(await scene().store.commit(text('c1', 'new'), stale, version, AT)).toEqual({
          kind: 'conflict',
        });
      }
      expect(await everything()).toEqual(before);
    });
  });
}
