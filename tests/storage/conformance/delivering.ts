import { AT, LATER } from '../fixtures';
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
