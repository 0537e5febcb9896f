import { stillWanted } from '../../src/app/stillWanted';
import { calendar } from '../../src/calendar';
import type { Sight } from '../../src/core/model/homework';
import { paths } from '../../src/pages/paths';
import type { Browser } from '../support/practiceServer';
import { type HandedIn, openSharedClass, SECRET, type SharedClass } from '../support/sharedClass';

let group: SharedClass;
let given: HandedIn;

beforeEach(async () => {
  group = await openSharedClass();
  await group.practice.store.people.changePerson('anna', { email: 'anna@example.org' });
});

afterEach(() => group.practice.close());

async function handIn(sight: Sight): Promise<string> {
  given = await group.handedIn('anna', sight);
  return given.page;
}

const read = async (browser: Browser, path: string) => (await browser.read(path)).text;
const takeBack = () => group.practice.store.homework.takeBack(given.assignment, 'anna', 'small');
const notes = () => group.practice.store.homework.notes(given.attempt, given.assignment);

async function toldOf(person: string): Promise<readonly string[]> {
  const sent = await group.practice.store.privacy.noticesOf(person);
  return sent.map(({ kind }) => kind).filter((kind) => !/assigned|due/.test(kind));
}

describe('what a trainer sees of a hand-in', () => {
  it('is only that and when it was done, where no more was agreed', async () => {
    const text = await read(group.tineke, await handIn('done'));
    expect(text).toContain('Je ziet dat dit gesprek is gedaan. Meer is niet gedeeld.');
    for (const level of ['bekwaam', 'in ontwikkeling', 'Open en nieuwsgierig', 'kraaiennest'])
      expect(text).not.toContain(level);
  });

  it('is the card without any of their words, where levels were agreed', async () => {
    const text = await read(group.tineke, await handIn('levels'));
    expect(text).toContain('Open en nieuwsgierig');
    expect(text).toContain('●●');
    expect(text).toContain('niet gedeeld');
    expect(text).not.toContain('<q');
    for (const words of [SECRET, 'slaapt', 'zeuren', 'Ans', 'beurt']) expect(text).not.toContain(words);
  });

  it('is the talk with its card and quotes, where the talk was agreed, without how they prepared', async () => {
    const page = await handIn('transcript');
    const text = await read(group.tineke, page);
    expect(text).toContain(SECRET);
    expect(text).toContain('<q');
    expect(text).toContain('<strong>Naam van anna:</strong>');
    expect(text).not.toContain('id="preparation"');
    expect(text).not.toContain('/sentences/');
    expect(text).not.toContain('/again');
  });

  it('follows what a sentence was meant as', async () => {
    const page = await handIn('transcript');
    const place = { attempt: given.attempt, turn: 3, sentence: 0 };
    const sentence = paths.sentence(place);
    await group.anna.send(sentence, sentence, { move: 'acknowledge', why: 'Privé uitleg.' });
    const text = await read(group.tineke, page);
    expect(text).toContain('De deelnemer bedoelde één zin anders dan de computer las.');
    expect(text).not.toContain('Privé uitleg');
  });

  it('becomes narrower with the assignment', async () => {
    const page = await handIn('transcript');
    const assignment = await group.assignment(given.assignment);
    await group.practice.store.homework.changeAssignment({ ...assignment, sight: 'done' });
    expect(await read(group.tineke, page)).not.toContain('kraaiennest');
    expect((await group.tineke.read(`${page}/marks/H1`)).status).toBe(404);
    expect((await group.tineke.read(`${page}/notes?turn=1`)).status).toBe(404);
  });

  it('is nothing for everybody else, nor by another address', async () => {
    const page = await handIn('transcript');
    const { assignment, attempt } = given;
    const olga = await group.practice.browserOf('olga', { organiser: true });
    const paged = ['', '/notes', '/notes?turn=1', '/notes/none', '/marks/H1'].map((part) => `${page}${part}`);
    for (const path of paged) {
      for (const browser of [group.theo, group.anna, group.bert, olga])
        expect([path, (await browser.read(path)).status]).toEqual([path, 404]);
    }
    const other = await group.give({ sight: 'transcript' });
    for (const place of [
      { group: 'g2', assignment, attempt },
      { group: 'g1', assignment: other, attempt },
      { group: 'g1', assignment, attempt: 'unknown' },
    ]) {
      for (const browser of [group.tineke, group.theo])
        expect((await browser.read(paths.seenHandIn(place))).status).toBe(404);
    }
  });

  it('is nothing once it was taken back: page, file, words and notices', async () => {
    const page = await handIn('transcript');
    await group.tineke.send(`${page}/notes`, `${page}/notes`, { text: 'Mooi gesprek.' });
    await takeBack();
    for (const part of ['', '/notes', '/marks/H1']) {
      expect((await group.tineke.read(`${page}${part}`)).status).toBe(404);
    }
    expect(await read(group.tineke, paths.overview('g1'))).not.toContain(given.attempt);
    expect(await read(group.tineke, paths.groupFile('g1', 'xapi', 'nl'))).not.toContain('kraaiennest');
    expect(await notes()).toEqual([]);
    expect(await read(group.anna, paths.debrief(given.attempt))).not.toContain('Mooi gesprek');
  });

  it('is gone when somebody leaves the group', async () => {
    const page = await handIn('transcript');
    await group.practice.store.groups.removeMember('g1', 'anna');
    expect((await group.tineke.read(page)).status).toBe(404);
  });

  it('can only be looked at in an archived group', async () => {
    const page = await handIn('transcript');
    const token = /name="token" value="([^"]+)"/.exec(await read(group.tineke, page))?.[1] ?? '';
    await group.practice.store.groups.changeGroup('g1', { archivedAt: '2026-01-06T09:00:00.000Z' });
    const text = await read(group.tineke, page);
    expect(text).toContain(SECRET);
    expect(text).toContain('gearchiveerd');
    expect(text).not.toContain('<form');
    expect((await group.tineke.read(`${page}/notes`)).status).toBe(404);
    for (const action of ['/discussed', '/notes', '/marks/H1', '/marks/H1/withdraw', '/notes/n1/remove']) {
      const fields = { token, text: 'x', turn: '', level: 'strong', reason: 'x' };
      expect((await group.tineke.post(`${page}${action}`, fields)).status).toBe(404);
    }
  });
});

describe('what a trainer says', () => {
  it('of a turn and of the whole reaches the learner, on the debrief and with the homework', async () => {
    const page = await handIn('transcript');
    const whole = await group.tineke.send(`${page}/notes`, `${page}/notes`, {
      text: 'Mooi <b>rustig</b> 🙂\nGa zo door.',
    });
    expect(whole).toMatchObject({ status: 303, location: `${page}?told=noted` });
    const turn = `${page}/notes?turn=2`;
    expect(await read(group.tineke, turn)).toContain(SECRET);
    const about = await group.tineke.send(turn, `${page}/notes`, { text: 'Hier vroeg je door.' });
    expect(about.location).toBe(`${page}?told=noted#turn-2`);
    for (const where of [paths.debrief(given.attempt), paths.homework(given.assignment)]) {
      const text = await read(group.anna, where);
      expect(text).toContain('Wat je trainer zegt');
      expect(text).toContain('Mooi &lt;b>rustig&lt;/b> 🙂\nGa zo door.');
      expect(text).toContain('Hier vroeg je door.');
      expect(text).toContain('Naam van tineke');
    }
    expect(await toldOf('anna')).toEqual(['homework-discussed']);
    expect(await read(group.tineke, `${page}?told=noted`)).toContain('De deelnemer krijgt bericht.');
  });

  it('can be changed and taken away by who wrote it, and nobody else', async () => {
    const page = await handIn('levels');
    await group.tineke.send(`${page}/notes`, `${page}/notes`, { text: 'Eerste woord.' });
    const id = (await notes())[0]?.id ?? '';
    await group.practice.browserOf('tim');
    const since = '2026-01-05T09:00:00.000Z';
    await group.practice.store.groups.addMember({ group: 'g1', person: 'tim', role: 'trainer', since });
    const tim = await group.practice.browserOf('tim');
    expect(await read(tim, page)).toContain('Eerste woord.');
    expect((await tim.read(`${page}/notes/${id}`)).status).toBe(404);
    const token = /name="token" value="([^"]+)"/.exec(await read(tim, `${page}/notes`))?.[1] ?? '';
    for (const path of [`${page}/notes/${id}`, `${page}/notes/${id}/remove`])
      expect((await tim.post(path, { token, text: 'Anders.' })).status).toBe(404);
    await group.tineke.send(`${page}/notes/${id}`, `${page}/notes/${id}`, { text: 'Tweede woord.' });
    expect(await notes()).toMatchObject([{ id, text: 'Tweede woord.', by: 'tineke' }]);
    const removed = await group.tineke.send(page, `${page}/notes/${id}/remove`);
    expect(removed.location).toBe(`${page}?told=removed`);
    expect(await notes()).toEqual([]);
  });

  it.each([
    ['', 'schrijf eerst iets op'],
    [' \n\t ', 'schrijf eerst iets op'],
    ['<script>x</script>'.repeat(200), 'niet meer dan 2000 tekens'],
  ])('keeps what was typed when it is refused (%#)', async (typed, words) => {
    const page = await handIn('transcript');
    const answer = await group.tineke.send(`${page}/notes?turn=1`, `${page}/notes`, { text: typed });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
    expect(answer.text).toContain('href="#text"');
    expect(answer.text).toContain('name="turn" value="1"');
    expect(answer.text).not.toContain('<script>');
    expect(answer.text).toContain(typed.trim().slice(0, 100).replaceAll('<', '&lt;'));
    expect(await notes()).toEqual([]);
    expect(await toldOf('anna')).toEqual([]);
  });

  it('has no place at a turn that is not there, or that was not shared', async () => {
    const page = await handIn('levels');
    expect((await group.tineke.read(`${page}/notes?turn=1`)).status).toBe(404);
    const other = (await group.handedIn('bert', 'transcript')).page;
    for (const turn of ['99', '0', '-1', 'x', '1e3'])
      expect((await group.tineke.read(`${other}/notes?turn=${turn}`)).status).toBe(404);
    const token = /name="token" value="([^"]+)"/.exec(await read(group.tineke, `${other}/notes`))?.[1] ?? '';
    for (const turn of ['99', 'x'])
      expect((await group.tineke.post(`${other}/notes`, { token, turn, text: 'Hoi.' })).status).toBe(404);
    expect((await group.tineke.post(`${page}/notes`, { token, turn: '1', text: 'Hoi.' })).status).toBe(404);
  });
});

describe('a mark that a trainer sees otherwise', () => {
  const otherwise = { level: 'strong', reason: 'Zij luisterde <i>echt</i>.' };

  it('stands beside the machine’s, and reaches the learner', async () => {
    const page = await handIn('transcript');
    const answer = await group.tineke.send(`${page}/marks/V4`, `${page}/marks/V4`, otherwise);
    expect(answer.location).toBe(`${page}?told=overruled`);
    const text = await read(group.tineke, page);
    expect(text).toContain('Naam van tineke (trainer): sterk. Reden: Zij luisterde &lt;i>echt&lt;/i>.');
    expect(text).toMatch(/Computer: .*niet gezien|Computer: .*begin/s);
    const debrief = await read(group.anna, paths.debrief(given.attempt));
    expect(debrief).toMatch(
      /Bruggen bouwen\. Computer: [a-z ]+\. Naam van tineke \(trainer\): sterk\. Reden:/,
    );
    expect(await toldOf('anna')).toEqual(['mark-overruled']);
    const kept = await group.practice.store.scorecard(given.attempt);
    expect(kept?.criteria.find(({ id }) => id === 'V4')?.level).not.toBe('strong');
  });

  it('can be changed and withdrawn', async () => {
    const page = await handIn('levels');
    await group.tineke.send(`${page}/marks/V4`, `${page}/marks/V4`, otherwise);
    const form = await read(group.tineke, `${page}/marks/V4`);
    expect(form).toMatch(/value="strong" checked/);
    await group.tineke.send(`${page}/marks/V4`, `${page}/marks/V4`, { ...otherwise, level: 'developing' });
    expect(await read(group.tineke, page)).toContain('(trainer): in ontwikkeling');
    await group.tineke.send(`${page}/marks/V4`, `${page}/marks/V4/withdraw`);
    expect(await read(group.tineke, page)).not.toContain('(trainer)');
    const token = /name="token" value="([^"]+)"/.exec(await read(group.tineke, `${page}/notes`))?.[1] ?? '';
    // Sent twice: it is done, and that is the answer.
    const twice = await group.tineke.post(`${page}/marks/V4/withdraw`, { token });
    expect(twice).toMatchObject({ status: 303, location: `${page}?told=withdrawn` });
    expect((await group.tineke.post(`${page}/marks/V5/withdraw`, { token })).status).toBe(404);
  });

  it('keeps what was typed when it is refused', async () => {
    const page = await handIn('levels');
    const card = await group.practice.store.scorecard(given.attempt);
    const machine = card?.criteria.find(({ id }) => id === 'V4')?.level ?? '';
    const send = (fields: Record<string, string>) =>
      group.tineke.send(`${page}/marks/V4`, `${page}/marks/V4`, fields);
    const cases = [
      [{ reason: 'Waarom niet?' }, 'kies een niveau', 'Waarom niet?'],
      [{ level: 'godlike', reason: 'Zeker.' }, 'kies een niveau', 'Zeker.'],
      [{ level: machine, reason: 'Zelfde.' }, 'dit gaf de computer ook', 'Zelfde.'],
      [{ level: 'strong', reason: ' ' }, 'schrijf op waarom', 'value="strong" checked'],
      [{ level: 'strong', reason: '🙂'.repeat(300) }, 'niet meer dan 500 tekens', '🙂🙂🙂'],
    ] as const;
    for (const [fields, words, kept] of cases) {
      const answer = await send(fields);
      expect([answer.status, answer.text.includes(words), answer.text.includes(kept)]).toEqual([
        422,
        true,
        true,
      ]);
    }
    expect(await group.practice.store.homework.overrules(given.attempt)).toEqual([]);
    expect((await group.tineke.read(`${page}/marks/X9`)).status).toBe(404);
  });

  it('is not there where no level was shared', async () => {
    const page = await handIn('done');
    expect((await group.tineke.read(`${page}/marks/V4`)).status).toBe(404);
    const token = /name="token" value="([^"]+)"/.exec(await read(group.tineke, `${page}/notes`))?.[1] ?? '';
    expect((await group.tineke.post(`${page}/marks/V4`, { token, ...otherwise })).status).toBe(404);
  });
});

test('what the learner is told leads to where they read it', async () => {
  const page = await handIn('transcript');
  await group.tineke.send(`${page}/notes`, `${page}/notes`, { text: 'Mooi gesprek.' });
  await group.tineke.send(`${page}/marks/V4`, `${page}/marks/V4`, { level: 'strong', reason: 'Echt.' });
  const { store, time } = group.practice;
  const now = new Date(time.now + 24 * 3600 * 1000).toISOString();
  const claim = { now, until: now, by: 'one', limit: 20, channels: ['mail'] as const };
  const claimed = [];
  for (
    let notices = await store.outbox.claim(claim);
    notices.length > 0;
    notices = await store.outbox.claim(claim)
  ) {
    claimed.push(...notices);
    for (const { id } of notices) await store.outbox.finish(id, 'one', 'dropped', now, 'looked-at');
  }
  const told = claimed.filter(({ kind }) => kind === 'homework-discussed' || kind === 'mark-overruled');
  expect(told.map(({ kind }) => kind).sort()).toEqual(['homework-discussed', 'mark-overruled']);
  for (const notice of told) {
    const verdict = await stillWanted({ store, calendar }, notice, now);
    const path = verdict.kind === 'go' ? verdict.facts.path : verdict.code;
    expect(await read(group.anna, path)).toContain('Wat je trainer zegt');
  }
});

describe('discussing', () => {
  it('moves the homework on and tells the learner', async () => {
    const page = await handIn('done');
    const answer = await group.tineke.send(page, `${page}/discussed`);
    expect(answer.location).toBe(`${page}?told=discussed`);
    const homework = await group.practice.store.homework.homework(given.assignment, 'anna');
    expect(homework?.state).toBe('discussed');
    expect(await toldOf('anna')).toEqual(['homework-discussed']);
    expect(await read(group.tineke, page)).not.toContain('/discussed"');
  });

  it('is for the trainers of the group only', async () => {
    const page = await handIn('done');
    for (const browser of [group.theo, group.anna]) {
      const token = /name="token" value="([^"]+)"/.exec(await read(browser, '/me/data/forget'))?.[1] ?? '';
      expect((await browser.post(`${page}/discussed`, { token })).status).toBe(404);
    }
    expect((await group.tineke.post(`${page}/discussed`, {})).status).toBe(403);
  });
});
