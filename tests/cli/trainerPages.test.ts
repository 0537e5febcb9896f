import { paths } from '../../src/pages/paths';
import { openSharedClass, SECRET, type SharedClass } from '../support/sharedClass';

let group: SharedClass;

beforeEach(async () => {
  group = await openSharedClass();
});

afterEach(() => group.practice.close());

/** What is in the body of a table, row by row, without its tags. */
function rowsOf(html: string): readonly string[] {
  const body = /<tbody>(.*)<\/tbody>/s.exec(html)?.[1] ?? '';
  return body.split('</tr>').map((row) =>
    row
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

describe('who is ready', () => {
  const overview = paths.overview('g1');

  it('says how far everybody is, and leads to what was handed in', async () => {
    const { page } = await group.handedIn('anna', 'levels');
    const { status, text } = await group.tineke.read(overview);
    expect(status).toBe(200);
    expect(text).toContain('Groep &lt;g1>');
    expect(rowsOf(text)).toEqual([
      'Naam van anna ● ingeleverd Bekijk',
      'Naam van bert ○ nog niet ingeleverd',
      '',
    ]);
    expect(text).toContain(`href="${page}"`);
    expect(text).toContain('1 van 2');
    expect(text).toContain('/groups/g1/export/csv?lang=nl');
  });

  it('tells nothing of who did not hand in, not even that they practised', async () => {
    await group.give({ sight: 'transcript' });
    const before = await group.tineke.read(overview);
    const attempt = await group.practised('bert');
    await group.bert.read('/me');
    const { text } = await group.tineke.read(overview);
    expect(rowsOf(text)).toEqual(rowsOf(before.text));
    expect(text).not.toContain(attempt);
  });

  it('gives who has no name a number, and keeps it when others come', async () => {
    await group.give();
    await group.join('chaima', '');
    await group.join('daan', '<b>Daan</b>');
    const { text } = await group.tineke.read(overview);
    expect(text).toContain('deelnemer 3 (zonder naam)');
    expect(text).toContain('&lt;b>Daan');
  });

  it('says what is late, what need not be done, and what was discussed', async () => {
    const assignment = await group.give({ sight: 'done' });
    const { store, time } = group.practice;
    await store.homework.keepHomework({
      assignment,
      learner: 'bert',
      state: 'excused',
      late: false,
      version: 0,
      updatedAt: '2026-01-05T09:00:00.000Z',
    });
    time.now = Date.UTC(2026, 0, 23, 9);
    const { page } = await group.handedIn('anna', 'done', assignment);
    expect(rowsOf((await group.tineke.read(overview)).text)).toEqual([
      'Naam van anna ● ingeleverd, te laat Bekijk',
      'Naam van bert – hoeft niet',
      '',
    ]);
    await group.tineke.send(page, `${page}/discussed`);
    const { text } = await group.tineke.read(overview);
    expect(rowsOf(text)[0]).toBe('Naam van anna ✓ besproken, te laat Bekijk');
    expect(text).toContain('de dag is voorbij');
  });

  it('is kind where there is nothing yet, and leaves drafts out', async () => {
    const { text } = await group.theo.read(paths.overview('g2'));
    expect(text).toContain('Er zit nog niemand in deze groep');
    expect(text).toContain('Deze groep heeft nog geen huiswerk');
    await group.give({ title: 'Nog geheim', step: 'draft' });
    expect((await group.tineke.read(overview)).text).not.toContain('Nog geheim');
  });

  it('is for the trainers of the group only', async () => {
    await group.handedIn('anna', 'transcript');
    const olga = await group.practice.browserOf('olga', { organiser: true });
    for (const path of [overview, paths.picture('g1'), paths.agenda('g1')]) {
      for (const browser of [group.theo, group.anna, group.bert, olga])
        expect([path, (await browser.read(path)).status]).toEqual([path, 404]);
      expect((await group.tineke.read(path)).status).toBe(200);
    }
  });

  it('speaks English and the other form of address', async () => {
    await group.give();
    expect((await group.tineke.read(`${overview}?lang=en`)).text).toContain('not handed in yet');
    await group.practice.store.people.changePerson('tineke', { address: 'u' });
    expect((await group.tineke.read(overview)).text).toContain('ziet u verder niets');
  });
});

describe('the picture of a group and its agenda', () => {
  const five = ['anna', 'bert', 'chaima', 'daan', 'eva'];

  it('are hidden below five people, with the reason', async () => {
    const { assignment } = await group.handedIn('anna', 'transcript');
    await group.handedIn('bert', 'transcript', assignment);
    const { text } = await group.tineke.read(paths.picture('g1'));
    expect(text.match(/Nu delen 2 mensen dit\. Pas vanaf 5 mensen/g)).toHaveLength(3);
    expect(text).not.toContain('<table');
    expect(text).toContain('2 van de 2 mensen leverden iets in.');
  });

  it('show numbers, moves and moments, and nobody’s words', async () => {
    for (const person of five.slice(2)) await group.join(person);
    const assignment = await group.give({ sight: 'transcript' });
    for (const person of five) await group.handedIn(person, 'transcript', assignment);
    const { text } = await group.tineke.read(paths.picture('g1', assignment));
    expect(text).toContain('Van 5 mensen.');
    expect(text).toMatch(/<title id="spread-H1">Open en nieuwsgierig: [a-z ]+ 5\.<\/title>/);
    expect(text).toContain('open vraag');
    expect(text).toContain('Het minst gezegd');
    for (const secret of [SECRET, 'kraaiennest', 'Naam van', 'slaapt']) expect(text).not.toContain(secret);
    const sheet = (await group.tineke.read(paths.agenda('g1'))).text;
    expect(sheet).toContain('5 van de 5 mensen leverden iets in.');
    expect(sheet.match(/<article>/g)?.length).toBeGreaterThanOrEqual(2);
    expect(sheet).toContain('Bron: ');
    for (const secret of [SECRET, 'kraaiennest', 'Naam van']) expect(sheet).not.toContain(secret);
  });

  it('count the card of who shared levels, and no word of theirs', async () => {
    for (const person of five.slice(2)) await group.join(person);
    const assignment = await group.give({ sight: 'levels' });
    for (const person of five) await group.handedIn(person, 'levels', assignment);
    const { text } = await group.tineke.read(paths.picture('g1'));
    expect(text).toContain('Van 5 mensen.');
    expect(text.match(/Nu deelt nog niemand dit/g)).toHaveLength(2);
    await group.practice.store.homework.takeBack(assignment, 'eva', 'small');
    expect((await group.tineke.read(paths.picture('g1'))).text).not.toContain('Van 5 mensen');
  });

  it('show a sheet also where nothing was handed in', async () => {
    await group.give({ 'focus.V3': 'yes' });
    const { text } = await group.tineke.read(paths.agenda('g1'));
    expect(text).toContain('1. Van perspectief wisselen');
    expect(text).toContain('Het huiswerk vraagt om hier vooral op te letten.');
    expect((await group.tineke.read(paths.agenda('g1', 'unknown'))).status).toBe(404);
  });
});
