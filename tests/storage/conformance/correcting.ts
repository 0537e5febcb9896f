import { decision, LATER, sampleCorrection, sampleSession, text } from '../fixtures';
import { active, type OpenScene } from './scene';

export function describeCorrecting(scene: OpenScene): void {
  describe('correcting', () => {
    beforeEach(async () => {
      await scene().start();
      await scene().say(1);
      await scene().say(2);
    });

    it('keeps both readings, in the order of the talk', async () => {
      const second = sampleCorrection({ turn: 2, machine: { kind: 'unsure' } });
      const first = sampleCorrection({ turn: 1, sentence: 3, why: 'é 🙂 \u0000 \' " <b>' });
      expect(await scene().store.correct(second, 'anna')).toBe(true);
      expect(await scene().store.correct(first, 'anna')).toBe(true);
      expect(await scene().store.corrections('a1')).toEqual([first, second]);
      expect(await scene().store.allCorrections()).toEqual([first, second]);
      expect(await scene().store.corrections('a2')).toEqual([]);
    });

    it('leaves turns and card as they were', async () => {
      const turns = await scene().store.turns('a1');
      await scene().store.correct(sampleCorrection(), 'anna');
      expect(await scene().store.turns('a1')).toEqual(turns);
    });

    it('keeps one for a sentence: the last', async () => {
      await scene().store.correct(sampleCorrection({ move: 'argue' }), 'anna');
      const last = sampleCorrection({ move: 'contact', at: LATER });
      await scene().store.correct(last, 'anna');
      expect(await scene().store.corrections('a1')).toEqual([last]);
    });

    it('takes one back', async () => {
      const kept = sampleCorrection({ turn: 2 });
      await scene().store.correct(sampleCorrection(), 'anna');
      await scene().store.correct(kept, 'anna');
      expect(await scene().store.withdrawCorrection(sampleCorrection(), 'anna')).toBe(true);
      expect(await scene().store.corrections('a1')).toEqual([kept]);
      expect(await scene().store.withdrawCorrection(sampleCorrection(), 'anna')).toBe(false);
    });

    it('is only for the learner whose attempt it is', async () => {
      expect(await scene().store.correct(sampleCorrection(), 'bert')).toBe(false);
      expect(await scene().store.correct(sampleCorrection({ attempt: 'a9' }), 'anna')).toBe(false);
      await scene().store.correct(sampleCorrection(), 'anna');
      expect(await scene().store.withdrawCorrection(sampleCorrection(), 'bert')).toBe(false);
      expect(await scene().store.corrections('a1')).toHaveLength(1);
    });

    it('goes with the turn that is taken back', async () => {
      await scene().store.correct(sampleCorrection({ turn: 1 }), 'anna');
      await scene().store.correct(sampleCorrection({ turn: 2 }), 'anna');
      const session = sampleSession('c1', { attempt: active() });
      const back = decision(session, { kind: 'taken-back', attempt: 'a1', turn: 2 });
      await scene().store.commit(text('c1', 'back'), back, 3, LATER);
      expect((await scene().store.corrections('a1')).map(({ turn }) => turn)).toEqual([1]);
    });

    it('goes with the attempt that is forgotten', async () => {
      await scene().store.correct(sampleCorrection(), 'anna');
      await scene().store.forgetAttempt('a1', 'anna');
      expect(await scene().store.allCorrections()).toEqual([]);
    });
  });
}
