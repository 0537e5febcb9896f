import { visibleHandIn } from '../../src/app/handIn';
import { type HomeworkClass, openHomeworkClass, TOKEN } from '../support/homeworkClass';

let room: HomeworkClass;

beforeEach(async () => {
  room = await openHomeworkClass();
});

afterEach(() => room.practice.close());

const store = () => room.practice.store;
const state = async (id: string, learner = 'anna') =>
  (await store().homework.homework(id, learner))?.state ?? null;
const seen = (id: string, attempt: string) => visibleHandIn(store(), 'tineke', id, attempt);

async function handInBy(who: 'anna' | 'bert', id: string, attempt: string): Promise<void> {
  const path = `/me/homework/${id}/hand-in/${attempt}`;
  const { sight } = await room.assignment(id);
  const answer = await room[who].send(path, path, { consent: sight });
  expect(answer).toMatchObject({ status: 303, location: `/me/homework/${id}?told=handed-in` });
}

describe('homework that has to be done', () => {
  it('is told with what the trainer will see, before it begins, and noted as opened', async () => {
    const id = await room.give({
      level: 'independent',
      attempts: '2',
      preparation: 'yes',
      'focus.V5': 'yes',
    });
    expect(await state(id)).toBeNull();
    const own = await room.anna.read('/me');
    expect(own.text).toContain('Oefenen voor donderdag');
    expect(own.text).toContain('Groep &lt;g1>');
    expect(await state(id)).toBeNull();
    const { status, text } = await room.anna.read(`/me/homework/${id}`);
    expect(status).toBe(200);
    expect(text).toContain('Inleveren tot en met donderdag 22 januari 2026');
    expect(text).toContain('Neem de tijd.');
    expect(text).toContain('Zelfstandig');
    expect(text).toContain('per gesprek tellen 2 pogingen');
    expect(text).toContain('Veiligheid bespreekbaar maken');
    expect(text.indexOf('Je trainer ziet niet wat er is gezegd.')).toBeGreaterThan(0);
    expect(text.indexOf('Je trainer ziet niet wat er is gezegd.')).toBeLessThan(
      text.indexOf('Begin dit gesprek'),
    );
    expect(text).toContain('Trainers van Groep &lt;g1>: Naam van tineke.');
    expect(await state(id)).toBe('opened');
    expect(await state(id, 'bert')).toBeNull();
  });

  it('begins in the conversation, with the right scenario and level', async () => {
    const id = await room.give({ level: 'independent' });
    const page = `/me/homework/${id}`;
    const answer = await room.anna.send(page, `${page}/start`, { scenario: 'small' });
    expect(answer).toMatchObject({ status: 303, location: '/' });
    const conversation = (await store().latestConversation('anna')) ?? '';
    expect(await store().session(conversation)).toMatchObject({
      stage: 'briefing',
      attempt: { scenario: 'small', level: 'independent', homework: id },
    });
  });

  it('is begun as itself where another asks for the same scenario', async () => {
    await room.give({ sight: 'done', title: 'Een ander huiswerk' });
    const id = await room.give({ sight: 'transcript', title: 'Dit huiswerk' });
    const page = `/me/homework/${id}`;
    await room.anna.send(page, `${page}/start`, { scenario: 'small' });
    const conversation = (await store().latestConversation('anna')) ?? '';
    expect(await store().session(conversation)).toMatchObject({ attempt: { homework: id } });
  });

  it('is not called untouched by who practised, also when nothing counts yet', async () => {
    const id = await room.give({ preparation: 'yes' });
    const states = async () =>
      Promise.all([`/me/homework/${id}`, '/me'].map(async (path) => (await room.anna.read(path)).text));
    for (const text of await states()) expect(text).toContain('bekeken, nog niet begonnen');
    await room.practised('anna');
    for (const text of await states()) {
      expect(text).toContain('geoefend, maar er telt nog niets mee');
      expect(text).not.toContain('nog niet begonnen');
    }
  });

  it('names who else trains the group, never who does it', async () => {
    const id = await room.give();
    const since = '2026-01-05T09:00:00.000Z';
    const attempt = await room.practised('anna');
    await handInBy('anna', id, attempt);
    await store().groups.changeRole('g1', 'anna', 'trainer', since);
    const own = await room.anna.read('/me');
    expect(own.text).toContain('Trainers van Groep &lt;g1>: Naam van tineke.');
    expect(own.text).not.toContain('Naam van anna');
  });

  it('does not break into a talk', async () => {
    const id = await room.give();
    await room.practice.talk('anna', 'c-busy', 'klein', 'begin', 'Hoe slaapt u?');
    const page = `/me/homework/${id}`;
    const answer = await room.anna.send(page, `${page}/start`, { scenario: 'small' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Je zit nog midden in een ander gesprek.');
    expect((await store().session('c-busy'))?.stage).toBe('playing');
    await room.practice.talk('anna', 'c-busy', 'stop');
    expect((await room.anna.send(page, `${page}/start`, { scenario: 'small' })).status).toBe(303);
  });

  it('is not begun when it is closed, nor a scenario that is not part of it', async () => {
    const id = await room.give();
    const page = `/me/homework/${id}`;
    const token = TOKEN.exec((await room.anna.read(page)).text)?.[1] ?? '';
    expect((await room.anna.post(`${page}/start`, { token, scenario: 'other' })).status).toBe(404);
    expect((await room.anna.post(`${page}/start`, { token })).status).toBe(404);
    const given = await room.assignment(id);
    await store().homework.changeAssignment({ ...given, closedAt: '2026-01-06T09:00:00.000Z' });
    const answer = await room.anna.post(`${page}/start`, { token, scenario: 'small' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Dit huiswerk is gesloten.');
  });

  it('says of each attempt whether it counts, and why not', async () => {
    const earlier = await room.practised('anna');
    const id = await room.give({ level: 'practise', attempts: '1', preparation: 'yes' });
    const unprepared = await room.practised('anna');
    const otherLevel = await room.practised('anna', 'independent');
    const choose = {
      kind: 'action',
      action: 'choose',
      values: { scenario: 'small', level: 'practise' },
    } as const;
    const prepared = { kind: 'action', action: 'prepare', values: { facts: 'Ze slaapt slecht.' } } as const;
    const talk = (name: string) =>
      room.practice.talk('anna', name, choose, 'voorbereiden', prepared, 'Hoe slaapt u?', 'stop');
    const counting = await talk('c-one');
    const tooMany = await talk('c-two');
    const open = await room.practice.talk('anna', 'c-three', choose, 'begin', 'Hoe slaapt u?');
    const { text } = await room.anna.read(`/me/homework/${id}`);
    expect(text).not.toContain(`/debrief/${earlier}`);
    for (const attempt of [unprepared, otherLevel, counting, tooMany])
      expect(text).toContain(`/debrief/${attempt}`);
    expect(text).not.toContain(`/debrief/${open}`);
    for (const words of [
      'want de voorbereiding is niet ingevuld',
      'want het niveau was Zelfstandig',
      '>telt mee<',
      'want de pogingen waren op',
      'want het is niet af',
      'Je pogingen zijn op.',
    ])
      expect(text).toContain(words);
    const links = [...text.matchAll(/hand-in\/([^"]+)"/g)].map(([, attempt]) => attempt);
    expect(links).toEqual([counting]);
    for (const attempt of [earlier, unprepared, otherLevel, tooMany, open, 'none']) {
      const path = `/me/homework/${id}/hand-in/${attempt}`;
      expect([attempt, (await room.anna.read(path)).status]).toEqual([attempt, 404]);
    }
    expect(await state(id)).toBe('started');
  });
});

describe('handing in', () => {
  it('asks for consent in so many words, and shows nothing without it', async () => {
    const id = await room.give({ sight: 'transcript' });
    const attempt = await room.practised('anna');
    const path = `/me/homework/${id}/hand-in/${attempt}`;
    const asked = await room.anna.read(path);
    expect(asked.text).toContain('Je trainer kan het hele gesprek lezen, woord voor woord');
    expect(asked.text).toContain('Naam van tineke');
    expect(asked.text).toContain('Je kunt dit later terugtrekken.');
    for (const filled of [
      {},
      { consent: '' },
      { consent: 'yes' },
      { consent: 'done' },
      { consent: 'levels' },
    ]) {
      const answer = await room.anna.send(path, path, filled as Record<string, string>);
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('Zonder jouw ja ziet niemand iets.');
    }
    expect(await seen(id, attempt)).toBeNull();
    await handInBy('anna', id, attempt);
    expect(await seen(id, attempt)).toMatchObject({ sight: 'transcript', handIn: { learner: 'anna' } });
    expect(await state(id)).toBe('handed-in');
  });

  it('asks nothing again of what is handed in already, and offers to take it back', async () => {
    const id = await room.give();
    const attempt = await room.practised('anna');
    await handInBy('anna', id, attempt);
    const { status, text } = await room.anna.read(`/me/homework/${id}/hand-in/${attempt}`);
    expect(status).toBe(200);
    expect(text).toContain('Dit gesprek is al ingeleverd, op ');
    expect(text).not.toContain('name="consent"');
    expect(text).toContain(`action="/me/homework/${id}/take-back"`);
  });

  it('keeps its word when the trainer narrows the sight while the page is open', async () => {
    const id = await room.give({ sight: 'transcript' });
    const attempt = await room.practised('anna');
    const path = `/me/homework/${id}/hand-in/${attempt}`;
    const token = TOKEN.exec((await room.anna.read(path)).text)?.[1] ?? '';
    await store().homework.changeAssignment({ ...(await room.assignment(id)), sight: 'done' });
    expect((await room.anna.post(path, { token, consent: 'transcript' })).status).toBe(303);
    expect(await seen(id, attempt)).toMatchObject({ sight: 'done' });
  });

  it('shows on the own page what is shared with whom, and takes it back', async () => {
    const id = await room.give();
    const attempt = await room.practised('anna');
    await handInBy('anna', id, attempt);
    const own = await room.anna.read('/me');
    expect(own.text).toContain('Ingeleverd op');
    expect(own.text).toContain('Trainers van Groep &lt;g1>: Naam van tineke.');
    expect(own.text).toContain('Wat ze zien: Hoe het per onderdeel ging');
    const back = await room.anna.send('/me', `/me/homework/${id}/take-back`, { scenario: 'small' });
    expect(back).toMatchObject({ status: 303, location: '/me?lang=nl&told=taken-back' });
    expect((await room.anna.read('/me?lang=nl&told=taken-back')).text).toContain('Je deelt nu niets.');
    expect(await seen(id, attempt)).toBeNull();
    expect(await state(id)).toBe('started');
  });

  it('is possible after the day, as late, until the trainer moves the day', async () => {
    const id = await room.give({ dueOn: '2026-01-06' });
    room.practice.time.now += 3 * 24 * 60 * 60 * 1_000;
    const attempt = await room.practised('anna');
    expect((await room.anna.read(`/me/homework/${id}`)).text).toContain('Inleveren kan nog');
    await handInBy('anna', id, attempt);
    expect(await store().homework.homework(id, 'anna')).toMatchObject({ state: 'handed-in', late: true });
    const page = `/groups/g1/assignments/${id}`;
    const given = await room.tineke.read(page);
    expect(given.text).toContain('ingeleverd (te laat)');
    expect(given.text).toContain(`href="${page}/seen/${attempt}"`);
    const later = { title: 'Oefenen', note: '', dueOn: '2026-01-30', sight: 'levels' };
    expect((await room.tineke.send(`${page}/edit`, `${page}/edit`, later)).status).toBe(303);
    expect(await store().homework.homework(id, 'anna')).toMatchObject({ state: 'handed-in', late: false });
  });

  it('takes back what was handed in when it is closed or the group archived, but hands in nothing', async () => {
    const id = await room.give();
    const [first, second] = [await room.practised('anna'), await room.practised('bert')];
    await handInBy('anna', id, first);
    await handInBy('bert', id, second);
    const page = `/me/homework/${id}`;
    const given = await room.assignment(id);
    await store().homework.changeAssignment({ ...given, closedAt: '2026-01-06T09:00:00.000Z' });
    expect((await room.anna.read(`${page}/hand-in/${first}`)).status).toBe(404);
    const back = await room.anna.send(page, `${page}/take-back`, { scenario: 'small' });
    expect(back.location).toBe(`${page}?told=taken-back`);
    await store().groups.changeGroup('g1', { archivedAt: '2026-01-06T09:00:00.000Z' });
    const other = await room.bert.send('/me', `${page}/take-back`, { scenario: 'small' });
    expect(other.status).toBe(303);
    expect(await store().homework.handInsFor([id])).toEqual([]);
  });

  it('puts another attempt in its place, and says that the words of the trainer go', async () => {
    const id = await room.give();
    const first = await room.practised('anna');
    await handInBy('anna', id, first);
    const second = await room.practised('anna');
    const { text } = await room.anna.read(`/me/homework/${id}/hand-in/${second}`);
    expect(text).toContain('Dit komt in de plaats van het gesprek van');
    await handInBy('anna', id, second);
    expect(await seen(id, first)).toBeNull();
    expect(await seen(id, second)).not.toBeNull();
  });

  it('is undone with a talk that is deleted', async () => {
    const id = await room.give();
    const attempt = await room.practised('anna');
    await handInBy('anna', id, attempt);
    await store().forgetAttempt(attempt, 'anna');
    expect(await seen(id, attempt)).toBeNull();
    expect((await room.tineke.read(`/groups/g1/assignments/${id}`)).text).not.toContain('● ingeleverd');
    await room.anna.read(`/me/homework/${id}`);
    expect(await state(id)).toBe('started');
  });
});

describe('being let off', () => {
  it('is said by the trainer, and undone', async () => {
    const id = await room.give();
    const page = `/groups/g1/assignments/${id}`;
    const done = await room.tineke.send(page, `${page}/excuse`, { learner: 'anna', excused: 'yes' });
    expect(done).toMatchObject({ status: 303, location: `${page}?told=excused` });
    expect(await state(id)).toBe('excused');
    expect((await room.anna.read(`/me/homework/${id}`)).text).toContain(
      'Je hoeft dit huiswerk niet te maken.',
    );
    const undone = await room.tineke.send(page, `${page}/excuse`, { learner: 'anna', excused: 'no' });
    expect(undone.location).toBe(`${page}?told=required`);
    expect(await state(id)).toBe('assigned');
  });

  it('is only for learners of the group', async () => {
    const id = await room.give();
    const page = `/groups/g1/assignments/${id}`;
    const token = TOKEN.exec((await room.tineke.read(page)).text)?.[1] ?? '';
    for (const learner of ['theo', 'tineke', 'nobody', '', '\u0000']) {
      expect((await room.tineke.post(`${page}/excuse`, { token, learner })).status).toBe(404);
    }
    expect(await store().homework.homeworkFor([id])).toEqual([]);
  });

  it('shows a trainer no more than whether it is handed in', async () => {
    const id = await room.give();
    const page = `/groups/g1/assignments/${id}`;
    const before = (await room.tineke.read(page)).text.replace(TOKEN, '');
    await room.anna.read(`/me/homework/${id}`);
    await room.practised('anna');
    await room.anna.read(`/me/homework/${id}`);
    expect(await state(id)).toBe('started');
    const words = (text: string) => /<section aria-labelledby="learners">.*?<\/section>/s.exec(text)?.[0];
    const hidden = /value="[^"]*"/g;
    expect(words((await room.tineke.read(page)).text)?.replace(hidden, '')).toBe(
      words(before)?.replace(hidden, ''),
    );
  });
});

describe('homework of others', () => {
  it('is not there: not for strangers, not for trainers, not before it opens', async () => {
    const id = await room.give();
    const attempt = await room.practised('anna');
    const later = await room.give({ opensOn: '2026-01-20' });
    for (const browser of [room.theo, room.tineke]) {
      for (const path of [`/me/homework/${id}`, `/me/homework/${id}/hand-in/${attempt}`])
        expect([path, (await browser.read(path)).status]).toEqual([path, 404]);
    }
    expect((await room.bert.read(`/me/homework/${id}/hand-in/${attempt}`)).status).toBe(404);
    expect((await room.anna.read(`/me/homework/${later}`)).status).toBe(404);
    expect((await room.anna.read('/me')).text).not.toContain(later);
    for (const odd of ['none', '%00', '%00%FF', '..%2f..', '%F0%9F%98%B7', 'x'.repeat(2_000)])
      expect([odd, (await room.anna.read(`/me/homework/${odd}`)).status]).toEqual([odd, 404]);
  });

  it('is changed by nobody else', async () => {
    const id = await room.give();
    const attempt = await room.practised('anna');
    await handInBy('anna', id, attempt);
    const page = `/me/homework/${id}`;
    for (const browser of [room.bert, room.theo]) {
      const { text } = await browser.read('/account');
      const token = TOKEN.exec(text)?.[1] ?? '';
      expect(token).not.toBe('');
      for (const [path, fields] of [
        [`${page}/take-back`, { scenario: 'small' }],
        [`${page}/hand-in/${attempt}`, { consent: 'levels' }],
        [`/me/homework/none/take-back`, { scenario: 'small' }],
      ] as const)
        expect([path, (await browser.post(path, { ...fields, token })).status]).toEqual([path, 404]);
    }
    expect(await seen(id, attempt)).not.toBeNull();
  });

  it('is seen by no trainer of another group, and by none once the learner left', async () => {
    const id = await room.give({ sight: 'transcript' });
    const attempt = await room.practised('anna');
    await handInBy('anna', id, attempt);
    expect(await visibleHandIn(store(), 'theo', id, attempt)).toBeNull();
    expect(await visibleHandIn(store(), 'bert', id, attempt)).toBeNull();
    expect(await visibleHandIn(store(), 'anna', id, attempt)).toBeNull();
    await store().groups.removeMember('g1', 'anna');
    expect(await seen(id, attempt)).toBeNull();
  });
});

describe('the own page', () => {
  it('says so when there is nothing yet, also for the guest of this machine', async () => {
    const { text, status } = await room.theo.read('/me');
    expect(status).toBe(200);
    for (const words of [
      'Je hebt nu geen huiswerk.',
      'Je deelt nu niets.',
      'Je hebt nog geen gesprek gevoerd.',
    ])
      expect(text).toContain(words);
  });

  it('is there in English, and with the polite form', async () => {
    await store().people.changePerson('anna', { address: 'u' });
    await room.give();
    expect((await room.anna.read('/me')).text).toContain('Alleen u ziet deze pagina.');
    expect((await room.anna.read('/me?lang=en')).text).toContain('What I share, and with whom');
  });

  it('puts what is closed aside', async () => {
    const id = await room.give();
    const given = await room.assignment(id);
    await store().homework.changeAssignment({ ...given, closedAt: '2026-01-06T09:00:00.000Z' });
    const { text } = await room.anna.read('/me');
    expect(text).toMatch(/<summary>Gesloten huiswerk<\/summary>.*Oefenen voor donderdag/s);
  });
});

describe('the chat', () => {
  it('offers open homework first, and leads from the end of the talk to handing in', async () => {
    const id = await room.give({ level: 'independent' });
    await room.practice.talk('anna', 'c-chat', { kind: 'joined' });
    const welcome = JSON.stringify((await store().messages('c-chat', 0)).at(-1)?.replies);
    expect(welcome).toContain('Huiswerk: Oefenen voor donderdag');
    await room.practice.talk('anna', 'c-chat', 'klein', 'begin', 'Hoe slaapt u?', 'stop');
    const ended = JSON.stringify((await store().messages('c-chat', 0)).at(-1)?.replies);
    expect(ended).toContain(`/me/homework/${id}`);
    const attempt = (await store().session('c-chat'))?.attempt?.id ?? '';
    await handInBy('anna', id, attempt);
    await room.practice.talk('anna', 'c-chat', 'opnieuw');
    const next = JSON.stringify((await store().messages('c-chat', 0)).at(-1)?.replies);
    expect(next).not.toContain('Huiswerk');
  });

  it('offers none to trainers, to who was let off, and none that is a draft, scheduled or closed', async () => {
    const heard = async (learner: string, name: string) => {
      await room.practice.talk(learner, name, { kind: 'joined' });
      return JSON.stringify((await store().messages(name, 0)).at(-1)?.replies);
    };
    await room.give({ step: 'draft' });
    await room.give({ opensOn: '2026-01-20' });
    const closed = await room.give();
    await store().homework.changeAssignment({
      ...(await room.assignment(closed)),
      closedAt: '2026-01-06T09:00:00.000Z',
    });
    expect(await heard('anna', 'c-none')).not.toContain('Huiswerk');
    const id = await room.give();
    const page = `/groups/g1/assignments/${id}`;
    await room.tineke.send(page, `${page}/excuse`, { learner: 'bert' });
    expect(await heard('anna', 'c-anna')).toContain('Huiswerk');
    expect(await heard('bert', 'c-bert')).not.toContain('Huiswerk');
    expect(await heard('tineke', 'c-tineke')).not.toContain('Huiswerk');
  });
});
