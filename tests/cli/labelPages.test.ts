import { exportCorrections } from '../../src/cli/exportCorrections';
import { paths } from '../../src/pages/paths';
import { expectWellFormed } from '../pages/wellFormed';
import { smallLibrary } from '../support/practiceServer';
import { openReviewedTalk, type ReviewedTalk, type Reviewer, textOf } from '../support/reviewedTalk';

const MARKS = paths.marks('r1');
const LABELS = paths.labels('r1');
const ROOM = [paths.review('r1'), paths.reviewRoom('r1'), paths.reviewPrint('r1')];

let room: ReviewedTalk;
const opened: ReviewedTalk[] = [];

async function open(options?: Parameters<typeof openReviewedTalk>[0]): Promise<void> {
  room = await openReviewedTalk(options);
  opened.push(room);
}

afterEach(() => Promise.all(opened.splice(0).map(({ practice }) => practice.close())));

const read = async (who: Reviewer, path = MARKS) => (await room.browsers[who].read(path)).text;
const wire = async (who: Reviewer, addresses: readonly string[]) =>
  (await Promise.all(addresses.map((path) => read(who, path)))).join('\n');
const tokenOf = async (who: Reviewer, page: string) =>
  /name="token" value="([^"]+)"/.exec(await read(who, page))?.[1] ?? '';
const label = (who: Reviewer, move: string, turn = 3, sentence = 0) =>
  room.browsers[who].send(paths.label('r1', turn, sentence), paths.label('r1', turn, sentence), { move });
const labels = async () =>
  (await room.practice.store.reviews.items('r1', 'label')).map(({ value }) => [
    value.by,
    value.turn,
    value.move,
  ]);

it('keeps it beside what the machine read, for all, until anybody takes it back', async () => {
  await open();
  await room.step('side-by-side');
  const choose = await read('bram', paths.label('r1', 3, 0));
  expectWellFormed(choose, 'nl');
  expect(choose.match(/name="move"/g)).toHaveLength(24);
  expect((await label('bram', 'insult')).location).toBe(`${LABELS}?told=kept#sentence-3-0`);
  const page = await read('chris', LABELS);
  expectWellFormed(page, 'nl');
  expect(textOf(page)).toContain('Jullie noemen het: onheus bejegenen. Gezegd door Naam van bram.');
  expect(textOf(page)).toMatch(/zeuren\. Het programma las: \S/);
  expect(textOf(await read('bram', LABELS))).toContain('Gezegd door jou.');
  await label('chris', 'judge');
  expect(await labels()).toEqual([['chris', 3, 'judge']]);
  const undo = paths.undoLabel('r1', 3, 0);
  expect((await room.browsers.bram.send(LABELS, undo)).location).toBe(`${LABELS}?told=undone#sentence-3-0`);
  expect(await labels()).toEqual([]);
  expect((await room.practice.store.turns(room.attempt))[2]?.understanding.sentences).toHaveLength(1);
  expect(await room.practice.store.corrections(room.attempt)).toEqual([]);
});

it('stands in the room beside what was read, where that may be asked for', async () => {
  await open();
  await room.step('side-by-side');
  await label('bram', 'insult');
  for (const page of [paths.review('r1'), paths.reviewRoom('r1')]) {
    const html = await read('chris', page);
    expect(textOf(html)).toContain('Jullie noemen het: onheus bejegenen.');
    expect(html).toContain(`href="${paths.label('r1', 3, 0)}"`);
  }
  await room.step('try-out');
  expect(await wire('chris', ROOM)).not.toContain('onheus bejegenen');
});

it('replaces what another called it only when that was said', async () => {
  await open();
  await room.step('side-by-side');
  const form = paths.label('r1', 3, 0);
  const token = await tokenOf('chris', form);
  await label('bram', 'insult');
  const page = await read('chris', form);
  expectWellFormed(page, 'nl');
  expect(page).toContain('Naam van bram noemde dit ‘onheus bejegenen’.');
  expect(page).toContain('name="instead" value="insult"');
  expect(await read('bram', form)).not.toContain('name="instead"');
  // A form from before Bram said anything.
  const asked = await room.browsers.chris.post(form, { token, move: 'judge' });
  expect(asked.status).toBe(422);
  expectWellFormed(asked.text, 'nl');
  expect(asked.text).toContain('Naam van bram noemde dit');
  expect(asked.text).toMatch(/value="judge" checked/);
  expect((await label('chris', 'insult')).status).toBe(303);
  expect(await labels()).toEqual([['bram', 3, 'insult']]);
  expect((await label('chris', 'judge')).status).toBe(303);
  expect(await labels()).toEqual([['chris', 3, 'judge']]);
});

it('asks to choose first', async () => {
  await open();
  await room.step('side-by-side');
  const path = paths.label('r1', 3, 0);
  const refused = await room.browsers.bram.post(path, { token: await tokenOf('bram', path) });
  expect(refused.status).toBe(422);
  expectWellFormed(refused.text, 'nl');
  expect(refused.text).toContain('Kies er eerst één.');
});

it('says nothing of what was read before that may be asked for', async () => {
  await open();
  await room.step('try-out');
  const page = await read('bram', LABELS);
  expectWellFormed(page, 'nl');
  expect(page).toContain('In deze stap is nog niet te zien');
  expect(textOf(page)).not.toMatch(/Het programma las|oordeel|erkenning/);
  expect((await room.browsers.bram.read(paths.label('r1', 3, 0))).status).toBe(404);
  const token = await tokenOf('bram', paths.whatIf('r1', 3));
  const post = await room.browsers.bram.post(paths.label('r1', 3, 0), { token, move: 'insult' });
  expect(post.status).toBe(404);
  expect(await labels()).toEqual([]);
});

it('knows no sentence that was not said, and changes nothing once the meeting is over', async () => {
  await open();
  await room.step('side-by-side');
  const path = paths.label('r1', 3, 0);
  const token = await tokenOf('bram', path);
  for (const [turn, sentence] of [
    [3, 9],
    [9, 0],
  ] as const) {
    const post = await room.browsers.bram.post(paths.label('r1', turn, sentence), {
      token,
      move: 'insult',
    });
    expect(post.status).toBe(404);
  }
  const review = await room.practice.store.reviews.review('r1');
  if (review) {
    await room.practice.store.reviews.change({
      ...review,
      meeting: { ...review.meeting, stage: 'closed' },
    });
  }
  const late = await room.browsers.bram.post(path, { token, move: 'insult' });
  expect(late.location).toContain('told=late');
  expect(await labels()).toEqual([]);
  expect(await read('bram', LABELS)).toContain('De intervisie is klaar.');
});

it('shows what the card would be with it, and leaves the card alone', async () => {
  await open();
  await room.step('side-by-side');
  expect(await read('bram')).not.toContain('Met jullie woorden voor de zinnen');
  await label('bram', 'insult', 2, 0);
  const words = textOf(await read('bram'));
  expect(words).toContain('Met jullie woorden voor de zinnen');
  expect(words).toMatch(/: (?:begin|niet gezien) in plaats van in ontwikkeling\./);
  expect(words).toContain('De kaart zelf verandert niet.');
  expect(await room.practice.store.scorecard(room.attempt)).toEqual(room.talk.card);
  await room.step('try-out');
  expect(await read('bram')).not.toContain('Met jullie woorden voor de zinnen');
});

it('says nothing of a card that does not go along', async () => {
  await open({ card: false });
  await room.step('side-by-side');
  await label('bram', 'insult', 2, 0);
  expect(await read('bram')).not.toContain('Met jullie woorden voor de zinnen');
});

it('goes into the export beside corrections of learners, marked as from a team, until it is withdrawn', async () => {
  await open();
  await room.step('side-by-side');
  await label('bram', 'insult');
  await room.practice.store.correct(
    {
      ...{ attempt: room.attempt, turn: 3, sentence: 0, machine: { kind: 'unsure' }, move: 'judge' },
      ...{ why: '', by: 'anna', at: '2026-01-05T10:00:00.000Z' },
    },
    'anna',
  );
  const exported = async () => {
    const lines: string[] = [];
    await exportCorrections(smallLibrary, room.practice.store, { out: (line) => lines.push(line) });
    return lines.map((line) => JSON.parse(line));
  };
  const segments = (move: string) => [{ text: 'U moet gewoon niet zo zeuren.', labels: [move] }];
  const persona = room.talk.turns[1]?.answer;
  const machine = expect.any(String);
  expect(await exported()).toEqual([
    {
      persona,
      segments: segments('judge'),
      origin: { kind: 'correction', scenario: 'small', machine: 'unsure' },
    },
    { persona, segments: segments('insult'), origin: { kind: 'team', scenario: 'small', machine } },
  ]);
  expect(JSON.stringify(await exported())).not.toMatch(/bram|anna|r1/);
  await room.practice.store.reviews.withdraw('r1', 'anna', '2026-01-05T11:00:00.000Z');
  expect((await exported()).map(({ origin }) => origin.kind)).toEqual(['correction']);
});

it('leaves out of the export what still names somebody, and real talks', async () => {
  await open();
  const turns = room.talk.turns.map((turn) => ({
    ...turn,
    text: 'Bel 06-12345678 maar.',
    sentences: [{ span: { start: 0, end: 21 }, reading: { kind: 'unsure' } as const, moves: [], topics: [] }],
  }));
  const exported = async () => {
    const lines: string[] = [];
    await exportCorrections(smallLibrary, room.practice.store, { out: (line) => lines.push(line) });
    return lines;
  };
  await open({ talk: { ...room.talk, turns } });
  await room.step('side-by-side');
  await label('bram', 'insult');
  expect(await labels()).toHaveLength(1);
  expect(await exported()).toEqual([]);
  await open({ talk: { ...room.talk, scenario: null }, source: { kind: 'own-case' } });
  await room.step('side-by-side');
  await label('bram', 'insult');
  expect(await labels()).toHaveLength(1);
  expect(await exported()).toEqual([]);
});

it('keeps what one says when two people speak at once, and tells the other', async () => {
  await open();
  await room.step('side-by-side');
  const answers = await Promise.all([label('bram', 'insult'), label('chris', 'judge')]);
  for (const { status, location, text } of answers) {
    if (status === 303) expect(location).toMatch(/told=(?:kept|moved)#sentence-3-0$/);
    else expect(text).toMatch(/Naam van \S+ noemde dit/);
  }
  expect(answers.some(({ location }) => location?.includes('told=kept'))).toBe(true);
  expect(await labels()).toHaveLength(1);
});
