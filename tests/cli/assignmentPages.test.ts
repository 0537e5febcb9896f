import { type HomeworkClass, openHomeworkClass, TOKEN } from '../support/homeworkClass';

const NEW = '/groups/g1/assignments/new';

let room: HomeworkClass;

beforeEach(async () => {
  room = await openHomeworkClass();
});

afterEach(() => room.practice.close());

const given = async () => room.practice.store.homework.assignments(['g1']);
const filled = (changes: Record<string, string>) => ({ ...room.fine, ...changes });

describe('making homework', () => {
  it('hands it out at once, with everything that was filled in', async () => {
    const answer = await room.tineke.send(
      NEW,
      NEW,
      filled({
        title: '  Oefenen \u0000 voor <script>alert("x")</script> 😷 ',
        note: 'Eerst dit.\r\nDan <b>dat</b>.\u0000',
        level: 'guided',
        attempts: '3',
        opensOn: '2026-01-07',
        preparation: 'yes',
        reflection: 'yes',
        'focus.H1': 'yes',
        'focus.V5': 'yes',
        sight: 'transcript',
      }),
    );
    expect(answer.status).toBe(303);
    const [assignment] = await given();
    expect(assignment).toMatchObject({
      group: 'g1',
      title: 'Oefenen voor <script>alert("x")</script> 😷',
      note: 'Eerst dit.\nDan <b>dat</b>.',
      scenarios: ['small'],
      level: 'guided',
      opensAt: '2026-01-06T23:00:00.000Z',
      dueAt: '2026-01-22T22:59:59.999Z',
      timeZone: 'Europe/Amsterdam',
      attempts: 3,
      focus: ['H1', 'V5'],
      preparation: true,
      reflection: true,
      sight: 'transcript',
      closedAt: null,
      createdBy: 'tineke',
      version: 1,
    });
    expect(assignment?.publishedAt).not.toBeNull();
    expect(answer.location).toBe(`/groups/g1/assignments/${assignment?.id}?told=published`);
    const { text } = await room.tineke.read(answer.location ?? '');
    expect(text).toContain('Het huiswerk is opgegeven.');
    expect(text).toContain('gepland');
    expect(text).toContain('woensdag 7 januari 2026');
    expect(text).toContain('donderdag 22 januari 2026');
    expect(text).toContain('&lt;script>');
    expect(text).not.toContain('<script');
  });

  it('ends the day where the group lives, on the night the clock changes too', async () => {
    const zones = [
      ['Europe/Amsterdam', '2026-03-29', '2026-03-29T21:59:59.999Z'],
      ['Europe/Amsterdam', '2026-10-25', '2026-10-25T22:59:59.999Z'],
      ['Africa/Cairo', '2026-04-23', '2026-04-23T21:59:59.999Z'],
      ['Pacific/Auckland', '2026-01-22', '2026-01-22T10:59:59.999Z'],
    ] as const;
    for (const [timeZone, dueOn, dueAt] of zones) {
      await room.practice.store.groups.changeGroup('g1', { timeZone });
      const id = await room.give({ dueOn });
      expect((await room.assignment(id)).dueAt).toBe(dueAt);
    }
  });

  it('keeps a draft to itself until it is handed out', async () => {
    const id = await room.give({ step: 'draft' });
    expect((await room.assignment(id)).publishedAt).toBeNull();
    expect((await room.anna.read(`/me/homework/${id}`)).status).toBe(404);
    expect((await room.tineke.read('/groups/g1/assignments')).text).toContain('concept');
    const page = `/groups/g1/assignments/${id}`;
    const published = await room.tineke.send(page, `${page}/step`, { step: 'publish' });
    expect(published).toMatchObject({ status: 303, location: `${page}?told=published` });
    expect((await room.anna.read(`/me/homework/${id}`)).status).toBe(200);
  });

  it.each<[string, Record<string, string>, string]>([
    ['no title', { title: '' }, 'Titel: vul een titel in.'],
    ['a title that cannot be seen', { title: ' \u0000\u200b\n ' }, 'Titel: vul een titel in.'],
    ['a title that is too long', { title: '😷'.repeat(101) }, 'niet meer dan 100 tekens'],
    ['a note that is too long', { note: 'x'.repeat(1_001) }, 'niet meer dan 1000 tekens'],
    ['no scenario', { 'scenarios.small': '' }, 'kies er minstens één'],
    ['a scenario nobody knows', { 'scenarios.gone': 'yes' }, 'is er niet meer'],
    ['a level nobody knows', { level: 'expert' }, 'kies een niveau uit de lijst'],
    ['no day', { dueOn: '' }, 'Inleveren: vul een dag in.'],
    ['a day that does not exist', { dueOn: '2026-02-30' }, 'vul een dag in die bestaat'],
    ['a day in other words', { dueOn: 'volgende week' }, 'vul een dag in die bestaat'],
    ['a day that is past', { dueOn: '2026-01-04' }, 'deze dag is al voorbij'],
    ['a day too far away', { dueOn: '9999-12-31' }, 'te ver weg'],
    ['opening after it is due', { opensOn: '2026-01-23' }, 'kies een dag vóór de dag van inleveren'],
    ['opening on no day', { opensOn: '<script>' }, 'Zichtbaar vanaf: vul een dag in die bestaat'],
    ['attempts that are no number', { attempts: 'veel' }, 'een getal in van 1 tot en met 20'],
    ['no attempts', { attempts: '0' }, 'een getal in van 1 tot en met 20'],
    ['too many attempts', { attempts: '21' }, 'een getal in van 1 tot en met 20'],
    ['a criterion nobody knows', { 'focus.X9': 'yes' }, 'Letten op: kies uit de lijst.'],
    ['no sight', { sight: '' }, 'maak een keuze'],
    ['a sight nobody knows', { sight: 'everything' }, 'Wat de trainer ziet: kies uit de lijst.'],
  ])('says what is wrong and keeps what was typed: %s', async (_, wrong, words) => {
    const typed = { note: 'Een "lange" toelichting & <b>meer</b>', attempts: '7', 'focus.V5': 'yes' };
    const fields: Record<string, string> = filled({ ...typed, ...wrong });
    if (wrong['scenarios.small'] === '') delete fields['scenarios.small'];
    const answer = await room.tineke.send(NEW, NEW, fields);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
    expect(answer.text).toMatch(/<div class="problems" role="alert"/);
    expect(answer.text).not.toContain('<script');
    for (const [name, value] of Object.entries(fields)) {
      if (['title', 'dueOn', 'opensOn', 'attempts'].includes(name) && /^[^\p{C}<]+$/u.test(value)) {
        expect(answer.text).toContain(`value="${value}"`);
      }
    }
    if (wrong.note === undefined)
      expect(answer.text).toContain('Een &quot;lange&quot; toelichting &amp; &lt;b>meer&lt;/b>');
    expect(answer.text).toMatch(/name="focus.V5" value="yes" checked/);
    expect(await given()).toEqual([]);
  });

  it('tells everything at once, with a way to each field', async () => {
    const answer = await room.tineke.post(NEW, {
      token: TOKEN.exec((await room.tineke.read(NEW)).text)?.[1] ?? '',
    });
    expect(answer.status).toBe(422);
    for (const field of ['title', 'scenarios', 'dueOn', 'sight']) {
      expect(answer.text).toContain(`href="#${field}"`);
      expect(answer.text).toContain(`id="${field}"`);
    }
  });
});

describe('changing what is handed out', () => {
  const edit = (id: string, changes: Record<string, string>) => {
    const path = `/groups/g1/assignments/${id}/edit`;
    return room.tineke.send(path, path, {
      title: 'Anders',
      note: '',
      dueOn: '2026-01-22',
      sight: 'levels',
      ...changes,
    });
  };

  it('takes a title, a note, a later day and a narrower sight, and nothing else', async () => {
    const id = await room.give();
    const before = await room.assignment(id);
    const answer = await edit(id, {
      dueOn: '2026-01-30',
      sight: 'done',
      'scenarios.other': 'yes',
      level: 'independent',
      attempts: '1',
      opensOn: '2026-01-30',
      preparation: 'yes',
    });
    expect(answer).toMatchObject({ status: 303, location: `/groups/g1/assignments/${id}?told=saved` });
    expect(await room.assignment(id)).toEqual({
      ...before,
      title: 'Anders',
      note: '',
      dueAt: '2026-01-30T22:59:59.999Z',
      sight: 'done',
      version: 2,
    });
  });

  it.each([
    [{ dueOn: '2026-01-21' }, 'de dag kan alleen later worden'],
    [{ sight: 'transcript' }, 'niet meer worden dan de groep is beloofd'],
    [{ title: '' }, 'vul een titel in'],
  ])('refuses %j', async (changes, words) => {
    const id = await room.give();
    const before = await room.assignment(id);
    const answer = await edit(id, changes);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
    expect(await room.assignment(id)).toEqual(before);
  });

  it('does not offer more than was promised', async () => {
    const id = await room.give();
    const { text } = await room.tineke.read(`/groups/g1/assignments/${id}/edit`);
    expect([...text.matchAll(/name="sight" value="(\w+)"/g)].map(([, sight]) => sight)).toEqual([
      'done',
      'levels',
    ]);
    expect(text).not.toContain('name="level"');
  });

  it('does not overwrite what somebody else changed meanwhile', async () => {
    const id = await room.give();
    const path = `/groups/g1/assignments/${id}/edit`;
    const token = TOKEN.exec((await room.tineke.read(path)).text)?.[1] ?? '';
    await edit(id, { title: 'Van de ander' });
    const answer = await room.tineke.post(path, {
      token,
      version: '1',
      title: 'Van mij',
      dueOn: '2026-01-22',
      sight: 'levels',
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Iemand anders heeft dit net veranderd');
    expect(answer.text).toContain('value="Van mij"');
    expect((await room.assignment(id)).title).toBe('Van de ander');
  });

  it('closes, opens again, copies, and throws only drafts away', async () => {
    const id = await room.give();
    const page = `/groups/g1/assignments/${id}`;
    const step = (name: string) => room.tineke.send(page, `${page}/step`, { step: name });
    expect((await step('close')).location).toBe(`${page}?told=closed`);
    expect((await room.anna.read(`/me/homework/${id}`)).text).toContain('Dit huiswerk is gesloten.');
    expect((await step('reopen')).location).toBe(`${page}?told=reopened`);
    const token = TOKEN.exec((await room.tineke.read(page)).text)?.[1] ?? '';
    for (const name of ['reopen', 'publish', 'remove']) {
      const answer = await room.tineke.post(`${page}/step`, { token, step: name });
      expect([name, answer.status]).toEqual([name, 422]);
      expect(answer.text).toContain('Dat kan nu niet meer.');
    }
    expect((await room.tineke.post(`${page}/step`, { token, step: 'explode' })).status).toBe(404);
    const copied = (await step('copy')).location ?? '';
    expect(copied).toMatch(/\?told=copied$/);
    const [copy] = (await given()).filter((one) => one.id !== id);
    expect(copy).toMatchObject({ publishedAt: null, title: 'Oefenen voor donderdag', version: 1 });
    const draft = `/groups/g1/assignments/${copy?.id}`;
    const removed = await room.tineke.send(draft, `${draft}/step`, { step: 'remove' });
    expect(removed).toMatchObject({ status: 303, location: '/groups/g1/assignments' });
    expect(await given()).toHaveLength(1);
  });

  it('asks for another day when a draft lay too long', async () => {
    const id = await room.give({ step: 'draft' });
    room.practice.time.now += 30 * 24 * 60 * 60 * 1_000;
    const page = `/groups/g1/assignments/${id}`;
    const tineke = await room.practice.browserOf('tineke');
    const answer = await tineke.send(page, `${page}/step`, { step: 'publish' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('deze dag is al voorbij');
    expect((await room.assignment(id)).publishedAt).toBeNull();
  });

  it('tells learners, later ones too, and calls that off when it closes', async () => {
    const waiting = async () => (await room.practice.store.outbox.counts()).waiting ?? 0;
    await room.practice.store.people.changePerson('anna', { email: 'anna@example.org' });
    const id = await room.give();
    expect(await waiting()).toBeGreaterThan(0);
    const page = `/groups/g1/assignments/${id}`;
    await room.tineke.send(page, `${page}/step`, { step: 'close' });
    expect(await waiting()).toBe(0);
  });
});

describe('who may see and change homework of a group', () => {
  it('its trainers; for all others there is nothing', async () => {
    const id = await room.give();
    const pages = [
      '/groups/g1/assignments',
      NEW,
      `/groups/g1/assignments/${id}`,
      `/groups/g1/assignments/${id}/edit`,
    ];
    for (const browser of [room.anna, room.theo]) {
      for (const page of pages) expect([page, (await browser.read(page)).status]).toEqual([page, 404]);
    }
    const token = TOKEN.exec((await room.theo.read('/groups/g2/assignments/new')).text)?.[1] ?? '';
    const before = await room.assignment(id);
    for (const [path, fields] of [
      [NEW, room.fine],
      [`/groups/g1/assignments/${id}/edit`, { ...room.fine, version: '1' }],
      [`/groups/g1/assignments/${id}/step`, { step: 'close' }],
      [`/groups/g1/assignments/${id}/step`, { step: 'remove' }],
      [`/groups/g1/assignments/${id}/excuse`, { learner: 'anna' }],
      [`/groups/g2/assignments/${id}/step`, { step: 'close' }],
      [`/groups/g2/assignments/${id}/edit`, { ...room.fine, version: '1' }],
      [`/groups/g2/assignments/${id}/excuse`, { learner: 'anna' }],
    ] as const) {
      expect([path, (await room.theo.post(path, { ...fields, token })).status]).toEqual([path, 404]);
    }
    expect(await room.assignment(id)).toEqual(before);
    expect(await given()).toHaveLength(1);
    expect((await room.theo.read(`/groups/g2/assignments/${id}`)).status).toBe(404);
  });

  it('nobody changes anything in an archived group', async () => {
    const id = await room.give();
    const page = `/groups/g1/assignments/${id}`;
    const token = TOKEN.exec((await room.tineke.read(page)).text)?.[1] ?? '';
    await room.practice.store.groups.changeGroup('g1', { archivedAt: '2026-01-06T09:00:00.000Z' });
    expect((await room.tineke.read(page)).status).toBe(200);
    expect((await room.tineke.read('/groups/g1/assignments')).text).toContain('gearchiveerd');
    for (const path of [NEW, `${page}/edit`]) expect((await room.tineke.read(path)).status).toBe(404);
    for (const [path, fields] of [
      [NEW, room.fine],
      [`${page}/edit`, { ...room.fine, version: '1' }],
      [`${page}/step`, { step: 'close' }],
      [`${page}/excuse`, { learner: 'anna' }],
    ] as const) {
      expect([path, (await room.tineke.post(path, { ...fields, token })).status]).toEqual([path, 404]);
    }
  });
});
