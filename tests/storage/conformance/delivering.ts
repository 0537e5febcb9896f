import { AT, decision, LATER, sampleSession, text } from '../fixtures';
import type { OpenScene } from './scene';

const BEFORE = '2020-01-01T00:00:00.000Z';
const UNTIL = '2030-01-01T00:01:00.000Z';
const NOW = '2030-01-01T00:00:00.000Z';
const AFTER = '2030-01-01T00:02:00.000Z';
const PLACE = { conversation: 'c1', message: 'm1' };

export function describeDelivering(scene: OpenScene): void {
  describe('how far the sending of an answer has come', () => {
    const begin = (part: number, by: string, now = NOW, on = scene().store) =>
      on.deliveries.beginPart(PLACE, part, by, now, UNTIL);
    const left = async (now = NOW) =>
      (await scene().store.deliveries.undelivered('c', BEFORE, now)).map(({ message }) => message.id);

    it('each part is begun once, by one of two instances', async () => {
      await scene().start();
      const other = await scene().again();
      const both = await Promise.all([begin(0, 'a'), begin(0, 'b', NOW, other)]);
      expect([...both].sort()).toEqual(['begun', 'sent']);
      const loser = both[0] === 'begun' ? 'b' : 'a';
      expect(await begin(1, loser)).toBe('busy');
      expect(await begin(1, loser === 'a' ? 'b' : 'a')).toBe('begun');
    });

    it('another goes on where one died, with the next part', async () => {
      await scene().start();
      await begin(0, 'a');
      expect(await left()).toEqual([]);
      expect(await left(AFTER)).toEqual(['m1']);
      expect(await begin(0, 'b', AFTER)).toBe('sent');
      expect(await begin(1, 'b', AFTER)).toBe('begun');
    });

    it('what certainly did not arrive is begun again', async () => {
      await scene().start();
      await begin(0, 'a');
      await scene().store.deliveries.release(PLACE, 0);
      expect(await left()).toEqual(['m1']);
      expect(await begin(0, 'b')).toBe('begun');
    });

    it('what is delivered, or was overtaken by what was delivered, waits no longer', async () => {
      await scene().start();
      await scene().say(1);
      expect(await left()).toEqual(['m1', 'm2']);
      await scene().store.markDelivered('c1', 'm2');
      expect(await left()).toEqual([]);
      expect(await scene().store.deliveries.beginPart({ ...PLACE, message: 'm2' }, 0, 'a', NOW, UNTIL)).toBe(
        'sent',
      );
      expect(await begin(0, 'a')).toBe('begun');
    });

    it('what goes back in the response to its message never waits', async () => {
      await scene().start();
      const message = { ...text('c1', 'm2'), inResponse: true };
      const outcome = await scene().store.commit(message, decision(sampleSession('c1')), 1, LATER);
      expect(outcome).toMatchObject({ kind: 'committed', message: { id: 'm2', delivered: true } });
      expect(await scene().store.recorded('c1', 'm2')).toMatchObject({ delivered: true });
      expect(await left()).toEqual([]);
    });

    it('leaves one of two who bring somebody’s whereabouts knowing that they are new', async () => {
      await scene().start();
      const { outbox } = scene().store;
      const other = (await scene().again()).outbox;
      const here = { person: 'anna', conversation: 'c1', reference: '{"at":1}', updatedAt: AT };
      const both = await Promise.all([outbox.keepReference(here), other.keepReference(here)]);
      expect([...both].sort()).toEqual([false, true]);
      expect(await outbox.keepReference({ ...here, reference: '{"at":2}' })).toBe(false);
      expect((await outbox.reference('anna'))?.reference).toBe('{"at":2}');
      await outbox.removeReference('anna');
      expect(await outbox.keepReference(here)).toBe(true);
    });

    it('keeps what somebody chose with the message in which they did', async () => {
      await scene().start();
      const settings = { locale: 'en', address: 'u', reminders: { teams: false, mail: true } } as const;
      const chosen = decision(sampleSession('c1'), { kind: 'settings', settings });
      await scene().store.commit(text('c1', 'm2'), chosen, 1, LATER);
      expect(await scene().store.people.person('anna')).toMatchObject(settings);
    });

    it('comes with whom it is for; older or other conversations do not', async () => {
      await scene().start();
      const found = await scene().store.deliveries.undelivered('c1', BEFORE, NOW);
      expect(found).toMatchObject([{ conversation: 'c1', learner: 'anna', message: { id: 'm1', at: AT } }]);
      expect(await scene().store.deliveries.undelivered('c1', LATER, NOW)).toEqual([]);
      expect(await scene().store.deliveries.undelivered('teams:', BEFORE, NOW)).toEqual([]);
      expect(await begin(0, 'a', NOW)).toBe('begun');
      expect(
        await scene().store.deliveries.beginPart({ conversation: 'c1', message: 'none' }, 0, 'a', NOW, UNTIL),
      ).toBe('sent');
    });
  });
}
