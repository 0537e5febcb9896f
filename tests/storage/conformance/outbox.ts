import type { ClaimOptions, OutboxStore, Store } from '../../../src/app/ports';
import type { ClaimedNotice, Notice } from '../../../src/core/model/notice';
import { samplePerson } from '../../support/letters';
import type { OpenScene } from './scene';

const at = (time: string) => `2026-03-02T${time}:00.000Z`;

function notice(id: string, changes: Partial<Notice> = {}): Notice {
  return {
    id,
    person: 'anna',
    channel: 'mail',
    kind: 'homework-assigned',
    key: `homework:h1:anna:${id}:mail`,
    data: { assignment: 'h1', title: 'Een \u0000 “teken” 😷' },
    dueAt: at('09:00'),
    expiresAt: null,
    ...changes,
  };
}

function claim(outbox: OutboxStore, changes: Partial<ClaimOptions> = {}): Promise<readonly ClaimedNotice[]> {
  const [now, until] = [at('09:00'), at('09:02')];
  return outbox.claim({ now, until, by: 'one', limit: 10, channels: ['mail', 'teams'], ...changes });
}

const ids = (notices: readonly Notice[]) => notices.map(({ id }) => id);

export function describeOutbox(scene: OpenScene): void {
  const outbox = () => scene().store.outbox;

  beforeEach(async () => {
    for (const id of ['anna', 'bert', 'carla']) await scene().store.people.settlePerson(samplePerson(id));
  });

  describe('messages that wait', () => {
    it('come back as they were added, when they may go', async () => {
      const one = notice('n1', { expiresAt: at('20:00') });
      expect(await outbox().add([one])).toBe(1);
      expect(await claim(outbox(), { now: at('08:59') })).toEqual([]);
      expect(await claim(outbox())).toEqual([{ ...one, tries: 0 }]);
    });

    it('are there once, however often they are added, also when they were sent', async () => {
      await outbox().add([notice('n1')]);
      const again = notice('n2', { key: notice('n1').key });
      expect(await outbox().add([again, again])).toBe(0);
      expect(ids(await claim(outbox()))).toEqual(['n1']);
      for (const state of ['sent', 'uncertain'] as const) {
        await outbox().beginSending('n1', 'one', at('09:00'));
        await outbox().finish('n1', 'one', state, at('09:01'), 'code');
        expect(await outbox().add([again])).toBe(0);
      }
      expect(await outbox().counts()).toEqual({ sent: 1 });
    });

    it('wait again when they were called off before they left', async () => {
      await outbox().add([notice('n1')]);
      await outbox().cancel('homework:h1:');
      expect(await claim(outbox())).toEqual([]);
      const again = notice('n2', { key: notice('n1').key, dueAt: at('10:00'), data: { assignment: 'new' } });
      expect(await outbox().add([again])).toBe(1);
      expect(await claim(outbox(), { now: at('10:00') })).toMatchObject([
        { id: 'n1', dueAt: at('10:00'), data: { assignment: 'new' } },
      ]);
    });

    it('do not wait again when a courier had them and there was nobody', async () => {
      await outbox().add([notice('n1')]);
      await claim(outbox());
      await outbox().beginSending('n1', 'one', at('09:00'));
      await outbox().finish('n1', 'one', 'dropped', at('09:00'), 'gone');
      expect(await outbox().add([notice('n2', { key: notice('n1').key })])).toBe(0);
    });

    it('may be many', async () => {
      const many = Array.from({ length: 450 }, (_, n) => notice(`n${n}`));
      expect(await outbox().add(many)).toBe(450);
      expect(await outbox().add(many)).toBe(0);
      expect(await outbox().counts()).toEqual({ waiting: 450 });
    });

    it('are dropped when they are no use any more', async () => {
      await outbox().add([notice('n1', { expiresAt: at('09:30') })]);
      expect(await claim(outbox(), { now: at('09:30') })).toEqual([]);
      expect(await outbox().counts()).toEqual({ dropped: 1 });
    });

    it('go by a channel that can send only', async () => {
      await outbox().add([notice('n1', { channel: 'teams' }), notice('n2', { person: 'bert' })]);
      expect(await claim(outbox(), { channels: [] })).toEqual([]);
      expect(ids(await claim(outbox(), { channels: ['mail'] }))).toEqual(['n2']);
    });
  });

  describe('taking messages', () => {
    it('takes the oldest first, one a person, and no more than asked', async () => {
      const many = Array.from({ length: 60 }, (_, n) => notice(`a${n + 10}`, { dueAt: at('07:00') }));
      await outbox().add([
        ...many,
        notice('b', { person: 'bert', dueAt: at('08:00') }),
        notice('c', { person: 'carla', dueAt: at('06:00') }),
      ]);
      expect(ids(await claim(outbox(), { limit: 2 }))).toEqual(['c', 'a10']);
      expect(ids(await claim(outbox()))).toEqual(['b']);
    });

    it('takes nothing for whom something is under way, until that has ended', async () => {
      await outbox().add([notice('n1'), notice('n2')]);
      expect(ids(await claim(outbox()))).toEqual(['n1']);
      expect(await claim(outbox(), { by: 'two' })).toEqual([]);
      await outbox().beginSending('n1', 'one', at('09:00'));
      expect(await claim(outbox(), { by: 'two' })).toEqual([]);
      await outbox().finish('n1', 'one', 'sent', at('09:01'), 'sent');
      expect(ids(await claim(outbox(), { by: 'two' }))).toEqual(['n2']);
    });

    it('frees what an instance had only taken when it died', async () => {
      await outbox().add([notice('n1')]);
      await claim(outbox());
      expect(ids(await claim(outbox(), { by: 'two', now: at('09:02'), until: at('09:04') }))).toEqual(['n1']);
      expect(await outbox().beginSending('n1', 'one', at('09:02'))).toBe(false);
      expect(await outbox().beginSending('n1', 'two', at('09:02'))).toBe(true);
    });

    it('does not free what has expired meanwhile', async () => {
      await outbox().add([notice('n1', { expiresAt: at('09:01') })]);
      await claim(outbox());
      expect(await claim(outbox(), { by: 'two', now: at('09:02'), until: at('09:04') })).toEqual([]);
    });
  });

  describe('sending', () => {
    beforeEach(async () => {
      await outbox().add([notice('n1')]);
      await claim(outbox());
    });

    it('begins once', async () => {
      expect(await outbox().beginSending('n1', 'two', at('09:00'))).toBe(false);
      expect(await outbox().beginSending('n1', 'one', at('09:00'))).toBe(true);
      expect(await outbox().beginSending('n1', 'one', at('09:00'))).toBe(false);
    });

    it('does not begin when it was called off', async () => {
      await outbox().cancel('homework:h1:anna:');
      expect(await outbox().beginSending('n1', 'one', at('09:00'))).toBe(false);
      await outbox().postpone('n1', 'one', at('10:00'), 'quiet');
      expect(await claim(outbox(), { now: at('11:00') })).toEqual([]);
    });

    it('is given up when it takes too long, and then never repeated', async () => {
      await outbox().beginSending('n1', 'one', at('09:00'));
      expect(await outbox().giveUpStale(at('09:00'))).toBe(0);
      expect(await outbox().giveUpStale(at('09:10'))).toBe(1);
      expect(await outbox().counts()).toEqual({ uncertain: 1 });
      await outbox().postpone('n1', 'one', at('10:00'), 'again');
      expect(await claim(outbox(), { now: at('11:00') })).toEqual([]);
      await outbox().finish('n1', 'one', 'sent', at('11:00'), 'sent');
      expect(await outbox().counts()).toEqual({ sent: 1 });
    });

    it('counts its tries, and waits in between', async () => {
      await outbox().beginSending('n1', 'one', at('09:00'));
      await outbox().postpone('n1', 'one', at('10:00'), 'again');
      expect(await claim(outbox(), { now: at('09:59') })).toEqual([]);
      expect(await claim(outbox(), { now: at('10:00') })).toMatchObject([{ id: 'n1', tries: 1 }]);
    });

    it('is ended by who does it, and by nobody else', async () => {
      expect(ids(await claim(outbox(), { by: 'two', now: at('09:02'), until: at('09:09') }))).toEqual(['n1']);
      await outbox().beginSending('n1', 'two', at('09:02'));
      await outbox().postpone('n1', 'one', at('09:03'), 'quiet');
      await outbox().finish('n1', 'one', 'dropped', at('09:03'), 'opted-out');
      expect(await outbox().counts()).toEqual({ sending: 1 });
      await outbox().finish('n1', 'two', 'sent', at('09:03'), 'sent');
      expect(await outbox().counts()).toEqual({ sent: 1 });
    });
  });

  describe('calling off', () => {
    it('goes by the beginning of the key, to the letter', async () => {
      const keys = [
        'homework:h1:anna:x:mail',
        'homework:h10:anna:x:mail',
        'homework:h1%:a:x',
        'Homework:h1:a:x',
      ];
      await outbox().add(keys.map((key, n) => notice(`n${n}`, { key })));
      await outbox().cancel('homework:h1:');
      expect(await outbox().counts()).toEqual({ dropped: 1, waiting: 3 });
      await expect(outbox().cancel('')).rejects.toThrow();
    });

    it('goes by person and channel', async () => {
      await outbox().add([
        notice('n1'),
        notice('n2', { channel: 'teams' }),
        notice('n3', { person: 'bert', channel: 'teams' }),
      ]);
      await outbox().cancelOf('anna', 'teams');
      expect(await outbox().counts()).toEqual({ dropped: 1, waiting: 2 });
      await outbox().cancelOf('anna', null);
      expect(await outbox().counts()).toEqual({ dropped: 2, waiting: 1 });
    });
  });

  it('forgets what ended long ago, but no key that could still be planned', async () => {
    await outbox().add([
      notice('n1'),
      notice('n2', { person: 'bert', expiresAt: at('22:00') }),
      notice('n3', { person: 'carla', dueAt: at('23:00') }),
    ]);
    for (const { id } of await claim(outbox())) {
      await outbox().beginSending(id, 'one', at('09:00'));
      await outbox().finish(id, 'one', 'sent', at('09:00'), 'sent');
    }
    await outbox().tidy(at('09:00'));
    expect(await outbox().counts()).toEqual({ sent: 2, waiting: 1 });
    await outbox().tidy(at('12:00'));
    expect(await outbox().counts()).toEqual({ sent: 1, waiting: 1 });
    await outbox().tidy(at('23:59'));
    expect(await outbox().counts()).toEqual({ waiting: 1 });
  });

  it('knows where people can be reached in Teams, until they uninstall', async () => {
    const reference = {
      person: 'anna',
      conversation: 'c1',
      reference: '{"a":"\\u0000"}',
      updatedAt: at('09:00'),
    };
    await outbox().keepReference(reference);
    await outbox().keepReference({ ...reference, conversation: 'c2' });
    await outbox().add([notice('n1', { channel: 'teams' }), notice('n2')]);
    expect(await outbox().reference('anna')).toEqual({ ...reference, conversation: 'c2' });
    expect(await outbox().inTeams(['anna', 'bert'])).toEqual(['anna']);
    expect(await outbox().inTeams([])).toEqual([]);
    await outbox().removeReference('anna');
    expect(await outbox().reference('anna')).toBeNull();
    expect(await outbox().counts()).toEqual({ dropped: 1, waiting: 1 });
  });

  describe('two instances at once', () => {
    const PEOPLE = 12;
    const EACH = 4;

    it('never take the same message, nor two of the same person', async () => {
      await fill(scene().store, PEOPLE, EACH);
      const stores = [scene().store.outbox, (await scene().again()).outbox];
      const taken: string[] = [];
      const underWay = new Set<string>();
      const work = async (by: string, store: OutboxStore): Promise<void> => {
        for (;;) {
          const claimed = await claim(store, { by, limit: 3 });
          if (claimed.length === 0 && taken.length === PEOPLE * EACH) return;
          for (const { id, person } of claimed) {
            expect(underWay.has(person)).toBe(false);
            underWay.add(person);
            taken.push(id);
          }
          for (const { id, person } of claimed) {
            expect(await store.beginSending(id, by, at('09:00'))).toBe(true);
            underWay.delete(person);
            await store.finish(id, by, 'sent', at('09:00'), 'sent');
          }
        }
      };
      await Promise.all(stores.flatMap((store, n) => [work(`a${n}`, store), work(`b${n}`, store)]));
      expect(new Set(taken).size).toBe(PEOPLE * EACH);
      expect(await stores[0]?.counts()).toEqual({ sent: PEOPLE * EACH });
    });

    it('add the same plan once', async () => {
      const other = (await scene().again()).outbox;
      const plan = Array.from({ length: 300 }, (_, n) => notice(`n${n}`));
      const renamed = plan.map((one) => ({ ...one, id: `other-${one.id}` }));
      const added = await Promise.all([outbox().add(plan), other.add(renamed.toReversed())]);
      expect(added.reduce((sum, some) => sum + some, 0)).toBe(300);
    });
  });
}

async function fill(store: Store, people: number, each: number): Promise<void> {
  for (let p = 0; p < people; p++) {
    const person = `person-${p}`;
    await store.people.settlePerson(samplePerson(person));
    await store.outbox.add(
      Array.from({ length: each }, (_, n) =>
        notice(`${person}-${n}`, { person, key: `homework:h1:${person}:${n}:mail` }),
      ),
    );
  }
}
