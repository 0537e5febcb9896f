import {
  type Browser,
  type PracticeServer,
  samplePerson,
  startPracticeServer,
} from '../support/practiceServer';

let practice: PracticeServer;
let tine: Browser;
let group: string;

beforeEach(async () => {
  practice = await startPracticeServer({ guests: false });
  tine = await practice.browserOf('tine', { name: 'Tine', organiser: true });
  const made = await tine.send('/groups/new', '/groups/new', {
    name: 'Wijkteam <Noord>',
    timeZone: 'Europe/Amsterdam',
  });
  group = made.location ?? '';
});

afterEach(() => practice.close());

const id = () => group.slice('/groups/'.length);

/** Puts somebody into the group, and answers their browser. */
async function member(person: string, role: 'learner' | 'trainer' = 'learner'): Promise<Browser> {
  const browser = await practice.browserOf(person);
  const since = new Date(practice.time.now).toISOString();
  await practice.store.groups.addMember({ group: id(), person, role, since });
  return browser;
}

async function people(): Promise<Readonly<Record<string, string>>> {
  const members = await practice.store.groups.members(id());
  return Object.fromEntries(members.map(({ person, role }) => [person, role]));
}

async function invitation(): Promise<string> {
  const [newest] = await practice.store.groups.invitations(id());
  return newest?.code ?? '';
}

const INVITATION = { role: 'learner', days: '14', uses: '20' };

describe('making a group', () => {
  it('makes its maker the trainer, and shows the group with its name as it was typed', async () => {
    expect(group).toMatch(/^\/groups\/fresh-/);
    expect(await people()).toEqual({ tine: 'trainer' });
    const { text } = await tine.read(group);
    expect(text).toContain('<h1>Wijkteam &lt;Noord></h1>');
    expect(text).toContain('Je bent trainer van deze groep.');
    expect((await tine.read('/groups')).text).toContain(`href="${group}"`);
  });

  it('is for organisers and for whoever trains a group already', async () => {
    const [nobody, learner, trainer] = [
      await practice.browserOf('niels'),
      await member('lara'),
      await member('toon', 'trainer'),
    ];
    for (const browser of [nobody, learner]) {
      expect((await browser.read('/groups/new')).status).toBe(404);
      expect((await browser.read('/groups')).text).not.toContain('/groups/new');
    }
    expect((await trainer.read('/groups/new')).status).toBe(200);
  });

  it.each([
    [
      'no name',
      { name: ' ', timeZone: 'Europe/Brussels' },
      'Geef de groep een naam.',
      'value="Europe/Brussels" selected',
    ],
    ['a long one', { name: 'x'.repeat(81), timeZone: 'UTC' }, 'Deze naam is te lang.', 'x'.repeat(81)],
    [
      'an unknown place',
      { name: 'Team "Zuid"', timeZone: 'Mars/Base' },
      'Deze plaats kennen we niet.',
      'Team &quot;Zuid&quot;',
    ],
  ])('keeps what was typed and says what is wrong: %s', async (_, typed, words, kept) => {
    for (const page of ['/groups/new', `${group}/settings`]) {
      const answer = await tine.send(page, page, typed);
      expect([page, answer.status]).toEqual([page, 422]);
      expect(answer.text).toContain(words);
      expect(answer.text).toContain(kept);
    }
    expect(await practice.store.groups.groupsOf('tine')).toHaveLength(1);
  });

  it('gives it another name and place', async () => {
    const settings = `${group}/settings`;
    const answer = await tine.send(settings, settings, { name: '😀 Zuid', timeZone: 'Europe/Brussels' });
    expect(answer.location).toBe(`${group}?done=saved`);
    expect(await practice.store.groups.group(id())).toMatchObject({
      name: '😀 Zuid',
      timeZone: 'Europe/Brussels',
    });
    expect((await tine.read(answer.location ?? '')).text).toContain('De groep is bewaard.');
  });
});

describe('inviting', () => {
  it('shows the code and a whole link, until it is revoked', async () => {
    const answer = await tine.send(group, `${group}/invitations`, INVITATION);
    const code = await invitation();
    expect(answer).toMatchObject({ status: 303, location: `${group}?made=${code}` });
    const { text } = await tine.read(answer.location ?? '');
    expect(text).toContain(`De nieuwe code is ${code.slice(0, 3)}-${code.slice(3)}.`);
    expect(text).toContain(`value="${practice.server.url}/join/${code}"`);
    const revoked = await tine.send(group, `${group}/invitations/${code}/revoke`);
    expect(revoked.status).toBe(303);
    expect((await tine.read(group)).text).not.toContain(code);
    expect((await practice.store.groups.invitation(code))?.revokedAt).not.toBeNull();
  });

  it.each([
    ['no number', { uses: 'veel' }, 'Vul een getal in van 1 tot 200.', 'value="veel"'],
    ['too many', { uses: '201' }, 'Vul een getal in van 1 tot 200.', 'value="201"'],
    ['none', { uses: '0' }, 'Vul een getal in van 1 tot 200.', 'value="0"'],
    ['an unknown time', { days: '9999' }, 'Kies een tijd uit de lijst.', ''],
    ['an unknown role', { role: 'organiser' }, 'Kies wie er met de code binnenkomt.', ''],
  ])('keeps what was typed and says what is wrong: %s', async (_, typed, words, kept) => {
    const answer = await tine.send(group, `${group}/invitations`, { ...INVITATION, ...typed });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
    expect(answer.text).toContain(kept);
    expect(await practice.store.groups.invitations(id())).toEqual([]);
  });

  it('shows nobody else’s made code, whatever the address says', async () => {
    expect((await tine.read(`${group}?made=BCDFGH`)).text).not.toContain('BCD-FGH.');
    expect((await tine.read(`${group}?done=constructor`)).text).not.toContain('role="status"');
  });
});

describe('the people of a group', () => {
  it('are all shown to a trainer, but to a learner only the trainers and themselves', async () => {
    const lara = await member('lara');
    await member('luuk');
    const [seen, shown] = [await lara.read(group), await tine.read(group)];
    for (const name of ['Naam van lara', 'Naam van luuk', 'Tine']) expect(shown.text).toContain(name);
    expect(seen.text).toContain('Tine');
    expect(seen.text).toContain('Naam van lara');
    expect(seen.text).not.toContain('luuk');
    expect(seen.text).toContain('2 deelnemers');
    expect(seen.text).not.toContain('method="post"');
  });

  it('can be made trainers, with a new secret at their next visit, and learners again', async () => {
    const lara = await member('lara');
    const { cookie } = lara;
    await tine.send(`${group}/members/lara/role`, `${group}/members/lara/role`, { role: 'trainer' });
    expect(await people()).toEqual({ tine: 'trainer', lara: 'trainer' });
    expect((await lara.read(group)).text).toContain('Mensen uitnodigen');
    expect(lara.cookie).not.toBe(cookie);
    await lara.send(`${group}/members/tine/role`, `${group}/members/tine/role`, { role: 'learner' });
    expect(await people()).toEqual({ tine: 'learner', lara: 'trainer' });
  });

  it('are asked about before somebody becomes a trainer, with what they will see', async () => {
    await member('lara');
    const asked = await tine.read(`${group}/members/lara/role`);
    expect(asked.text).toContain('Naam van lara trainer maken?');
    expect(asked.text).toContain('ziet Naam van lara alleen dát het er is');
    expect(asked.text).toContain('name="role" value="trainer"');
    expect(await people()).toEqual({ tine: 'trainer', lara: 'learner' });
    expect((await tine.read(group)).text).toContain('aria-label="Maak trainer: Naam van lara"');
  });

  it('always keep a trainer', async () => {
    await member('lara');
    const own = await tine.read(`${group}/leave`);
    expect(own.text).toContain('Je bent de enige trainer, en een groep houdt er altijd één.');
    expect(own.text).not.toContain('method="post"');
    const token = /name="token" value="([^"]+)"/.exec((await tine.read(group)).text)?.[1] ?? '';
    const forms: readonly (readonly [string, Record<string, string>])[] = [
      ['leave', {}],
      ['members/tine/remove', {}],
      ['members/tine/role', { role: 'learner' }],
    ];
    for (const [action, fields] of forms) {
      const answer = await tine.post(`${group}/${action}`, { ...fields, token });
      expect([action, answer.location]).toEqual([action, `${group}?done=last`]);
    }
    expect((await tine.read(`${group}?done=last`)).text).toContain('minstens één trainer');
    expect(await people()).toEqual({ tine: 'trainer', lara: 'learner' });
  });

  it('can be removed after asking, and leave by themselves', async () => {
    const [lara, luuk] = [await member('lara'), await member('luuk')];
    const remove = `${group}/members/lara/remove`;
    expect((await tine.read(remove)).text).toContain('Naam van lara uit de groep halen?');
    await tine.send(remove, remove);
    expect((await lara.read(group)).status).toBe(404);
    const leave = `${group}/leave`;
    expect(await luuk.send(leave, leave)).toMatchObject({ status: 303, location: '/groups' });
    expect(await people()).toEqual({ tine: 'trainer' });
  });

  it('may be more than sixteen, which is only said', async () => {
    for (let n = 0; n < 15; n++) await member(`deelnemer-${n}`);
    expect((await tine.read(group)).text).not.toContain('hoogstens 16 mensen');
    await member('een-te-veel');
    expect((await tine.read(group)).text).toContain('hoogstens 16 mensen');
  });
});

describe('a code that does not say for how many', () => {
  it.each([
    ['learner', 20],
    ['trainer', 1],
  ] as const)('lets %ss in %d times', async (role, uses) => {
    await tine.send(group, `${group}/invitations`, { ...INVITATION, role, uses: '' });
    const [made] = await practice.store.groups.invitations(id());
    expect(made).toMatchObject({ role, uses });
  });
});

describe('an archived group', () => {
  it('can be looked at and left, not changed or entered, until it is taken into use again', async () => {
    const lara = await member('lara');
    await tine.send(group, `${group}/invitations`, INVITATION);
    const code = await invitation();
    const settings = `${group}/settings`;
    const token = /name="token" value="([^"]+)"/.exec((await tine.read(group)).text)?.[1] ?? '';
    await tine.send(settings, `${group}/archive`);
    expect((await lara.read(group)).text).toContain('Deze groep is gearchiveerd.');
    expect((await lara.read('/groups')).text).toContain('Gearchiveerde groepen');
    expect((await tine.read(`${group}/members/lara/remove`)).status).toBe(404);
    for (const [action, fields] of [
      ['settings', { name: 'x', timeZone: 'UTC' }],
      ['invitations', INVITATION],
      ['members/lara/role', { role: 'trainer' }],
      ['members/lara/remove', {}],
    ] as const) {
      const answer = await tine.post(`${group}/${action}`, { ...fields, token });
      expect([action, answer.status]).toEqual([action, 404]);
    }
    expect((await tine.read(`${group}/leave`)).text).toContain('Neem de groep dan eerst weer in gebruik');
    const shown = (await tine.read(group)).text;
    expect(shown).toContain('Weer in gebruik nemen');
    expect(shown).not.toContain('Geef een gesprek op');
    const anna = await practice.browserOf('anna');
    expect((await anna.post('/enter', { code })).status).toBe(422);
    await tine.send(settings, `${group}/restore`);
    expect((await anna.post('/enter', { code })).status).toBe(303);
    expect(await people()).toEqual({ tine: 'trainer', lara: 'learner', anna: 'learner' });
  });
});

describe('who may do what with a group', () => {
  const WHO = ['stranger', 'learner', 'otherTrainer', 'trainer', 'organiser'] as const;
  type Who = (typeof WHO)[number];

  async function browsers(): Promise<Readonly<Record<Who, Browser>>> {
    const otherTrainer = await practice.browserOf('otto');
    await practice.store.groups.addGroup({
      id: 'other',
      name: 'Andere groep',
      createdBy: 'otto',
      createdAt: '2026-01-05T09:00:00.000Z',
      archivedAt: null,
      timeZone: 'UTC',
    });
    await practice.store.people.settlePerson(samplePerson('doel'));
    await practice.store.groups.addMember({
      group: id(),
      person: 'doel',
      role: 'learner',
      since: '2026-01-05T09:00:00.000Z',
    });
    return {
      stranger: await practice.browserOf('sara'),
      learner: await member('lara'),
      otherTrainer,
      trainer: await member('toon', 'trainer'),
      organiser: await practice.browserOf('olga', { organiser: true }),
    };
  }

  const PAGES: readonly (readonly [string, readonly Who[]])[] = [
    ['', ['learner', 'trainer']],
    ['/settings', ['trainer']],
    ['/leave', ['learner', 'trainer']],
    ['/members/doel/remove', ['trainer']],
  ];

  it('see', async () => {
    const all = await browsers();
    for (const [page, allowed] of PAGES) {
      for (const who of WHO) {
        const { status, text } = await all[who].read(`${group}${page}`);
        expect([page, who, status]).toEqual([page, who, allowed.includes(who) ? 200 : 404]);
        if (status === 404) {
          expect(text).toBe((await all[who].read(`/groups/none${page}`)).text);
          expect(text).not.toContain('Wijkteam');
        }
      }
    }
    for (const who of WHO) {
      expect([who, (await all[who].read('/installation')).status]).toEqual([
        who,
        who === 'organiser' ? 200 : 404,
      ]);
    }
  });

  const FORMS: readonly (readonly [string, Record<string, string>])[] = [
    ['/settings', { name: 'Gekaapt', timeZone: 'UTC' }],
    ['/invitations', INVITATION],
    ['/invitations/CODE/revoke', {}],
    ['/members/doel/role', { role: 'trainer' }],
    ['/members/doel/remove', {}],
    ['/archive', {}],
    ['/restore', {}],
  ];

  it('change', async () => {
    const all = await browsers();
    await tine.send(group, `${group}/invitations`, INVITATION);
    const code = await invitation();
    const before = [await people(), await practice.store.groups.group(id())];
    for (const who of ['stranger', 'learner', 'otherTrainer', 'organiser'] as const) {
      const token = /name="token" value="([^"]+)"/.exec((await all[who].read('/account')).text)?.[1] ?? '';
      for (const [action, fields] of FORMS) {
        const path = `${group}${action.replace('CODE', code)}`;
        const answer = await all[who].post(path, { ...fields, token });
        expect([who, action, answer.status]).toEqual([who, action, 404]);
      }
    }
    expect([await people(), await practice.store.groups.group(id())]).toEqual(before);
    expect((await practice.store.groups.invitation(code))?.revokedAt).toBeNull();
    const token = /name="token" value="([^"]+)"/.exec((await all.trainer.read('/account')).text)?.[1] ?? '';
    for (const [action, fields] of FORMS) {
      const path = `${group}${action.replace('CODE', code)}`;
      // A form without the token of its page is refused, also from who may.
      expect([action, (await all.trainer.post(path, fields)).status]).toEqual([action, 403]);
      expect([action, (await all.trainer.post(path, { ...fields, token })).status]).toEqual([action, 303]);
    }
  });

  it('swapped ids reach no invitation of another group', async () => {
    const { otherTrainer } = await browsers();
    await tine.send(group, `${group}/invitations`, INVITATION);
    const code = await invitation();
    const token =
      /name="token" value="([^"]+)"/.exec((await otherTrainer.read('/groups/other')).text)?.[1] ?? '';
    expect((await otherTrainer.post(`/groups/other/invitations/${code}/revoke`, { token })).status).toBe(404);
    expect((await otherTrainer.post('/groups/other/members/doel/remove', { token })).status).toBe(404);
    expect((await practice.store.groups.invitation(code))?.revokedAt).toBeNull();
    expect(await people()).toHaveProperty('doel');
  });

  it('shows the organiser names and sizes of groups, and no learner', async () => {
    const { organiser } = await browsers();
    const { text } = await organiser.read('/installation');
    expect(text).toContain('Wijkteam &lt;Noord>');
    expect(text).toContain('Trainers: ');
    expect(text).toContain('2 deelnemers');
    for (const learner of ['lara', 'doel']) expect(text).not.toContain(learner);
  });
});
