import type { Group, GroupRole, Invitation } from '../../../src/core/model/group';
import { AT, LATER } from '../fixtures';
import { samplePerson } from './people';
import type { OpenScene } from './scene';

const MUCH_LATER = '2026-12-31T12:00:00.000Z';

function sampleGroup(id: string, changes: Partial<Group> = {}): Group {
  return {
    id,
    name: `Team “${id}” \u0000 😀`,
    createdBy: 'tine',
    createdAt: AT,
    archivedAt: null,
    timeZone: 'Europe/Brussels',
    ...changes,
  };
}

function sampleInvitation(code: string, changes: Partial<Invitation> = {}): Invitation {
  return {
    code,
    group: 'g',
    role: 'learner',
    createdBy: 'tine',
    createdAt: AT,
    expiresAt: MUCH_LATER,
    uses: 2,
    revokedAt: null,
    ...changes,
  };
}

export function describeGroups(scene: OpenScene): void {
  const groups = () => scene().store.groups;
  const people = () => scene().store.people;
  const other = async (which: string) => (which === 'one store' ? groups() : (await scene().again()).groups);

  async function join(person: string, role: GroupRole = 'learner', since = AT): Promise<boolean> {
    await people().settlePerson(samplePerson(person));
    return groups().addMember({ group: 'g', person, role, since });
  }

  async function rolesIn(group: string): Promise<readonly (readonly [string, GroupRole])[]> {
    return (await groups().members(group)).map(({ person, role }) => [person, role] as const);
  }

  describe('groups', () => {
    beforeEach(async () => {
      await people().settlePerson(samplePerson('tine'));
      await groups().addGroup(sampleGroup('g'));
    });

    it('come back as they were written, with their maker as trainer', async () => {
      expect(await groups().group('g')).toEqual(sampleGroup('g'));
      expect(await groups().group('none')).toBeNull();
      expect(await groups().members('g')).toEqual([
        { group: 'g', person: 'tine', role: 'trainer', since: AT },
      ]);
      expect(await groups().groupsOf('tine')).toEqual([{ group: sampleGroup('g'), role: 'trainer' }]);
    });

    it('are not made without their maker', async () => {
      await expect(groups().addGroup(sampleGroup('h', { createdBy: 'nobody' }))).rejects.toThrow();
      expect(await groups().group('h')).toBeNull();
    });

    it('change as told, and otherwise not', async () => {
      const changes = { name: '', archivedAt: LATER, timeZone: 'UTC' };
      expect(await groups().changeGroup('g', changes)).toBe(true);
      expect(await groups().group('g')).toEqual({ ...sampleGroup('g'), ...changes });
      expect(await groups().changeGroup('g', { archivedAt: null })).toBe(true);
      expect((await groups().group('g'))?.archivedAt).toBeNull();
      expect([await groups().changeGroup('g', {}), await groups().changeGroup('none', changes)]).toEqual([
        true,
        false,
      ]);
    });

    it('list their people: trainers first, then by since when', async () => {
      await join('late', 'learner', LATER);
      await join('early');
      await join('co', 'trainer', LATER);
      expect(await rolesIn('g')).toEqual([
        ['tine', 'trainer'],
        ['co', 'trainer'],
        ['early', 'learner'],
        ['late', 'learner'],
      ]);
      expect(await groups().membership('g', 'co')).toEqual({
        group: 'g',
        person: 'co',
        role: 'trainer',
        since: LATER,
      });
      expect(await groups().membership('g', 'nobody')).toBeNull();
    });

    it('take nobody twice, whatever the role', async () => {
      expect(await join('anna')).toBe(true);
      expect(await join('anna', 'trainer')).toBe(false);
      expect((await groups().membership('g', 'anna'))?.role).toBe('learner');
    });

    it('keep at least one trainer', async () => {
      await join('anna');
      expect(await groups().removeMember('g', 'tine')).toBe('last-trainer');
      expect(await groups().changeRole('g', 'tine', 'learner', LATER)).toBe('last-trainer');
      expect(await groups().changeRole('g', 'anna', 'trainer', LATER)).toBe('done');
      expect(await groups().changeRole('g', 'anna', 'trainer', '2027-01-01T00:00:00.000Z')).toBe('done');
      expect(await groups().membership('g', 'anna')).toMatchObject({ role: 'trainer', since: LATER });
      expect(await groups().changeRole('g', 'tine', 'learner', LATER)).toBe('done');
      expect(await groups().removeMember('g', 'tine')).toBe('done');
      expect(await groups().removeMember('g', 'tine')).toBe('absent');
      expect(await groups().changeRole('g', 'tine', 'trainer', LATER)).toBe('absent');
      expect(await rolesIn('g')).toEqual([['anna', 'trainer']]);
    });

    it.each(['one store', 'two stores'])('keep one of two trainers who leave at once (%s)', async (which) => {
      await join('co', 'trainer');
      const second = await other(which);
      const outcomes = await Promise.all([
        groups().removeMember('g', 'tine'),
        second.removeMember('g', 'co'),
      ]);
      expect([...outcomes].sort()).toEqual(['done', 'last-trainer']);
      expect(await rolesIn('g')).toHaveLength(1);
    });

    it.each(['one store', 'two stores'])(
      'keep a trainer when one leaves while the other becomes a learner (%s)',
      async (which) => {
        await join('co', 'trainer');
        const second = await other(which);
        await Promise.all([
          groups().removeMember('g', 'tine'),
          second.changeRole('g', 'co', 'learner', LATER),
        ]);
        expect((await rolesIn('g')).filter(([, role]) => role === 'trainer')).toHaveLength(1);
      },
    );
  });

  describe('invitations', () => {
    beforeEach(async () => {
      await people().settlePerson(samplePerson('tine'));
      await groups().addGroup(sampleGroup('g'));
    });

    it('come back as they were written, newest first, and have a code of their own', async () => {
      const [one, two] = [sampleInvitation('BBBBBB'), sampleInvitation('CCCCCC', { createdAt: LATER })];
      expect([await groups().addInvitation(one), await groups().addInvitation(two)]).toEqual([true, true]);
      expect(await groups().addInvitation(sampleInvitation('BBBBBB', { uses: 99 }))).toBe(false);
      expect(await groups().invitation('BBBBBB')).toEqual(one);
      expect(await groups().invitation('bbbbbb')).toBeNull();
      expect(await groups().invitations('g')).toEqual([two, one]);
    });

    it('let somebody in, who is added when they are new, and count it', async () => {
      await groups().addInvitation(sampleInvitation('BBBBBB', { role: 'trainer' }));
      const anna = samplePerson('anna');
      const joined = { kind: 'joined', group: 'g', role: 'trainer' };
      expect(await groups().useInvitation('BBBBBB', anna, LATER)).toEqual(joined);
      expect(await people().person('anna')).toEqual(anna);
      expect((await groups().invitation('BBBBBB'))?.uses).toBe(1);
      expect(await groups().useInvitation('BBBBBB', anna, LATER)).toEqual({ ...joined, kind: 'already' });
      expect((await groups().invitation('BBBBBB'))?.uses).toBe(1);
      expect(await groups().membership('g', 'anna')).toMatchObject({ role: 'trainer', since: LATER });
    });

    it('refuse without leaving a trace of who came', async () => {
      await groups().addGroup(sampleGroup('old', { archivedAt: LATER }));
      await groups().addInvitation(sampleInvitation('BBBBBB', { expiresAt: LATER }));
      await groups().addInvitation(sampleInvitation('CCCCCC', { uses: 0 }));
      await groups().addInvitation(sampleInvitation('DDDDDD', { revokedAt: AT }));
      await groups().addInvitation(sampleInvitation('FFFFFF', { group: 'old' }));
      for (const code of ['BBBBBB', 'CCCCCC', 'DDDDDD', 'FFFFFF', 'GGGGGG']) {
        const outcome = await groups().useInvitation(code, samplePerson('anna'), LATER);
        expect([code, outcome]).toEqual([code, { kind: 'refused' }]);
      }
      expect(await people().person('anna')).toBeNull();
      expect(await groups().groupsOf('anna')).toEqual([]);
    });

    it.each(['one store', 'two stores'])('let one in of two on the last use (%s)', async (which) => {
      await groups().addInvitation(sampleInvitation('BBBBBB', { uses: 1 }));
      const second = await other(which);
      const outcomes = await Promise.all([
        groups().useInvitation('BBBBBB', samplePerson('anna'), LATER),
        second.useInvitation('BBBBBB', samplePerson('bert'), LATER),
      ]);
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['joined', 'refused']);
      expect(await rolesIn('g')).toHaveLength(2);
      expect((await groups().invitation('BBBBBB'))?.uses).toBe(0);
      const added = await people().people(['anna', 'bert']);
      expect(added).toHaveLength(1);
    });

    it.each(['one store', 'two stores'])('take somebody once who comes twice at once (%s)', async (which) => {
      await groups().addInvitation(sampleInvitation('BBBBBB', { uses: 5 }));
      const second = await other(which);
      const outcomes = await Promise.all(
        [groups(), second, groups(), second].map((store) =>
          store.useInvitation('BBBBBB', samplePerson('anna'), LATER),
        ),
      );
      expect(outcomes.filter(({ kind }) => kind === 'joined')).toHaveLength(1);
      expect((await groups().invitation('BBBBBB'))?.uses).toBe(4);
    });

    it('can be revoked once, and only for their own group', async () => {
      await groups().addInvitation(sampleInvitation('BBBBBB'));
      expect(await groups().revokeInvitation('BBBBBB', 'other', LATER)).toBe(false);
      expect(await groups().revokeInvitation('BBBBBB', 'g', LATER)).toBe(true);
      expect(await groups().revokeInvitation('BBBBBB', 'g', MUCH_LATER)).toBe(false);
      expect((await groups().invitation('BBBBBB'))?.revokedAt).toBe(LATER);
    });
  });
}
