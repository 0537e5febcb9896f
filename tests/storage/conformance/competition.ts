import type { Store } from '../../../src/app/ports';
import { AT, decision, sampleSession, sampleTurn, text } from '../fixtures';
import { active, type OpenScene } from './scene';

export function describeCompetition(scene: OpenScene): void {
  describe('two at once', () => {
    it.each(['one store', 'two stores'])('lets exactly one of two first messages in (%s)', async (which) => {
      const other = which === 'one store' ? scene().store : await scene().again();
      const outcomes = await Promise.all([
        scene().store.commit(text('c1', 'x'), decision(sampleSession('c1')), 0, AT),
        other.commit(text('c1', 'y'), decision(sampleSession('c1')), 0, AT),
      ]);
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['committed', 'conflict']);
      expect(await scene().store.messages('c1', 0)).toHaveLength(1);
    });

    it.each(['one store', 'two stores'])('lets exactly one of two turns in (%s)', async (which) => {
      const other = which === 'one store' ? scene().store : await scene().again();
      await scene().start();
      const turn = (words: string) =>
        decision(sampleSession('c1', { attempt: active() }), {
          kind: 'turn',
          attempt: 'a1',
          turn: sampleTurn(1, words),
        });
      const outcomes = await Promise.all([
        scene().store.commit(text('c1', 'x'), turn('x'), 1, AT),
        other.commit(text('c1', 'y'), turn('y'), 1, AT),
      ]);
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['committed', 'conflict']);
      const winner = outcomes[0].kind === 'committed' ? 'x' : 'y';
      expect((await scene().store.turns('a1')).map((one) => one.text)).toEqual([winner]);
      expect((await scene().store.session('c1'))?.version).toBe(2);
    });

    it('decides between two deliveries of the same message', async () => {
      const other = await scene().again();
      const outcomes = await Promise.all([
        scene().store.commit(text('c1', 'x'), decision(sampleSession('c1')), 0, AT),
        other.commit(text('c1', 'x'), decision(sampleSession('c1')), 0, AT),
      ]);
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['committed', 'duplicate']);
    });

    it('numbers the messages of a conversation without gaps while many compete', async () => {
      const stores = [scene().store, await scene().again()];
      const insist = async (on: Store, id: string): Promise<void> => {
        for (;;) {
          const version = (await on.session('c1'))?.version ?? 0;
          const outcome = await on.commit(text('c1', id), decision(sampleSession('c1')), version, AT);
          if (outcome.kind === 'committed') return;
          expect(outcome.kind).toBe('conflict');
        }
      };
      await Promise.all(stores.flatMap((on, n) => [1, 2, 3, 4].map((m) => insist(on, `${n}-${m}`))));
      const messages = await scene().store.messages('c1', 0);
      expect(messages.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(new Set(messages.map(({ id }) => id)).size).toBe(8);
      expect((await scene().store.session('c1'))?.version).toBe(8);
    });

    it('shows in one store what the other committed', async () => {
      const other = await scene().again();
      await scene().start('c1', 'a1', other);
      expect((await scene().store.session('c1'))?.attempt?.id).toBe('a1');
      await scene().say(1);
      expect(await other.turns('a1')).toEqual([sampleTurn(1)]);
    });
  });
}
