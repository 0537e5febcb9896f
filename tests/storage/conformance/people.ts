import type { Person, SignIn } from '../../../src/core/model/person';
import { AT, LATER } from '../fixtures';
import type { OpenScene } from './scene';

/** Somebody with every part filled in, with characters that not every database takes. */
export function samplePerson(id: string, changes: Partial<Person> = {}): Person {
  return {
    id,
    name: `“${id}” \u0000 👩‍🏫'; drop table people; --`,
    email: `${id}@voorbeeld.nl`,
    organiser: false,
    locale: 'en',
    address: 'u',
    timeZone: 'America/Paramaribo',
    reminders: { teams: false, mail: true },
    since: AT,
    ...changes,
  };
}

const MUCH_LATER = '2026-12-31T12:00:00.000Z';

function signIn(visit: string, changes: Partial<SignIn> = {}): SignIn {
  return {
    visit,
    hash: `hash of ${visit}`,
    previous: null,
    person: 'anna',
    way: 'code',
    since: AT,
    renewedAt: AT,
    expiresAt: MUCH_LATER,
    ...changes,
  };
}

export function describePeople(scene: OpenScene): void {
  const people = () => scene().store.people;

  describe('people', () => {
    it('come back as they were written', async () => {
      const anna = samplePerson('anna');
      const bare = samplePerson('bert', { name: '', email: null, organiser: true });
      expect(await people().settlePerson(anna)).toEqual(anna);
      expect(await people().settlePerson(bare)).toEqual(bare);
      expect(await people().person('anna')).toEqual(anna);
      const all = await people().people(['bert', 'nobody', 'anna']);
      expect([...all].sort((a, b) => a.id.localeCompare(b.id))).toEqual([anna, bare]);
      expect([await people().person('nobody'), await people().people([])]).toEqual([null, []]);
      expect(await people().organisers()).toEqual(['bert']);
    });

    it('that exist stay as they are', async () => {
      const anna = samplePerson('anna');
      await people().settlePerson(anna);
      expect(await people().settlePerson(samplePerson('anna', { name: 'Iemand anders' }))).toEqual(anna);
    });

    it('are settled once when two do so at the same moment', async () => {
      const other = (await scene().again()).people;
      const [one, two] = await Promise.all([
        people().settlePerson(samplePerson('anna', { name: 'één' })),
        other.settlePerson(samplePerson('anna', { name: 'twee' })),
      ]);
      expect(one).toEqual(two);
      expect(await people().person('anna')).toEqual(one);
    });

    it('change as told, and otherwise not', async () => {
      const anna = samplePerson('anna');
      await people().settlePerson(anna);
      await people().settlePerson(samplePerson('bert'));
      expect(await people().changePerson('anna', {})).toBe(true);
      expect(await people().changePerson('nobody', {})).toBe(false);
      expect(await people().changePerson('nobody', { name: 'x' })).toBe(false);
      const changes = { name: '', email: null, organiser: true, reminders: { teams: true, mail: false } };
      expect(await people().changePerson('anna', changes)).toBe(true);
      expect(await people().person('anna')).toEqual({ ...anna, ...changes });
      expect(await people().person('bert')).toEqual(samplePerson('bert'));
    });

    it('of whom only a conversation was known are people too', async () => {
      await scene().start();
      expect(await people().person('anna')).toMatchObject({
        id: 'anna',
        name: '',
        organiser: false,
        locale: 'nl',
      });
    });
  });

  describe('sign-ins', () => {
    beforeEach(async () => {
      for (const id of ['anna', 'bert']) await people().settlePerson(samplePerson(id));
    });

    it('come back by the hash of the secret, newest first for a person', async () => {
      const [one, two] = [signIn('v1'), signIn('v2', { since: LATER, way: 'openid' })];
      await people().addSignIn(one);
      await people().addSignIn(two);
      await people().addSignIn(signIn('v3', { person: 'bert' }));
      expect(await people().signIn('hash of v1')).toEqual(one);
      expect(await people().signIn('v1')).toBeNull();
      expect(await people().signInsOf('anna')).toEqual([two, one]);
    });

    it('are found by the secret before as well, while there is one', async () => {
      await people().addSignIn(signIn('v1'));
      const renewed = { hash: 'new', previous: 'hash of v1', renewedAt: LATER, expiresAt: MUCH_LATER };
      expect(await people().renewSignIn('hash of v1', renewed)).toBe(true);
      const now = signIn('v1', renewed);
      expect([await people().signIn('new'), await people().signIn('hash of v1')]).toEqual([now, now]);
      expect(await people().renewSignIn('hash of v1', renewed)).toBe(false);
      expect(await people().renewSignIn('new', { ...renewed, previous: null })).toBe(true);
      expect(await people().signIn('hash of v1')).toBeNull();
    });

    it.each(['one store', 'two stores'])('get one new secret when two renew at once (%s)', async (which) => {
      const other = which === 'one store' ? people() : (await scene().again()).people;
      await people().addSignIn(signIn('v1'));
      const to = (hash: string) => ({
        hash,
        previous: 'hash of v1',
        renewedAt: LATER,
        expiresAt: MUCH_LATER,
      });
      const renewed = await Promise.all([
        people().renewSignIn('hash of v1', to('a')),
        other.renewSignIn('hash of v1', to('b')),
      ]);
      expect([...renewed].sort()).toEqual([false, true]);
      expect((await people().signIn('hash of v1'))?.hash).toBe(renewed[0] ? 'a' : 'b');
    });

    it('age only for the person meant', async () => {
      await people().addSignIn(signIn('v1'));
      await people().addSignIn(signIn('v2', { person: 'bert' }));
      await people().ageSignInsOf('anna');
      expect(await people().signIn('hash of v1')).toEqual(
        signIn('v1', { renewedAt: '1970-01-01T00:00:00.000Z' }),
      );
      expect(await people().signIn('hash of v2')).toEqual(signIn('v2', { person: 'bert' }));
    });

    it('end for the person they belong to, one or all', async () => {
      for (const visit of ['v1', 'v2', 'v3']) await people().addSignIn(signIn(visit));
      await people().addSignIn(signIn('v4', { person: 'bert' }));
      expect(await people().endSignIn('v1', 'bert')).toBe(false);
      expect(await people().endSignIn('v1', 'anna')).toBe(true);
      expect(await people().endSignIn('v1', 'anna')).toBe(false);
      await people().endSignInsOf('anna');
      expect(await people().signInsOf('anna')).toEqual([]);
      expect(await people().signInsOf('bert')).toHaveLength(1);
    });
  });

  describe('links that let somebody in once', () => {
    const link = { way: 'teams', person: 'anna', path: '/progress', expiresAt: LATER } as const;

    beforeEach(async () => {
      await people().settlePerson(samplePerson('anna'));
    });

    it('are not used up by looking, and are gone once taken', async () => {
      await people().addLink({ ...link, hash: 'h' });
      for (let n = 0; n < 2; n++) expect(await people().link('h', AT)).toEqual({ ...link, hash: 'h' });
      expect(await people().takeLink('h', AT)).toEqual({ ...link, hash: 'h' });
      expect([await people().link('h', AT), await people().takeLink('h', AT)]).toEqual([null, null]);
    });

    it('do not work from the moment they expire', async () => {
      await people().addLink({ ...link, hash: 'h' });
      expect([await people().link('h', LATER), await people().takeLink('h', LATER)]).toEqual([null, null]);
    });

    it.each(['one store', 'two stores'])('let one in of two who come at once (%s)', async (which) => {
      const other = which === 'one store' ? people() : (await scene().again()).people;
      await people().addLink({ ...link, hash: 'h', way: 'organiser', person: null });
      const taken = await Promise.all([people().takeLink('h', AT), other.takeLink('h', AT)]);
      expect(taken.filter((one) => one !== null)).toHaveLength(1);
    });

    it('that are for nobody yet can be dropped, by their way', async () => {
      await people().addLink({ ...link, hash: 'h1', way: 'organiser', person: null });
      await people().addLink({ ...link, hash: 'h2', way: 'organiser' });
      await people().addLink({ ...link, hash: 'h3', person: null });
      await people().dropOpenLinks('organiser');
      const left = await Promise.all(['h1', 'h2', 'h3'].map((hash) => people().link(hash, AT)));
      expect(left.map((one) => one?.hash)).toEqual([undefined, 'h2', 'h3']);
    });

    it('are tidied away with the sign-ins that expired', async () => {
      await people().addLink({ ...link, hash: 'h' });
      await people().addLink({ ...link, hash: 'later', expiresAt: MUCH_LATER });
      await people().addSignIn(signIn('v1', { expiresAt: LATER }));
      await people().addSignIn(signIn('v2'));
      await people().tidyEntries(LATER);
      expect((await people().signInsOf('anna')).map(({ visit }) => visit)).toEqual(['v2']);
      expect(await people().link('h', AT)).toBeNull();
      expect(await people().link('later', AT)).not.toBeNull();
    });
  });
}
