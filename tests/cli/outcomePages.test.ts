import { TEAMS_HOSTS } from '../../src/channels/http/frames';
import type { Delivery, PlaceCourier } from '../../src/core/model/letter';
import type { Card } from '../../src/core/model/message';
import { paths } from '../../src/pages/paths';
import { expectWellFormed } from '../pages/wellFormed';
import { openReviewedTalk, type ReviewedTalk, type Reviewer } from '../support/reviewedTalk';

const PAGE = paths.outcome('r1');
const MINE = paths.myIntentions;
const LAST = 'lessons';

let room: ReviewedTalk;

beforeEach(async () => {
  room = await openReviewedTalk();
  await room.step(LAST);
});

afterEach(() => room.practice.close());

const read = async (who: Reviewer, path: string = PAGE) => (await room.browsers[who].read(path)).text;
const status = async (who: Reviewer, path: string) => (await room.browsers[who].read(path)).status;
const textOf = (html: string) =>
  html
    .replace(/<style.*?<\/style>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const reviews = () => room.practice.store.reviews;
const tell = (who: Reviewer, text: string) => room.browsers[who].send(PAGE, paths.insights('r1'), { text });
const mean = (
  who: Reviewer,
  fields: Partial<Record<'intention' | 'day' | 'reminds' | 'sure', string>> = {},
) =>
  room.browsers[who].send(PAGE, paths.intentions('r1'), {
    intention: 'Eerst vragen.',
    day: '2026-01-12',
    reminds: 'me',
    ...fields,
  });
const planned = async (person: string) =>
  (await room.practice.store.privacy.noticesOf(person)).filter(({ kind }) => kind === 'intention');

describe('what a team takes home', () => {
  it('is a page of its own that names the talk, the method and who were there, and none of the talk', async () => {
    const page = await read('anna');
    expectWellFormed(page, 'nl');
    const text = textOf(page);
    for (const said of [
      'Een lastig gesprek',
      'Incidentmethode',
      'Naam van anna (inbrenger)',
      'Naam van chris',
    ])
      expect(text).toContain(said);
    for (const said of ['wijkteam', 'zeuren', 'Kom binnen', 'Naam van dirk'])
      expect(text).not.toContain(said);
  });

  it('is not there for who does not take part, nor once it is withdrawn', async () => {
    await tell('bram', 'Stilte werkt.');
    for (const path of [PAGE, paths.outcomeMarkdown('r1')]) expect(await status('dirk', path)).toBe(404);
    expect(await status('chris', PAGE)).toBe(200);
    await reviews().withdraw('r1', 'anna', '2026-01-05T10:00:00.000Z');
    for (const who of ['anna', 'bram', 'chris'] as const)
      for (const path of [PAGE, paths.outcomeMarkdown('r1')]) expect(await status(who, path)).toBe(404);
  });

  it('is written in the step for it and after the meeting, not before', async () => {
    await room.step('facts');
    expect(await read('anna')).not.toContain('<textarea');
    const token = /name="token" value="([^"]+)"/.exec(await read('anna', '/me/data/forget'))?.[1] ?? '';
    const early = await room.browsers.anna.post(paths.insights('r1'), { token, text: 'Te vroeg.' });
    expect(early.location).toBe(`${PAGE}?told=early`);
    expect(
      (await room.browsers.anna.post(paths.intentions('r1'), { token, intention: 'x', day: '2026-01-12' }))
        .location,
    ).toBe(`${PAGE}?told=early`);
    const review = await reviews().review('r1');
    await reviews().change({ ...review!, meeting: { ...review!.meeting, stage: 'closed', since: null } });
    expect((await tell('anna', 'Nu wel.')).location).toBe(`${PAGE}?told=insight`);
    expect(textOf(await read('bram'))).toContain('Nu wel.');
  });
});

describe('insights', () => {
  it('are read by all, and changed or removed by who wrote them only', async () => {
    await tell('bram', '<b>Stilte</b> werkt.');
    const [insight] = await reviews().items('r1', 'insight');
    const id = insight?.key ?? '';
    const seen = await read('chris');
    expectWellFormed(seen, 'nl');
    expect(seen).toContain('&lt;b>Stilte');
    expect(seen).not.toContain(paths.insight('r1', id));
    expect(await status('chris', paths.insight('r1', id))).toBe(404);
    const token = /name="token" value="([^"]+)"/.exec(await read('chris'))?.[1] ?? '';
    const forms = [paths.insight('r1', id), paths.removeInsight('r1', id)];
    for (const path of forms)
      expect((await room.browsers.chris.post(path, { token, text: 'Nee.', version: '1' })).status).toBe(404);
    const edit = paths.insight('r1', id);
    expectWellFormed(await read('bram', edit), 'nl');
    expect((await room.browsers.bram.send(edit, edit, { text: 'Stilte helpt.' })).location).toContain(
      'told=insight',
    );
    expect(textOf(await read('anna'))).toContain('Stilte helpt.');
    await room.browsers.bram.send(PAGE, paths.removeInsight('r1', id));
    expect(textOf(await read('anna'))).not.toContain('Stilte helpt.');
  });

  it('are not overwritten from a window that is behind; what was typed there stays', async () => {
    await tell('bram', 'Eerst.');
    const edit = paths.insight('r1', (await reviews().items('r1', 'insight'))[0]?.key ?? '');
    const token = /name="token" value="([^"]+)"/.exec(await read('bram', edit))?.[1] ?? '';
    const save = (text: string) => room.browsers.bram.post(edit, { token, version: '1', text });
    expect((await save('Tweede.')).status).toBe(303);
    const late = await save('Derde.');
    expect(late.status).toBe(422);
    expect(late.text).toContain('in een ander venster gewijzigd');
    expect(late.text).toContain('Derde.</textarea>');
    expect((await reviews().items('r1', 'insight'))[0]?.value.text).toBe('Tweede.');
  });

  it('that may name somebody are asked after first, as notes are, also when they are changed', async () => {
    const named = 'Bel meneer Pietersen in de Havenstraat 12.';
    const asked = await tell('bram', named);
    expect(asked.status).toBe(422);
    expectWellFormed(asked.text, 'nl');
    expect(asked.text).toMatch(/Is hier iemand aan te herkennen\? ‘[^’]*Havenstraat 12[^’]*’/);
    expect(asked.text).toContain(`${named}</textarea>`);
    expect(asked.text.match(/name="sure"/g)).toHaveLength(1);
    expect(await reviews().items('r1', 'insight')).toEqual([]);
    await room.browsers.bram.send(PAGE, paths.insights('r1'), { text: named, sure: 'yes' });
    const [kept] = await reviews().items('r1', 'insight');
    expect(kept?.value.text).toBe(named);
    const edit = paths.insight('r1', kept?.key ?? '');
    const change = (text: string, sure = '') => room.browsers.bram.send(edit, edit, { text, sure });
    expect((await change(named)).status).toBe(303);
    const again = await change('Bel 06-12345678.');
    expect(again.status).toBe(422);
    expectWellFormed(again.text, 'nl');
    expect(again.text).toContain('Bel 06-12345678.</textarea>');
    expect((await change('Bel 06-12345678.', 'yes')).status).toBe(303);
  });

  it.each([
    ['', 'Schrijf eerst op wat je meeneemt.'],
    ['x'.repeat(1001), 'Dit is te lang.'],
  ])('that say nothing or too much are asked again', async (text, problem) => {
    const answer = await tell('bram', text);
    expect(answer.status).toBe(422);
    expectWellFormed(answer.text, 'nl');
    expect(answer.text).toContain(problem);
    expect(await reviews().items('r1', 'insight')).toEqual([]);
  });
});

describe('intentions', () => {
  it('have a day and somebody who reminds, and are at most three', async () => {
    expect((await mean('bram')).location).toBe(`${PAGE}?told=intention`);
    await mean('bram', { reminds: 'chris', day: '2026-01-13' });
    await mean('bram', { reminds: '', intention: 'Iets kleins.' });
    const text = textOf(await read('anna'));
    expect(text).toContain('Op maandag 12 januari 2026. Naam van bram herinnert eraan.');
    expect(text).toContain('Op dinsdag 13 januari 2026. Naam van chris herinnert eraan.');
    expect(textOf(await read('bram'))).toContain('Je hebt drie voornemens.');
    const token = /name="token" value="([^"]+)"/.exec(await read('bram'))?.[1] ?? '';
    const more = await room.browsers.bram.post(paths.intentions('r1'), {
      ...{ token, intention: 'Vier.', day: '2026-01-12', reminds: '' },
    });
    expect(more.location).toBe(`${PAGE}?told=full`);
    expect(await reviews().intentionsOf('bram')).toHaveLength(3);
    expect((await mean('chris')).location).toContain('told=intention');
  });

  it.each([
    [{ day: '' }, 'Kies een dag.'],
    [{ day: '2026-02-30' }, 'Dit is geen dag.'],
    [{ day: 'morgen' }, 'Dit is geen dag.'],
    [{ day: '2026-01-04' }, 'Deze dag is al voorbij.'],
    [{ day: '2027-02-01' }, 'Deze dag is te ver weg.'],
    [{ intention: ' ' }, 'Schrijf eerst op wat je gaat doen.'],
    [{ reminds: 'dirk' }, 'Kies iemand die aan deze intervisie meedoet.'],
  ])('are asked again with %j', async (fields, problem) => {
    const answer = await mean('bram', fields);
    expect(answer.status).toBe(422);
    expectWellFormed(answer.text, 'nl');
    expect(answer.text).toContain(problem);
    expect(await reviews().intentionsOf('bram')).toEqual([]);
    expect(await planned('bram')).toEqual([]);
  });

  it('that may name somebody are asked after first, also once the review is gone', async () => {
    const named = { intention: 'Ik bel mevrouw Jansen in Utrecht.' };
    const asked = await mean('bram', named);
    expect(asked.status).toBe(422);
    expectWellFormed(asked.text, 'nl');
    expect(asked.text).toContain('Is hier iemand aan te herkennen? ‘mevrouw Jansen’.');
    expect(asked.text).toContain(`${named.intention}</textarea>`);
    expect(asked.text.match(/name="sure"/g)).toHaveLength(1);
    expect(await reviews().intentionsOf('bram')).toEqual([]);
    await mean('bram', { ...named, sure: 'yes' });
    const [own] = await reviews().intentionsOf('bram');
    await reviews().withdraw('r1', 'anna', '2026-01-05T10:00:00.000Z');
    const edit = paths.myIntention(own?.id ?? '');
    const change = (fields: Readonly<Record<string, string>>) =>
      room.browsers.bram.send(edit, edit, { ...named, day: '2026-01-13', reminds: 'me', ...fields });
    expect((await change({})).status).toBe(303);
    const again = await change({ intention: 'Ik bel 06-12345678.' });
    expect(again.status).toBe(422);
    expectWellFormed(again.text, 'nl');
    expect(again.text).toContain('Ik bel 06-12345678.</textarea>');
    expect((await change({ intention: 'Ik bel 06-12345678.', sure: 'yes' })).status).toBe(303);
  });

  it('may be for today, where the group is', async () => {
    room.practice.time.now = Date.UTC(2026, 0, 5, 23, 30);
    expect((await mean('bram', { day: '2026-01-05' })).status).toBe(422);
    expect((await mean('bram', { day: '2026-01-06' })).status).toBe(303);
  });

  it('are planned to be reminded of without a word of them, and called off when done, moved or removed', async () => {
    await mean('bram', { intention: 'Zeldzame woorden.', reminds: 'chris' });
    const [own] = await reviews().intentionsOf('bram');
    const id = own?.id ?? '';
    const edit = paths.myIntention(id);
    const waiting = async () => (await planned('chris')).filter(({ state }) => state === 'waiting').length;
    expect(JSON.stringify(await planned('chris'))).not.toContain('Zeldzame');
    expect(await waiting()).toBe(2);
    await room.browsers.bram.send(edit, edit, { intention: 'Anders.', day: '2026-01-17', reminds: 'chris' });
    expect(await waiting()).toBe(2);
    expect(await planned('chris')).toHaveLength(4);
    await room.browsers.bram.send(MINE, paths.settleIntention(id), { done: 'yes' });
    expect(await waiting()).toBe(0);
    await room.browsers.bram.send(MINE, paths.settleIntention(id), { done: 'no' });
    expect(await waiting()).toBe(2);
    await room.browsers.bram.send(MINE, paths.removeIntention(id));
    expect(await waiting()).toBe(0);
    expect(await planned('bram')).toEqual([]);
  });

  it('are one’s own, and outlive a review that is withdrawn', async () => {
    await mean('bram');
    const [own] = await reviews().intentionsOf('bram');
    const edit = paths.myIntention(own?.id ?? '');
    expect(await status('chris', edit)).toBe(404);
    expect(await read('chris', MINE)).not.toContain('Eerst vragen.');
    expect(textOf(await read('bram', MINE))).toContain('Uit de intervisie ‘Een lastig gesprek’');
    await reviews().withdraw('r1', 'anna', '2026-01-05T10:00:00.000Z');
    const mine = await read('bram', MINE);
    expectWellFormed(mine, 'nl');
    expect(mine).toContain('Eerst vragen.');
    expect(mine).not.toContain('Een lastig gesprek');
    expectWellFormed(await read('bram', edit), 'nl');
    const moved = await room.browsers.bram.send(edit, edit, {
      ...{ intention: 'Eerst vragen.', day: '2026-02-02', reminds: 'me' },
    });
    expect(moved.location).toBe(`${MINE}?told=kept`);
    await room.browsers.bram.send(MINE, paths.settleIntention(own?.id ?? ''), { done: 'yes' });
    expect(textOf(await read('bram', `${MINE}?told=done`))).toContain('Mooi. Het staat nu bij ‘Gedaan’.');
    expect((await reviews().intention(own?.id ?? ''))?.done).toBe(true);
  });
});

test('all of it can be taken along as Markdown', async () => {
  await tell('bram', 'Stilte *werkt*.\n# Geen kop');
  await mean('chris', { reminds: '' });
  const { status: code, text } = await room.browsers.anna.read(paths.outcomeMarkdown('r1'));
  expect(code).toBe(200);
  expect(text).toContain('# Wat we meenemen\n\n- Gesprek: Een lastig gesprek\n- Vorm: Incidentmethode\n');
  expect(text).toContain('- Stilte \\*werkt\\*.\\\n  \\# Geen kop\\\n  Naam van bram\n');
  expect(text).toContain('- Eerst vragen.\\\n  Naam van chris. Op maandag 12 januari 2026\n');
});

describe('in Teams', () => {
  const posted: { readonly reference: string; readonly card: Card }[] = [];
  const takenBack: string[] = [];
  let outcome: Delivery;
  let teams: ReviewedTalk;

  beforeEach(async () => {
    posted.length = 0;
    takenBack.length = 0;
    outcome = 'sent';
    const places: PlaceCourier = {
      async post(reference, card) {
        posted.push({ reference, card });
        return outcome;
      },
      async takeBack(reference) {
        takenBack.push(reference);
        return true;
      },
    };
    teams = await openReviewedTalk({ server: { places, frames: TEAMS_HOSTS } });
    await teams.step(LAST);
  });
  afterEach(() => teams.practice.close());

  const announced = () =>
    teams.practice.store.reviews.keepPlace({
      review: 'r1',
      reference: '{"here":1}',
      at: '2026-01-05T09:00:00.000Z',
    });
  const post = (who: Reviewer) => teams.browsers[who].send(PAGE, paths.postOutcome('r1'));
  const pageOf = async (who: Reviewer) => (await teams.browsers[who].read(PAGE)).text;

  it('it is posted by choice of who brought it, without names, and of intentions only how many', async () => {
    expect(await pageOf('anna')).not.toContain(paths.postOutcome('r1'));
    await announced();
    await teams.browsers.chris.send(PAGE, paths.insights('r1'), { text: 'Stilte werkt.' });
    await teams.browsers.chris.send(PAGE, paths.intentions('r1'), {
      ...{ intention: 'Alleen voor mij.', day: '2026-02-02', reminds: '' },
    });
    for (const who of ['bram', 'chris'] as const) {
      expect(await pageOf(who)).not.toContain(paths.postOutcome('r1'));
      const token = /name="token" value="([^"]+)"/.exec(await pageOf(who))?.[1] ?? '';
      expect((await teams.browsers[who].post(paths.postOutcome('r1'), { token })).status).toBe(404);
    }
    expect(posted).toEqual([]);
    expect(await pageOf('anna')).toContain('Iedereen in dat kanaal leest ze.');
    expect((await post('anna')).location).toBe(`${PAGE}?told=posted`);
    expect(posted.map(({ reference }) => reference)).toEqual(['{"here":1}']);
    const said = JSON.stringify(posted[0]?.card);
    expect(said).toContain('Stilte werkt.');
    expect(said).toContain('Er is één voornemen opgeschreven.');
    expect(said).not.toMatch(/Alleen voor mij|Naam van/);
  });

  it.each<[Delivery, string, string]>([
    ['uncertain', 'unsure', 'Kijk in het kanaal of het er staat.'],
    [{ retryAfterSeconds: 30 }, 'later', 'Probeer het straks nog eens.'],
    ['gone', 'nowhere', 'Het kanaal is niet meer te bereiken.'],
    ['refused', 'nowhere', 'Het kanaal is niet meer te bereiken.'],
  ])('it is told when Teams answers %j', async (delivery, told, words) => {
    await announced();
    outcome = delivery;
    const { location } = await post('anna');
    expect(location).toBe(`${PAGE}?told=${told}`);
    expect((await teams.browsers.anna.read(location ?? '')).text).toContain(words);
  });

  it('it is posted once when the button is pressed twice, and tried again when it does not stand there', async () => {
    await announced();
    outcome = { retryAfterSeconds: 30 };
    expect((await post('anna')).location).toBe(`${PAGE}?told=later`);
    outcome = 'sent';
    for (const { location } of await Promise.all([post('anna'), post('anna')]))
      expect(location).toBe(`${PAGE}?told=posted`);
    expect((await post('anna')).location).toBe(`${PAGE}?told=posted`);
    expect(posted).toHaveLength(2);
  });

  it('what announced it goes when it is withdrawn', async () => {
    await announced();
    await teams.browsers.anna.send(paths.withdrawReview('r1'), paths.withdrawReview('r1'));
    expect(await teams.practice.store.reviews.review('r1')).toBeNull();
    expect(takenBack).toEqual(['{"here":1}']);
  });

  it('it opens in the tab, in its colours', async () => {
    const page = await fetch(`${teams.practice.server.url}${PAGE}?theme=dark`, {
      headers: { Accept: 'text/html', Cookie: teams.browsers.anna.cookie, 'Sec-Fetch-Dest': 'iframe' },
    });
    expect(page.headers.get('content-security-policy')).toContain(`frame-ancestors 'self' ${TEAMS_HOSTS[0]}`);
    expect(page.headers.get('x-frame-options')).toBeNull();
    expect(await page.text()).toContain('<html data-theme="dark"');
  });

  it('a card in the channel leads into the tab, and from there to the review once we know who comes', async () => {
    const tab = '/tab?entry=review.r1';
    const stranger = await fetch(`${teams.practice.server.url}${tab}`, { redirect: 'manual' });
    expect([stranger.status, await stranger.text()]).toEqual([
      200,
      expect.stringContaining('typ &quot;intervisie&quot;'),
    ]);
    const known = await fetch(`${teams.practice.server.url}${tab}`, {
      redirect: 'manual',
      headers: { Cookie: teams.browsers.bram.cookie },
    });
    expect([known.status, known.headers.get('location')]).toEqual([303, paths.review('r1')]);
  });
});
