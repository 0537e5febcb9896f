import { exportCorrections } from '../../src/cli/exportCorrections';
import { Browser, type PracticeServer, smallLibrary, startPracticeServer } from '../support/practiceServer';

let practice: PracticeServer;
let browser: Browser;
let mine: string;
let theirs: string;

const WORDS = [
  'Dag Ans, fijn dat ik mag komen.',
  'Hoe slaapt u de laatste tijd? Dat moet zwaar zijn. Wat doet dat met u? Ik kom van het wijkteam. Mag ik dat vragen?',
  'U moet gewoon niet zo zeuren.',
] as const;

beforeEach(async () => {
  practice = await startPracticeServer();
  browser = await Browser.open(practice.server);
  theirs = await practice.talk('bert', 'c-bert', 'klein', 'begin', ...WORDS, 'stop');
  mine = await practice.talk('local', 'c-mine', 'klein', 'begin', ...WORDS, 'stop');
});

afterEach(() => practice.close());

describe('another learner’s attempt', () => {
  const addresses = (id: string) => [
    `/debrief/${id}`,
    `/debrief/${id}/sentences/1/0`,
    `/compare/${id}`,
    `/progress/${id}/forget`,
  ];
  const forms = (id: string): readonly (readonly [string, Record<string, string>])[] => [
    [`/debrief/${id}/again`, { turn: '2' }],
    [`/debrief/${id}/sentences/1/0`, { move: 'contact' }],
    [`/debrief/${id}/sentences/1/0`, {}],
    [`/debrief/${id}/sentences/1/0/withdraw`, {}],
    [`/progress/${id}/forget`, {}],
  ];

  it('is not told from one that is not there, on any page', async () => {
    for (const [there, absent] of addresses(theirs).map((path, i) => [path, addresses('none')[i] ?? ''])) {
      const [found, none] = [await browser.read(there ?? ''), await browser.read(absent ?? '')];
      expect(found.status).toBe(404);
      expect(found).toMatchObject({ text: none.text });
    }
    for (const path of addresses(mine))
      expect([path, (await browser.read(path)).status]).toEqual([path, 200]);
  });

  it('is not changed by any form', async () => {
    const token =
      /name="token" value="([^"]+)"/.exec((await browser.read(`/debrief/${mine}`)).text)?.[1] ?? '';
    for (const [path, fields] of forms(theirs)) {
      expect([path, (await browser.post(path, { ...fields, token })).status]).toEqual([path, 404]);
    }
    expect(await practice.store.corrections(theirs)).toEqual([]);
    expect(await practice.store.turns(theirs)).toHaveLength(3);
    expect((await practice.store.session('c-mine'))?.stage).toBe('debriefing');
  });

  it('appears on no page of mine', async () => {
    for (const path of ['/progress', `/compare/${mine}`]) {
      expect((await browser.read(path)).text).not.toContain(theirs);
    }
  });

  it.each(['1/9', '9/0', '0/0', '-1/0', 'x/y', '1/0x', '1e1/0'])(
    'has no sentence %s, and nor has mine',
    async (place) => {
      expect((await browser.read(`/debrief/${mine}/sentences/${place}`)).status).toBe(404);
    },
  );
});

describe('trying again from the debrief page', () => {
  it('leads back into the chat, which goes on in the branch', async () => {
    const answer = await browser.send(`/debrief/${mine}`, `/debrief/${mine}/again`, { turn: '3' });
    expect(answer).toMatchObject({ status: 303, location: '/' });
    const session = await practice.store.session('c-mine');
    expect(session).toMatchObject({
      stage: 'playing',
      attempt: { branchOf: { attempt: mine, turn: 3 } },
    });
    expect((await practice.store.turns(session?.attempt?.id ?? '')).map(({ text }) => text)).toEqual(
      WORDS.slice(0, 2),
    );
  });

  it('has a button for every turn, and one at the weakest moment', async () => {
    const { text } = await browser.read(`/debrief/${mine}`);
    const turns = [...text.matchAll(/name="turn" value="(\d+)"/g)].map(([, turn]) => turn);
    expect(turns).toEqual(['3', '1', '2', '3']);
  });

  it('goes on in the newest conversation, also from a talk in an older one', async () => {
    await practice.talk('local', 'c-new', 'klein');
    await browser.send(`/debrief/${mine}`, `/debrief/${mine}/again`, { turn: '2' });
    expect((await practice.store.session('c-new'))?.attempt?.branchOf).toEqual({ attempt: mine, turn: 2 });
    expect((await practice.store.session('c-mine'))?.stage).toBe('debriefing');
  });

  it('lets the attempts be compared, from either of them', async () => {
    const again = await practice.talk('local', 'c-mine', 'opnieuw vanaf 3', 'Bent u veel alleen?', 'stop');
    const [first, second] = [await browser.read(`/compare/${mine}`), await browser.read(`/compare/${again}`)];
    expect(second.text).toBe(first.text);
    expect(first.text).toContain('Opnieuw vanaf beurt 3 van poging 1.');
    expect(first.text).toContain(WORDS[2]);
    expect(first.text).toContain('Bent u veel alleen?');
    expect((await browser.read(`/debrief/${again}`)).text).toContain(`href="/compare/${again}"`);
    expect((await browser.read(`/compare/${theirs}`)).status).toBe(404);
  });
});

describe('contesting a mark', () => {
  const sentence = () => `/debrief/${mine}/sentences/3/0`;

  it('keeps both readings, makes the card anew, and can be withdrawn', async () => {
    const before = await browser.read(`/debrief/${mine}`);
    const kept = await browser.send(sentence(), sentence(), {
      move: 'shared-goal',
      why: 'Zo was het <b>niet</b>.',
    });
    expect(kept).toMatchObject({ status: 303, location: `/debrief/${mine}#sentence-3-0` });
    const [correction] = await practice.store.corrections(mine);
    const read = (await practice.store.turns(mine))[2]?.understanding.sentences[0]?.reading;
    expect(correction).toMatchObject({
      turn: 3,
      sentence: 0,
      move: 'shared-goal',
      machine: read,
      by: 'local',
    });

    const after = await browser.read(`/debrief/${mine}`);
    expect(after.text).toContain('Jij bedoelde: gedeeld doel');
    expect(after.text).toContain('Zo was het &lt;b>niet&lt;/b>.');
    expect(after.text).toContain('Op deze kaart is één zin verbeterd');
    expect(after.text).toContain('Na jouw verbetering. Eerst stond hier:');
    expect(after.text).toContain('<details open');
    expect(after.text).toContain('(gelezen zoals jij het bedoelde)');

    const gone = await browser.send(`/debrief/${mine}`, `${sentence()}/withdraw`);
    expect(gone).toMatchObject({ status: 303, location: `/debrief/${mine}#sentence-3-0` });
    expect((await browser.read(`/debrief/${mine}`)).text).toBe(before.text);
  });

  it('asks again when nothing was chosen, and keeps what was typed', async () => {
    const answer = await browser.send(sentence(), sentence(), { why: 'Omdat "ik" <twijfel>.' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Kies eerst wat je bedoelde.');
    expect(answer.text).toContain('Omdat &quot;ik&quot; &lt;twijfel>.');
    expect((await browser.send(sentence(), sentence(), { move: 'nonsense' })).status).toBe(422);
    expect(await practice.store.corrections(mine)).toEqual([]);
  });

  it('shows what the persona had said, also before the first turn', async () => {
    expect((await browser.read(`/debrief/${mine}/sentences/1/0`)).text).toContain('>Kom binnen.</q>');
    const [first] = await practice.store.turns(mine);
    expect((await browser.read(`/debrief/${mine}/sentences/2/0`)).text).toContain(first?.persona[0]?.text);
  });

  it('counts in a branch too, as far as it copied the turn', async () => {
    await browser.send(`/debrief/${mine}`, `/debrief/${mine}/again`, { turn: '3' });
    await practice.talk('local', 'c-mine', 'stop');
    await browser.send(`/debrief/${mine}/sentences/1/0`, `/debrief/${mine}/sentences/1/0`, { move: 'judge' });
    const again = await practice.talk('local', 'c-mine', 'opnieuw vanaf 2', 'Hoe gaat het?', 'stop');
    expect((await practice.store.corrections(again)).map(({ move }) => move)).toEqual([]);
    await browser.send(`/debrief/${mine}`, `/debrief/${mine}/again`, { turn: '2' });
    const copied = await practice.talk('local', 'c-mine', 'stop');
    expect((await practice.store.corrections(copied)).map(({ move }) => move)).toEqual(['judge']);
  });

  async function exported(): Promise<readonly unknown[]> {
    const lines: string[] = [];
    await exportCorrections(smallLibrary, practice.store, { out: (line) => void lines.push(line) });
    return lines.map((line) => JSON.parse(line));
  }

  it('is exported as labelled data, once, without who said it, and not after it was deleted', async () => {
    expect(await exported()).toEqual([]);
    const first = `/debrief/${mine}/sentences/1/0`;
    await browser.send(first, first, { move: 'affirm', why: 'geheim' });
    await browser.send(sentence(), sentence(), { move: 'name-concern' });
    await practice.talk('local', 'c-mine', 'opnieuw vanaf 3', 'stop');
    const lines = await exported();
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({
      persona: 'Kom binnen.',
      segments: [{ text: WORDS[0], labels: ['affirm'] }],
      origin: { kind: 'correction', scenario: 'small' },
    });
    expect(lines[1]).toMatchObject({ segments: [{ text: WORDS[2], labels: ['name-concern'] }] });
    expect(JSON.stringify(lines)).not.toMatch(/geheim|local|fresh-/);
    await practice.store.forgetAttempt(mine, 'local');
    expect(await exported()).toEqual([]);
  });

  it('leaves sentences with personal data at home', async () => {
    const called = await practice.talk('local', 'c-two', 'klein', 'begin', 'Bel mij op 06-12345678.', 'stop');
    await browser.send(`/debrief/${called}/sentences/1/0`, `/debrief/${called}/sentences/1/0`, {
      move: 'contact',
    });
    expect(await practice.store.corrections(called)).toHaveLength(1);
    expect(await exported()).toEqual([]);
  });
});

describe('progress', () => {
  it('says so when there is nothing yet', async () => {
    const fresh = await startPracticeServer();
    const { status, text } = await (await Browser.open(fresh.server)).read('/progress');
    await fresh.close();
    expect(status).toBe(200);
    expect(text).toContain('Je hebt nog geen gesprek afgerond.');
    expect(text).not.toContain('<svg');
  });

  it('lists talks, draws whole ones, marks branches, and suggests what to practise', async () => {
    practice.time.now += 3 * 24 * 60 * 60 * 1000;
    const again = await practice.talk('local', 'c-mine', 'opnieuw vanaf 2', 'Bent u alleen?', 'stop');
    const open = await practice.talk('local', 'c-two', 'klein', 'begin', 'Dag Ans.');
    const { text } = await browser.read('/progress');
    for (const id of [mine, again]) expect(text).toContain(`href="/debrief/${id}"`);
    expect(text).not.toContain(`href="/debrief/${open}"`);
    expect(text).toContain(`href="/progress/${open}/forget?lang=nl"`);
    expect(text).toContain('opnieuw vanaf beurt 2 van het gesprek van 5 januari 2026');
    const seen = [...text.matchAll(/Laatst: ([^<]+)\.</g)].filter(([, level]) => level !== 'niet gezien');
    expect(text.match(/Laatst: /g)).toHaveLength(14);
    expect(text.match(/<svg/g)).toHaveLength(seen.length);
    expect(text).toContain('Oefen weer eens:');
    expect(text).toMatch(/<title id="line-H1">[^<]*: 5 jan[^<,]*\.<\/title>/);
  });

  it('deletes a talk after asking, with the branches that copied its words', async () => {
    const again = await practice.talk('local', 'c-mine', 'opnieuw vanaf 2', 'Bent u alleen?', 'stop');
    const path = `/progress/${mine}/forget?lang=nl`;
    const asked = await browser.read(path);
    expect(asked.text).toContain('Ook de poging die hieruit opnieuw is gedaan, gaat weg');
    expect(await practice.store.attempt(mine)).not.toBeNull();
    expect(await browser.send(path, path)).toMatchObject({ status: 303, location: '/progress?lang=nl' });
    for (const id of [mine, again]) {
      expect(await practice.store.attempt(id)).toBeNull();
      expect((await browser.read(`/debrief/${id}`)).status).toBe(404);
    }
    expect((await browser.read('/progress')).text).not.toContain(mine);
  });
});
