import type { ReviewNote } from '../../src/core/model/review';
import { paths } from '../../src/pages/paths';
import { realMethods } from '../support/methods';
import type { Browser } from '../support/practiceServer';
import { openReviewedTalk, type ReviewedTalk, type ReviewedTalkOptions, SAID } from '../support/reviewedTalk';
import { moveMeeting, SHARED, TALK } from '../support/reviewWorld';

const ROOM = paths.review('r1');
const FRAGMENT = paths.reviewRoom('r1');
const PRINT = paths.reviewPrint('r1');
const NOTES = paths.reviewNotes('r1');
const STEP = paths.reviewStep('r1');

const opened: ReviewedTalk[] = [];
let world: ReviewedTalk;

async function open(options: ReviewedTalkOptions = {}): Promise<ReviewedTalk> {
  world = await openReviewedTalk(options);
  opened.push(world);
  return world;
}

afterAll(() => Promise.all(opened.map(({ practice }) => practice.close())));

const read = async (browser: Browser, path: string) => (await browser.read(path)).text;
const tokenOf = async (browser: Browser) =>
  /name="token" value="([^"]+)"/.exec(await read(browser, '/account'))?.[1] ?? '';
const post = async (browser: Browser, action: string, fields: Record<string, string>) =>
  browser.post(action, { ...fields, token: await tokenOf(browser) });
const write = (browser: Browser, fields: Record<string, string>) =>
  post(browser, NOTES, { fresh: '', kind: 'question', about: '', text: 'Wat zag je?', ...fields });
const notes = async (): Promise<readonly ReviewNote[]> =>
  (await world.practice.store.reviews.items('r1', 'note')).map(({ value }) => value);
const review = () => world.practice.store.reviews.review('r1');

describe('before taking part', () => {
  it('somebody of the group reads what it is, and nothing of the talk', async () => {
    await open();
    await world.step('the-rest');
    const { dirk } = world.browsers;
    const text = await read(dirk, ROOM);
    expect(text).toContain('Doe mee');
    expect(text).toContain('Naam van anna');
    expect(text).toContain('Incidentmethode');
    expect(text).toContain('Wat hier gezegd en geschreven wordt, blijft hier.');
    for (const words of [...SAID, 'Kom binnen.']) expect(text).not.toContain(words);
    for (const path of [FRAGMENT, PRINT]) expect((await dirk.read(path)).status).toBe(404);
    for (const action of [STEP, NOTES, paths.takeLead('r1')])
      expect((await post(dirk, action, { type: 'NEXT', from: '5', text: 'x' })).status).toBe(404);
  });

  it('they take part with a press, and are seen by the others', async () => {
    await open();
    const answer = await world.browsers.dirk.send(ROOM, paths.takePart('r1'));
    expect(answer).toMatchObject({ status: 303, location: `${ROOM}?told=joined` });
    expect(await read(world.browsers.anna, ROOM)).toContain('Naam van dirk');
    expect(await read(world.browsers.dirk, FRAGMENT)).toContain('Nog niet begonnen');
  });
});

describe('who is not asked', () => {
  it.each([
    ['later', 'came into the group after it was shared'],
    ['zed', 'is in no group'],
  ])('%s, who %s, finds nothing', async (person) => {
    await open();
    const browser = await world.practice.browserOf(person);
    if (person === 'later') {
      const since = '2026-01-03T09:00:00.000Z';
      await world.practice.store.groups.addMember({ group: 'g1', person, role: 'trainer', since });
    }
    for (const path of [ROOM, FRAGMENT, PRINT, paths.reviewLive('r1')])
      expect([path, (await browser.read(path)).status]).toEqual([path, 404]);
    for (const action of [paths.takePart('r1'), STEP, NOTES, paths.takeLead('r1'), `${NOTES}/n1`])
      expect([action, (await post(browser, action, { text: 'x' })).status]).toEqual([action, 404]);
    expect(await read(browser, paths.reviews)).not.toContain('Een lastig gesprek');
  });

  it('loses sight after the last day, all but who brought it', async () => {
    await open({ until: '2026-01-05T09:00:00.000Z' });
    for (const browser of [world.browsers.bram, world.browsers.chris])
      expect((await browser.read(ROOM)).status).toBe(404);
    expect((await world.browsers.anna.read(ROOM)).status).toBe(200);
    expect(await read(world.browsers.anna, paths.reviews)).toContain('Nu zie alleen jij dit nog.');
  });
});

describe('turns that are still shut', () => {
  const hidden = async (turns: readonly number[]) => {
    for (const who of ['anna', 'bram', 'chris'] as const) {
      for (const path of [ROOM, FRAGMENT, PRINT]) {
        const text = await read(world.browsers[who], path);
        for (const turn of [1, 2, 3, 4]) {
          const shut = turns.includes(turn);
          const said = SAID[turn - 1] ?? '';
          const words = /^[^.?]+[.?]/.exec(said)?.[0] ?? '';
          expect([who, path, turn, text.includes(words)]).toEqual([who, path, turn, !shut]);
          if (shut) expect(text).not.toContain(`P${turn}<`);
        }
      }
    }
  };

  it('are on no page, whoever looks, at any step', async () => {
    await open();
    await hidden([1, 2, 3, 4]);
    await world.step('welcome');
    await hidden([1, 2, 3, 4]);
    for (const step of ['reading', 'facts', 'decide', 'compare']) {
      await world.step(step);
      await hidden([3, 4]);
    }
    expect(await read(world.browsers.chris, ROOM)).toContain('De rest blijft nog dicht');
    await world.step('the-rest');
    await hidden([]);
    await world.backTo('facts');
    await hidden([]);
  });

  it.each(realMethods().map(({ id }) => id))('are on no page at any step of %s', async (method) => {
    const steps = realMethods().find(({ id }) => id === method)?.steps ?? [];
    await open({ method, freeze: 2, talk: TALK });
    const parts = ['Goedemorgen, zegt hij.', 'Wat ik vooraf wist.', 'Een eerste stap'];
    for (const [at, { id }] of steps.entries()) {
      await world.step(id);
      const seen = steps.slice(0, at + 1);
      const last = seen.some(({ talk }) => talk === 'whole')
        ? 4
        : seen.some(({ talk }) => talk === 'frozen')
          ? 2
          : 0;
      const open = [last > 0, seen.some(({ preparation }) => preparation), last === 4];
      for (const who of ['anna', 'bram', 'chris'] as const) {
        const text = await read(world.browsers[who], ROOM);
        const turns = [1, 2, 3, 4].filter((turn) => text.includes(`Woorden van beurt ${turn}.`));
        expect([id, who, turns]).toEqual([id, who, [1, 2, 3, 4].slice(0, last)]);
        expect([id, who, parts.map((part) => text.includes(part))]).toEqual([id, who, open]);
        expect(text.includes('Gelezen als')).toBe(seen.some(({ moves }) => moves));
      }
    }
  });

  it('have no place for a note, nor tell that they are there', async () => {
    await open();
    await world.step('facts');
    const answers = await Promise.all(
      ['3', '4', '99', '3.0', '99.0'].map((about) => write(world.browsers.chris, { about })),
    );
    const [first] = answers.map(({ text }) =>
      text.replaceAll(/fresh-\d+/g, '').replaceAll(/2026-[\d:.T-]+Z/g, ''),
    );
    for (const { status, text } of answers) {
      expect(status).toBe(422);
      expect(text.replaceAll(/fresh-\d+/g, '').replaceAll(/2026-[\d:.T-]+Z/g, '')).toBe(first);
    }
    expect(await notes()).toEqual([]);
  });

  it('hold what the machine read until that is shown', async () => {
    await open();
    await world.step('the-rest');
    expect(await read(world.browsers.chris, ROOM)).not.toContain('Gelezen als');
    await world.step('side-by-side');
    expect(await read(world.browsers.chris, ROOM)).toContain('Gelezen als');
  });

  it('never go over the event stream, nor do notes', async () => {
    await open();
    await world.step('decide');
    await write(world.browsers.bram, { kind: 'alternative', about: '1', text: 'Kraaiennest als zin.' });
    const stop = new AbortController();
    const response = await fetch(`${world.practice.server.url}${paths.reviewLive('r1')}`, {
      headers: { Cookie: world.browsers.chris.cookie },
      signal: stop.signal,
    });
    const reader = response.body?.getReader();
    let heard = '';
    for (let parts = 0; parts < 2 && !heard.includes('"revision"'); parts++)
      heard += Buffer.from((await reader?.read())?.value ?? []).toString();
    stop.abort();
    expect(heard).toContain('event: room');
    expect(Object.keys(JSON.parse(/data: (.*)/.exec(heard)?.[1] ?? '')).sort()).toEqual([
      'endsAt',
      'now',
      'present',
      'revision',
      'stage',
      'step',
      'stepId',
    ]);
    for (const words of [...SAID, 'Kraaiennest', 'Naam van']) expect(heard).not.toContain(words);
  });
});

describe('notes', () => {
  it('wait for their step: others know how many, and nothing else', async () => {
    await open();
    await world.step('decide');
    const { anna, bram, chris } = world.browsers;
    const sent = await write(bram, { kind: 'alternative', about: '1', text: 'Kraaiennest <b>als</b> zin.' });
    const [note] = await notes();
    expect(sent.location).toBe(`${ROOM}?told=noted#note-${note?.id}`);
    expect(await read(bram, ROOM)).toContain('Kraaiennest &lt;b>als&lt;/b> zin.');
    expect(await read(bram, ROOM)).toContain('Alleen jij ziet dit, tot stap ‘5. De keuzes naast elkaar’.');
    for (const browser of [anna, chris]) {
      for (const path of [ROOM, FRAGMENT, PRINT]) {
        const text = await read(browser, path);
        expect(text).not.toContain('Kraaiennest');
        expect(text).not.toContain(note?.id);
      }
      expect(await read(browser, ROOM)).toContain('Er wacht nog één notitie van een ander.');
    }
    await world.step('compare');
    for (const browser of [anna, chris]) expect(await read(browser, ROOM)).toContain('Kraaiennest');
  });

  it('wait again when the group went on too early and came back', async () => {
    await open();
    const { anna, bram, chris } = world.browsers;
    await world.step('decide');
    const go = (type: string, from: string) => post(bram, STEP, { type, from });
    await write(bram, { kind: 'alternative', text: 'Vroeg geschreven.' });
    await go('NEXT', '3');
    await go('BACK', '4');
    for (const words of [
      'Vroeg geschreven.',
      'tot stap ‘5. De keuzes naast elkaar’. Dan leest de groep het.',
    ])
      expect(await read(chris, ROOM)).toContain(words);
    expect(await read(chris, ROOM)).not.toContain('De groep leest dit meteen.');
    await write(chris, { kind: 'alternative', text: 'Kraaiennest.' });
    for (const browser of [anna, bram]) {
      expect(await read(browser, FRAGMENT)).not.toContain('Kraaiennest.');
      expect(await read(browser, ROOM)).toContain('Er wacht nog één notitie van een ander.');
    }
    expect(await read(bram, ROOM)).toContain('Bij de volgende stap gaan notities open');
    await go('NEXT', '3');
    expect(await read(anna, FRAGMENT)).toContain('Kraaiennest.');
  });

  it('that are told stay told, also after going back', async () => {
    await open({ method: 'balint' });
    const { bram, chris } = world.browsers;
    await world.step('own-feeling');
    await write(bram, { kind: 'observation', text: 'Kraaiennest.' });
    await world.backTo('reading');
    await bram.send(ROOM, paths.tellReviewNote('r1', (await notes())[0]?.id ?? ''));
    expect(await read(chris, FRAGMENT)).toContain('Kraaiennest.');
  });

  it('of somebody else can be changed, told and taken away by nobody, and answer as if they were not there', async () => {
    await open();
    await world.step('decide');
    await write(world.browsers.bram, { kind: 'alternative', text: 'Kraaiennest.' });
    const id = (await notes())[0]?.id ?? '';
    const { chris } = world.browsers;
    const fields = { text: 'Anders.', version: '1' };
    const there = await post(chris, paths.reviewNote('r1', id), fields);
    const nowhere = await post(chris, paths.reviewNote('r1', 'nothing'), fields);
    const plain = (text: string) =>
      text.replaceAll(/fresh-\d+|nothing/g, '').replaceAll(/2026-[\d:.T-]+Z/g, '');
    expect([there.status, nowhere.status]).toEqual([422, 422]);
    expect(plain(there.text)).toBe(plain(nowhere.text));
    for (const path of [paths.removeReviewNote('r1', id), paths.tellReviewNote('r1', id)])
      expect((await post(chris, path, {})).status).toBe(404);
    expect(await notes()).toMatchObject([{ id, text: 'Kraaiennest.', by: 'bram', release: 4 }]);
  });

  it('carry no name where the step says so', async () => {
    await open({ method: 'balint' });
    await world.step('free-thoughts');
    await write(world.browsers.bram, { kind: 'observation', text: 'Het werd koud.' });
    await world.step('back');
    const text = await read(world.browsers.chris, ROOM);
    const note = /<li id="note-[^"]+"[^>]*>(.*?)<\/li>/s.exec(text)?.[1] ?? '';
    expect(note).toContain('Het werd koud.');
    expect(note).toContain('zonder naam');
    expect(note).not.toMatch(/bram/i);
  });

  it('stay private until their writer tells', async () => {
    await open({ method: 'balint' });
    await world.step('own-feeling');
    const { bram, chris, anna } = world.browsers;
    await write(bram, { kind: 'observation', text: 'Kraaiennest.' });
    expect(await read(bram, ROOM)).toContain('Alleen jij ziet dit.');
    await world.step('harvest');
    for (const browser of [chris, anna]) expect(await read(browser, FRAGMENT)).not.toContain('Kraaiennest');
    const id = (await notes())[0]?.id ?? '';
    expect(await bram.send(ROOM, paths.tellReviewNote('r1', id))).toMatchObject({ status: 303 });
    for (const browser of [chris, anna]) expect(await read(browser, FRAGMENT)).toContain('Kraaiennest');
  });

  it('are read by nobody whom the form did not name, when the step goes on while somebody types', async () => {
    await open({ method: 'balint' });
    const { bram, chris } = world.browsers;
    await world.step('reading');
    const form = /<details id="write-talk".*?<\/form>/s.exec(await read(bram, ROOM))?.[0] ?? '';
    expect(form).toContain('Alleen jij ziet dit. Later kun je het zelf laten lezen.');
    const step = /name="step" value="(\d+)"/.exec(form)?.[1] ?? '';
    await world.step('free-thoughts');
    await write(bram, { kind: 'observation', text: 'Kraaiennest.', step });
    await write(bram, { kind: 'observation', text: 'Voor later.' });
    expect(await notes()).toMatchObject([
      { text: 'Kraaiennest.', release: null },
      { text: 'Voor later.', release: 6, anonymous: true },
    ]);
    await world.step('back');
    expect(await read(chris, FRAGMENT)).toContain('Voor later.');
    expect(await read(chris, FRAGMENT)).not.toContain('Kraaiennest');
  });

  it('are anchored to a turn or a sentence of it', async () => {
    await open();
    await world.step('facts');
    await write(world.browsers.chris, { about: '2.1', text: 'Waarom deze vraag?' });
    await write(world.browsers.chris, { about: '2', text: 'Hoe keek zij?' });
    expect(await notes()).toMatchObject([
      { turn: 2, sentence: 1, kind: 'question' },
      { turn: 2, sentence: null },
    ]);
    const text = await read(world.browsers.anna, ROOM);
    expect(text).toContain('href="#p2-2"');
    expect(text).toContain('id="p2-2"');
  });

  it('are changed and taken away by who wrote them', async () => {
    await open();
    await world.step('facts');
    const { chris } = world.browsers;
    await write(chris, {});
    const id = (await notes())[0]?.id ?? '';
    const changed = await chris.send(ROOM, paths.reviewNote('r1', id), { text: 'Wat hoorde je?' });
    expect(changed.location).toBe(`${ROOM}?told=changed#note-${id}`);
    expect(await notes()).toMatchObject([{ id, text: 'Wat hoorde je?', kind: 'question' }]);
    expect((await chris.send(ROOM, paths.removeReviewNote('r1', id))).location).toBe(`${ROOM}?told=removed`);
    expect(await notes()).toEqual([]);
  });

  it('are all kept when several people write at once', async () => {
    await open();
    await world.step('facts');
    const texts = Array.from({ length: 12 }, (_, at) => `Vraag nummer ${at}`);
    const writers = [world.browsers.bram, world.browsers.chris];
    const answers = await Promise.all(
      texts.map((text, at) => write(writers[at % 2] as Browser, { text, fresh: `note-key-${at}` })),
    );
    expect(answers.map(({ status }) => status)).toEqual(texts.map(() => 303));
    expect((await notes()).map(({ text }) => text).sort()).toEqual([...texts].sort());
  });

  it('that changed in another window are not overwritten: both stand there', async () => {
    await open();
    await world.step('facts');
    const { chris } = world.browsers;
    await write(chris, {});
    const id = (await notes())[0]?.id ?? '';
    const at = paths.reviewNote('r1', id);
    await post(chris, at, { text: 'Eerste venster.', version: '1' });
    const second = await post(chris, at, { text: 'Tweede venster.', version: '1' });
    expect(second.status).toBe(422);
    expect(second.text).toContain('Nu staat er: ‘Eerste venster.’');
    expect(second.text).toMatch(/<textarea[^>]*>Tweede venster\.<\/textarea>/);
    expect(await notes()).toMatchObject([{ text: 'Eerste venster.' }]);
    const version = /name="version" value="(\d+)"/.exec(second.text)?.[1] ?? '';
    expect((await post(chris, at, { text: 'Tweede venster.', version })).status).toBe(303);
    expect(await notes()).toMatchObject([{ text: 'Tweede venster.' }]);
  });

  it('are one when the form is sent twice', async () => {
    await open();
    await world.step('facts');
    const fields = { fresh: 'the-same-form', text: 'Wat zag je?' };
    for (const _ of [1, 2]) expect((await write(world.browsers.chris, fields)).status).toBe(303);
    expect(await notes()).toHaveLength(1);
  });

  it('keep what was typed when the step is over meanwhile', async () => {
    await open();
    await world.step('own-marks');
    const silent = await write(world.browsers.chris, { text: 'Half af' });
    expect(silent.status).toBe(422);
    expect(silent.text).toContain('De stap is voorbij.');
    expect(silent.text).toMatch(/<textarea[^>]*>Half af<\/textarea>/);
    await world.step('decide');
    const other = await write(world.browsers.chris, { about: '1', text: 'Half af' });
    expect(other.status).toBe(422);
    expect(other.text).toContain('Kies een andere soort.');
    expect(other.text).toMatch(/<details[^>]*id="write-1"[^>]*open/);
    expect(other.text).toMatch(/<textarea[^>]*>Half af<\/textarea>/);
    expect(await notes()).toEqual([]);
  });

  it('are not written by who only listens', async () => {
    await open();
    await world.step('decide');
    expect(await read(world.browsers.anna, ROOM)).not.toContain(`action="${NOTES}"`);
    expect((await write(world.browsers.anna, { kind: 'alternative' })).status).toBe(422);
    expect(await notes()).toEqual([]);
  });

  it('warn of who can be recognised, and let the writer decide', async () => {
    await open();
    await world.step('facts');
    const { chris } = world.browsers;
    const text = 'Bel 06-12345678 even.';
    const warned = await write(chris, { about: '1', text });
    expect(warned.status).toBe(422);
    expect(warned.text).toContain('‘06-12345678’');
    expect(warned.text).toContain('Toch zo bewaren');
    expect(await notes()).toEqual([]);
    expect((await write(chris, { about: '1', text, sure: 'yes' })).status).toBe(303);
    expect(await notes()).toMatchObject([{ text }]);
  });

  it.each([
    ['', 'schrijf eerst iets op'],
    ['x'.repeat(2001), 'niet meer dan 2000 tekens'],
  ])('are refused with what was typed (%#)', async (text, words) => {
    await open();
    await world.step('facts');
    const answer = await write(world.browsers.chris, { about: '2', text });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
    expect(answer.text).toContain('href="#text-2"');
    expect(answer.text).toContain(text);
  });
});

describe('leading', () => {
  it('is for who leads, and a press from a step that is over changes nothing', async () => {
    await open();
    const { bram, chris } = world.browsers;
    expect((await bram.send(ROOM, STEP, { type: 'START' })).location).toBe(ROOM);
    const next = { type: 'NEXT', from: '0' };
    const [one, two] = await Promise.all([post(bram, STEP, next), post(bram, STEP, next)]);
    expect([one.location, two.location].sort()).toEqual([ROOM, `${ROOM}?told=moved`]);
    expect((await post(chris, STEP, { type: 'NEXT', from: '1' })).location).toBe(`${ROOM}?told=moved`);
    expect(await review()).toMatchObject({ meeting: { stage: 'running', step: 1 } });
    expect((await bram.send(ROOM, STEP, { type: 'EXTEND' })).location).toBe(`${ROOM}?told=stepped`);
    expect(await review()).toMatchObject({ meeting: { step: 1, extra: 5 } });
    for (const fields of [{ type: 'JUMP', from: '1' }, { type: 'NEXT', from: 'x' }, {}])
      expect((await post(bram, STEP, { ...fields })).location).toBe(`${ROOM}?told=moved`);
  });

  it('goes over to somebody else after they are asked', async () => {
    await open();
    const { bram, chris } = world.browsers;
    expect(await read(chris, ROOM)).toContain('Nu leidt Naam van bram. Neem je het over?');
    const lead = paths.takeLead('r1');
    expect((await post(chris, lead, { from: '' })).location).toBe(`${ROOM}?told=moved`);
    expect((await chris.send(ROOM, lead)).location).toBe(`${ROOM}?told=leading`);
    expect(await review()).toMatchObject({ facilitator: 'chris' });
    expect(await read(bram, ROOM)).toContain('Naam van chris leidt.');
  });

  it('tells who brought the talk and leads too what they are, and warns where they only listen', async () => {
    await open({ facilitator: 'anna' });
    await world.step('welcome');
    const { anna, chris } = world.browsers;
    expect(await read(anna, ROOM)).toContain('begeleider (ook jij)');
    expect(await read(anna, ROOM)).toContain(
      'Je bent ook de inbrenger. Bij sommige stappen luister je alleen.',
    );
    expect(await read(chris, ROOM)).not.toContain('ook jij');
    await world.step('the-rest');
    expect(await read(anna, ROOM)).not.toContain('Bij sommige stappen luister je alleen.');
  });

  it('has its buttons before the words of the step', async () => {
    await open();
    await world.step('facts');
    const text = await read(world.browsers.bram, ROOM);
    expect(text.indexOf('Volgende stap')).toBeLessThan(text.indexOf('class="instruction"'));
  });

  it('ends with closing: what was open stays to be read', async () => {
    await open();
    await world.step('lessons');
    const { bram, chris } = world.browsers;
    await bram.send(ROOM, STEP, { type: 'CLOSE' });
    const text = await read(chris, ROOM);
    expect(text).toContain('Deze intervisie is afgesloten');
    expect(text).toContain(SAID[2]);
    expect(text).not.toContain(`action="${NOTES}"`);
    expect(text).not.toContain(`action="${STEP}"`);
  });
});

describe('a review of a group that was archived', () => {
  it('is read as it was, and nothing is written or stepped in it any more', async () => {
    await open();
    await world.step('facts');
    const { bram, chris } = world.browsers;
    await write(chris, { text: 'Wat hoorde je?' });
    const [note] = await notes();
    await world.practice.store.groups.changeGroup('g1', { archivedAt: '2026-01-05T10:00:00.000Z' });
    const before = await review();
    for (const browser of [bram, chris]) {
      const text = await read(browser, ROOM);
      expect(text).toContain('Deze groep is gearchiveerd.');
      expect(text).toContain('Wat hoorde je?');
      expect(text).toContain(SAID[1]?.slice(0, 20));
      expect(text).not.toContain(SAID[2]);
      for (const action of [NOTES, STEP, paths.takeLead('r1')])
        expect(text).not.toContain(`action="${action}"`);
    }
    const own = paths.reviewNote('r1', note?.id ?? '');
    const answers = [
      await write(chris, {}),
      await post(chris, own, { text: 'Anders.', version: '1' }),
      await post(bram, STEP, { type: 'NEXT', from: '2' }),
      await post(chris, paths.takeLead('r1'), { from: 'bram' }),
      await post(chris, paths.insights('r1'), { insight: 'Stilte werkt.', text: 'Stilte werkt.' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect([await notes(), await review()]).toEqual([[note], before]);
    // One's own words may always be taken away.
    expect((await post(chris, paths.removeReviewNote('r1', note?.id ?? ''), {})).status).toBe(303);
    expect(await notes()).toEqual([]);
  });
});

describe('the course of a talk', () => {
  it('is shown to nobody before all gave their levels', async () => {
    await open();
    for (const [step, shown] of [
      ['the-rest', false],
      ['own-marks', false],
      ['try-out', true],
    ] as const) {
      await world.step(step);
      for (const who of ['anna', 'bram', 'chris'] as const)
        expect([step, (await read(world.browsers[who], ROOM)).includes('Het verloop')]).toEqual([
          step,
          shown,
        ]);
    }
  });
});

describe('the page', () => {
  it('shows the step with its words, its end and all steps', async () => {
    await open();
    await moveMeeting(world.practice.store, 'r1', { stage: 'running', step: 2, reached: 2, since: SHARED });
    const text = await read(world.browsers.chris, ROOM);
    expect(text).toContain('Nu: 3. Vragen naar de feiten');
    expect(text).toContain('tot 10:10 uur');
    expect(text).toContain('data-ends-at="2026-01-02T09:10:00.000Z"');
    expect(text).toMatch(/<li class="now" aria-current="step">3\. Vragen naar de feiten/);
    expect(text).not.toContain('Tip:');
    expect(await read(world.browsers.bram, ROOM)).toContain('Tip:');
  });

  it('may run our script and nothing else, and works without', async () => {
    await open();
    const answer = await fetch(`${world.practice.server.url}${ROOM}`, {
      headers: { Cookie: world.browsers.chris.cookie },
    });
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self';");
    const script = /<script src="([^"]+)" defer/.exec(await answer.text())?.[1] ?? '';
    expect((await world.browsers.chris.read(script)).status).toBe(200);
  });

  it('prints the questions of the method with what may be read of the talk', async () => {
    await open();
    await world.step('facts');
    const text = await read(world.browsers.chris, PRINT);
    expect(text).toContain('10. Wat leren jullie hiervan?');
    expect(text).toContain(SAID[1]?.slice(0, 20));
    expect(text).not.toContain(SAID[2]);
    expect(text).toContain('class="blank" aria-hidden="true"');
  });

  it('prints the notes that all may read, and what the bringer wrote once that is open', async () => {
    await open({ talk: TALK });
    await world.step('facts');
    await write(world.browsers.chris, { text: 'Kraaiennest.' });
    await world.step('decide');
    await write(world.browsers.chris, { kind: 'alternative', text: 'Nog geheim.' });
    const early = await read(world.browsers.chris, PRINT);
    expect(early).toContain('Kraaiennest.');
    for (const words of ['Nog geheim.', 'Wat ik vooraf wist.']) expect(early).not.toContain(words);
    await world.step('the-rest');
    const late = await read(world.browsers.chris, PRINT);
    for (const words of ['Nog geheim.', 'Wat ik vooraf wist.']) expect(late).toContain(words);
  });

  it('is listed for who may enter, by how far it is', async () => {
    await open();
    for (const who of ['anna', 'bram', 'dirk'] as const) {
      const text = await read(world.browsers[who], paths.reviews);
      expect(text).toContain('Nog niet begonnen');
      expect(text).toContain(`href="${ROOM}"`);
    }
    expect(await read(world.browsers.anna, paths.reviews)).toContain('door jou ingebracht');
    expect(await read(world.browsers.dirk, paths.reviewsOf('g1'))).toContain('Intervisie van Eerste groep');
    expect((await world.browsers.dirk.read(paths.reviewsOf('g2'))).status).toBe(404);
    expect(await read(world.browsers.dirk, paths.group('g1'))).toContain(paths.reviewsOf('g1'));
  });
});

test('what was withdrawn is nowhere any more, for anybody, at once', async () => {
  await open();
  await world.step('facts');
  await write(world.browsers.chris, { text: 'Kraaiennest.' });
  const id = (await notes())[0]?.id ?? '';
  await world.practice.store.reviews.withdraw('r1', 'anna', '2026-01-05T10:00:00.000Z');
  for (const who of ['anna', 'bram', 'chris', 'dirk'] as const) {
    const browser = world.browsers[who];
    for (const path of [ROOM, FRAGMENT, PRINT, paths.reviewLive('r1')])
      expect([who, path, (await browser.read(path)).status]).toEqual([who, path, 404]);
    for (const action of [
      NOTES,
      STEP,
      paths.takePart('r1'),
      paths.takeLead('r1'),
      paths.reviewNote('r1', id),
    ])
      expect([who, action, (await post(browser, action, { text: 'x', from: '2' })).status]).toEqual([
        who,
        action,
        404,
      ]);
    expect(await read(browser, paths.reviews)).not.toContain('Een lastig gesprek');
  }
});
