import { decision, LATER, sampleSession, sampleTurn, text } from '../fixtures';
import { active, type OpenScene } from './scene';

export function describeForgetting(scene: OpenScene): void {
  describe('forgetting', () => {
    beforeEach(async () => {
      await scene().start();
      await scene().say(1, 'Mijn geheime woorden.');
      await scene().finish(2);
    });

    it('removes the attempt with every word said in it', async () => {
      expect(await scene().store.forgetAttempt('a1', 'anna')).toBe(true);
      expect(await scene().store.attempt('a1')).toBeNull();
      expect(await scene().store.turns('a1')).toEqual([]);
      expect(await scene().store.scorecard('a1')).toBeNull();
      const messages = await scene().store.messages('c1', 0);
      expect(messages.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
      for (const message of messages) {
        expect(message).toMatchObject({ body: { kind: 'text', text: '' }, replies: [] });
      }
      expect(await scene().store.forgetAttempt('a1', 'anna')).toBe(false);
    });

    it('brings a session in the middle of it back to choosing', async () => {
      await scene().store.forgetAttempt('a1', 'anna');
      const session = await scene().store.session('c1');
      expect(session).toEqual(sampleSession('c1', { stage: 'choosing', version: 4 }));
      const next = await scene().store.commit(text('c1', 'next'), decision(sampleSession('c1')), 4, LATER);
      expect(next).toMatchObject({ kind: 'committed', message: { sequence: 4 } });
    });

    it('is not undone by a turn that was being decided meanwhile', async () => {
      const session = sampleSession('c1', { attempt: active() });
      const turn = decision(session, { kind: 'turn', attempt: 'a1', turn: sampleTurn(2) });
      await scene().store.forgetAttempt('a1', 'anna');
      expect(await scene().store.commit(text('c1', 'late'), turn, 3, LATER)).toEqual({ kind: 'conflict' });
    });

    it('is only for the learner whose attempt it is', async () => {
      expect(await scene().store.forgetAttempt('a1', 'bert')).toBe(false);
      expect(await scene().store.forgetAttempt('a9', 'anna')).toBe(false);
      expect(await scene().store.turns('a1')).toHaveLength(1);
      expect((await scene().store.session('c1'))?.version).toBe(3);
    });

    it('leaves the other attempts of the conversation alone', async () => {
      const next = sampleSession('c1', { attempt: active('a2') });
      await scene().store.commit(
        text('c1', 'again'),
        decision(next, { kind: 'attempt-started', attempt: 'a2' }),
        3,
        LATER,
      );
      await scene().store.commit(
        text('c1', 'first'),
        decision(next, { kind: 'turn', attempt: 'a2', turn: sampleTurn(1) }),
        4,
        LATER,
      );
      await scene().store.forgetAttempt('a1', 'anna');
      expect((await scene().store.attemptsOf('anna')).map(({ id }) => id)).toEqual(['a2']);
      expect(await scene().store.turns('a2')).toHaveLength(1);
      expect((await scene().store.session('c1'))?.attempt?.id).toBe('a2');
      const bodies = (await scene().store.messages('c1', 0)).map(({ body }) => body);
      expect(bodies.at(-1)).toEqual({ kind: 'text', text: 'bericht first' });
      expect(bodies.slice(0, -1)).toEqual(Array(4).fill({ kind: 'text', text: '' }));
    });

    it('blanks the message with which the attempt was left', async () => {
      const closed = sampleSession('c1', { stage: 'closed', attempt: null });
      await scene().store.commit(text('c1', 'bye', 'Wat ik ervan meeneem.'), decision(closed), 3, LATER);
      await scene().store.forgetAttempt('a1', 'anna');
      expect((await scene().store.recorded('c1', 'bye'))?.body).toEqual({ kind: 'text', text: '' });
    });
  });
}
