import { AT, decision, LATER, sampleCorrection, sampleSession, sampleTurn, text } from '../fixtures';
import { active, type OpenScene } from './scene';

export function describeBranching(scene: OpenScene): void {
  describe('branching', () => {
    const from = { attempt: 'a1', turn: 2 };

    beforeEach(async () => {
      await scene().start();
      await scene().say(1, 'Mijn eerste woorden.');
      await scene().say(2, 'Mijn tweede woorden.');
    });

    /** Takes `a1` up again from turn 2 as `a2`, in the conversation that is named. */
    function branch(conversation = 'c1', version = 3, id = 'a2', branchOf = from) {
      const session = sampleSession(conversation, { attempt: active(id, { branchOf }) });
      const branched = decision(
        session,
        { kind: 'attempt-started', attempt: id },
        { kind: 'turn', attempt: id, turn: sampleTurn(1, 'Mijn eerste woorden.') },
      );
      return scene().store.commit(text(conversation, `branch-${id}`), branched, version, LATER);
    }

    it('keeps where an attempt was taken up again', async () => {
      await branch();
      expect(await scene().store.attempt('a2')).toMatchObject({ branchOf: from, startedAt: LATER });
      expect((await scene().store.session('c1'))?.attempt?.branchOf).toEqual(from);
      expect((await scene().store.attemptsOf('anna')).map(({ branchOf }) => branchOf)).toEqual([from, null]);
      expect(await scene().store.turns('a1')).toHaveLength(2);
      expect(await scene().store.turns('a2')).toEqual([sampleTurn(1, 'Mijn eerste woorden.')]);
    });

    it('takes the corrections of the copied turns along, and no others', async () => {
      const early = sampleCorrection({ turn: 1 });
      await scene().store.correct(early, 'anna');
      await scene().store.correct(sampleCorrection({ turn: 2 }), 'anna');
      await branch();
      expect(await scene().store.corrections('a2')).toEqual([{ ...early, attempt: 'a2' }]);
      expect(await scene().store.corrections('a1')).toHaveLength(2);
    });

    it('forgets a branch without touching what it came from', async () => {
      await branch();
      expect(await scene().store.forgetAttempt('a2', 'anna')).toBe(true);
      expect(await scene().store.attempt('a2')).toBeNull();
      expect(await scene().store.turns('a1')).toHaveLength(2);
    });

    it('forgets the branches that copied its words, and theirs, in whatever conversation', async () => {
      await branch();
      await branch('c2', 0, 'a3', { attempt: 'a2', turn: 2 });
      await scene().store.correct(sampleCorrection({ attempt: 'a3' }), 'anna');
      expect(await scene().store.forgetAttempt('a1', 'anna')).toBe(true);
      expect(await scene().store.attemptsOf('anna')).toEqual([]);
      for (const id of ['a1', 'a2', 'a3']) expect(await scene().store.turns(id)).toEqual([]);
      expect((await scene().store.session('c2'))?.attempt).toBeNull();
      expect((await scene().store.recorded('c2', 'branch-a3'))?.body).toEqual({ kind: 'text', text: '' });
      expect(await scene().store.allCorrections()).toEqual([]);
    });

    it('refuses a branch of what has been forgotten meanwhile', async () => {
      await scene().store.forgetAttempt('a1', 'anna');
      await expect(branch('c2', 0)).rejects.toThrow();
      expect(await scene().store.session('c2')).toBeNull();
      expect(await scene().store.turns('a2')).toEqual([]);
    });

    it('does not let a branch stand in the way of the first attempt', async () => {
      await branch('c2', 0);
      await scene().say(3);
      expect(await scene().store.turns('a1')).toHaveLength(3);
      expect(await scene().store.attempt('a1')).toMatchObject({ startedAt: AT });
    });
  });
}
