import { sampleCorrection, sampleTurn } from '../fixtures';
import type { OpenScene } from './scene';

export function describeManyAtOnce(scene: OpenScene): void {
  describe('several attempts at once', () => {
    const asked = ['a2', 'a1', 'unknown', 'a1'];

    beforeEach(async () => {
      await scene().start();
      await scene().say(1);
      await scene().say(2);
      await scene().start('c2', 'a2');
      await scene().store.correct(sampleCorrection({ turn: 2 }), 'anna');
      await scene().store.correct(sampleCorrection({ turn: 1 }), 'anna');
      await scene().finish(3);
    });

    it('are the same as one by one, without what is not there', async () => {
      const { store } = scene();
      const records = await store.attemptRecords(asked);
      expect([...records.keys()].sort()).toEqual(['a1', 'a2']);
      for (const [id, record] of records) expect(record).toEqual(await store.attempt(id));
      const cards = await store.scorecards(asked);
      expect([...cards]).toEqual([['a1', await store.scorecard('a1')]]);
      const turns = await store.turnsOf(asked);
      expect([...turns]).toEqual([['a1', [sampleTurn(1), sampleTurn(2)]]]);
      const corrections = await store.correctionsOf(asked);
      expect([...corrections]).toEqual([['a1', await store.corrections('a1')]]);
      expect(corrections.get('a1')?.map(({ turn }) => turn)).toEqual([1, 2]);
    });

    it('may be none', async () => {
      const { store } = scene();
      expect((await store.attemptRecords([])).size).toBe(0);
      expect((await store.scorecards([])).size).toBe(0);
      expect((await store.turnsOf([])).size).toBe(0);
      expect((await store.correctionsOf([])).size).toBe(0);
    });
  });
}
