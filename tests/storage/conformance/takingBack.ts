import { decision, LATER, sampleSession, sampleTurn, text } from '../fixtures';
import { active, type OpenScene } from './scene';

export function describeTakingBack(scene: OpenScene): void {
  describe('taking back', () => {
    async function takeBack(turn: number, version: number): Promise<void> {
      const session = sampleSession('c1', { attempt: active() });
      await scene().store.commit(
        text('c1', `back-${version}`),
        decision(session, { kind: 'taken-back', attempt: 'a1', turn }),
        version,
        LATER,
      );
    }

    it('leaves the turn out, and lets it be said anew', async () => {
      await scene().start();
      await scene().say(1);
      await scene().say(2, 'Dat had ik niet moeten zeggen.');
      await takeBack(2, 3);
      expect(await scene().store.turns('a1')).toEqual([sampleTurn(1)]);
      const session = sampleSession('c1', { attempt: active() });
      const anew = sampleTurn(2, 'Dat is beter.');
      await scene().store.commit(
        text('c1', 'anew'),
        decision(session, { kind: 'turn', attempt: 'a1', turn: anew }),
        4,
        LATER,
      );
      expect(await scene().store.turns('a1')).toEqual([sampleTurn(1), anew]);
      expect((await scene().store.messages('c1', 0)).map(({ sequence }) => sequence)).toEqual([
        1, 2, 3, 4, 5,
      ]);
    });

    it('takes the turns after it along', async () => {
      await scene().start();
      for (const number of [1, 2, 3]) await scene().say(number);
      await takeBack(2, 4);
      expect((await scene().store.turns('a1')).map(({ number }) => number)).toEqual([1]);
    });

    it('opens a finished attempt again', async () => {
      await scene().start();
      await scene().say(1);
      await scene().finish(2);
      await takeBack(1, 3);
      expect(await scene().store.scorecard('a1')).toBeNull();
      expect(await scene().store.attempt('a1')).toMatchObject({
        finishedAt: null,
        ending: null,
        reason: null,
      });
    });
  });
}
