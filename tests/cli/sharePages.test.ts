import { exampleTalks } from '../../src/content/examples';
import type { Example } from '../../src/core/model/example';
import {
  type Browser,
  type PracticeServer,
  smallLibrary,
  startPracticeServer,
} from '../support/practiceServer';

const AT = '2026-01-05T08:00:00.000Z';

const EXAMPLE: Example = {
  ...{ id: 'strong', scenario: 'small', replies: ['Dag, fijn dat u er bent.', 'Hoe slaapt u?'] },
  ...{
    preparation: { facts: 'Zij slaapt niet.' },
    reflection: {},
    method: 'incident',
    freeze: 2,
    focus: ['H1'],
  },
};

let practice: PracticeServer;
let anna: Browser;
let bert: Browser;
let attempt: string;

const store = () => practice.store;

beforeEach(async () => {
  const exampleTalk = exampleTalks([EXAMPLE], smallLibrary.playbook);
  practice = await startPracticeServer({
    guests: false,
    library: { ...smallLibrary, examples: [EXAMPLE], exampleTalk },
  });
  anna = await practice.browserOf('anna', { name: 'Sanne Kuipers' });
  bert = await practice.browserOf('bert', { name: 'Ahmed Ouali' });
  await practice.browserOf('tineke', { name: 'Tineke Smit' });
  await practice.browserOf('zoe', { name: 'Zoë' });
  await store().groups.addGroup({
    ...{ id: 'g1', name: 'Team Noord', createdBy: 'tineke', createdAt: AT, archivedAt: null },
    timeZone: 'Europe/Amsterdam',
  });
  for (const person of ['anna', 'bert'])
    await store().groups.addMember({ group: 'g1', person, role: 'learner', since: AT });
  attempt = await practice.talk(
    'anna',
    'c-anna',
    'klein',
    'begin',
    'Dag, ik ben Sanne Kuipers. Fatima Bouzid belde mij op 0612345678.',
    'Fatima maakt zich zorgen. Ahmed komt ook. Hoe slaapt u de laatste tijd?',
    'Dit blijft van mij alleen, over Delano.',
    'stop',
  );
});

afterEach(() => practice.close());

/** The fields of the one form to an address: as a browser would send them. */
function fieldsOf(html: string, action: string): Record<string, string> {
  const form = [...html.matchAll(/<form[^>]*action="([^"]+)"[^>]*>(.*?)<\/form>/gs)].find(
    ([, to]) => to === action,
  )?.[2];
  if (form === undefined) throw new Error(`no form to ${action}`);
  const fields: Record<string, string> = {};
  for (const [, attributes = ''] of form.matchAll(/<input ([^>]*)>/g)) {
    const name = /name="([^"]*)"/.exec(attributes)?.[1] ?? '';
    const value = /value="([^"]*)"/s.exec(attributes)?.[1] ?? '';
    const box = /type="(?:checkbox|radio)"/.test(attributes);
    if (!box || / ?checked/.test(attributes)) fields[name] = unescaped(value);
  }
  for (const [, name = '', body = ''] of form.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs)) {
    const options = [...body.matchAll(/<option([^>]*)value="([^"]*)"([^>]*)>/g)];
    const chosen = options.find(([, before, , after]) => /selected/.test(`${before}${after}`)) ?? options[0];
    fields[name] = chosen?.[2] ?? '';
  }
  for (const [, name = '', body = ''] of form.matchAll(
    /<textarea[^>]*name="([^"]+)"[^>]*>(.*?)<\/textarea>/gs,
  ))
    fields[name] = unescaped(body);
  return fields;
}

function unescaped(html: string): string {
  return html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}

const tokenOf = async (browser: Browser) =>
  /name="token" value="([^"]+)"/.exec((await browser.read('/me/data/forget')).text)?.[1] ?? '';

const path = () => `/reviews/new/${attempt}`;

/** What stands on the page outside its list of replacements, which only the owner reads. */
function shown(html: string): string {
  const talk =
    /<section aria-labelledby="talk">.*?(?=<section aria-labelledby="hidden">)/s.exec(html)?.[0] ?? '';
  return unescaped(talk.replace(/<[^>]+>/g, ''));
}

async function preview(changes: Record<string, string> = {}, without: readonly string[] = []) {
  const chosen = fieldsOf((await anna.read(path())).text, path());
  const fields = Object.fromEntries(Object.entries(chosen).filter(([name]) => !without.includes(name)));
  return anna.post(path(), { ...fields, step: 'preview', ...changes });
}

const told = async (person: string) =>
  (await practice.store.privacy.noticesOf(person)).filter(({ kind }) => kind === 'review-announced').length;

async function shareIt(
  changes: Record<string, string> = {},
  without: readonly string[] = [],
): Promise<string> {
  const { text } = await preview(changes, without);
  const { status, location } = await anna.post(path(), {
    ...fieldsOf(text, path()),
    step: 'share',
    consent: 'yes',
  });
  expect(status).toBe(303);
  return /^\/reviews\/([^/?]+)$/.exec(location ?? '')?.[1] ?? '';
}

describe('bringing a talk', () => {
  it('begins at the debrief, and is there for nobody else', async () => {
    expect((await anna.read(`/debrief/${attempt}`)).text).toContain(`href="${path()}"`);
    expect((await anna.read('/reviews/new')).text).toContain(`href="${path()}"`);
    expect((await bert.read('/reviews/new')).text).not.toContain(attempt);
    const { status, text } = await bert.read(path());
    expect(status).toBe(404);
    expect(text).not.toContain('Fatima');
    const other = fieldsOf((await anna.read(path())).text, path());
    expect((await bert.post(path(), { ...other, token: await tokenOf(bert) })).status).toBe(404);
  });

  it('has everything along, for two weeks, until something else is chosen', async () => {
    const fields = fieldsOf((await anna.read(path())).text, path());
    expect(fields).toMatchObject({
      'turn.1': 'yes',
      'turn.2': 'yes',
      'turn.3': 'yes',
      card: 'yes',
      group: 'g1',
    });
    expect(fields.until).toBe('2026-01-19');
    const focus = Object.keys(fields).filter((name) => name.startsWith('focus.'));
    expect(focus).toEqual(['focus.H1', 'focus.V1', 'focus.V5']);
  });

  it('says of every method what it is, when it suits, how long it takes and for how many', async () => {
    for (const page of [path(), '/reviews/example']) {
      const text = unescaped((await anna.read(page)).text);
      expect(text).toContain('Het gesprek staat stil op een spannend moment.');
      expect(text).toContain('Goed als er één moment is waarop de inbrenger niet wist wat te doen.');
      expect(text).toMatch(/Duurt ongeveer \d+ minuten, in 10 stappen\. Past bij 4 tot 12 mensen\./);
    }
  });

  it('stops only after a turn that goes along, and never after the last', async () => {
    const offered = (html: string) =>
      [...(/<select[^>]*name="freeze".*?<\/select>/s.exec(html)?.[0] ?? '').matchAll(/value="(\d*)"/g)].map(
        ([, value]) => value,
      );
    expect(offered((await anna.read(path())).text)).toEqual(['1', '2']);
    const incident = { method: 'incident', step: 'choose' };
    const fewer = await preview({ ...incident, freeze: '3' }, ['turn.2']);
    expect(offered(fewer.text)).toEqual(['1']);
    expect(fewer.text).toContain('Kies een beurt<');
    const last = await preview({ method: 'incident', freeze: '3' });
    expect(last.status).toBe(422);
    expect(last.text).toContain('Kies een eerdere beurt om te stoppen.');
    const alone = await preview({ method: 'incident', freeze: '1' }, ['turn.2', 'turn.3']);
    expect(alone.status).toBe(422);
    expect(alone.text).toContain('Neem dus minstens twee beurten mee');
    expect((await preview({ method: 'incident', freeze: '1' }, ['turn.3'])).status).toBe(200);
  });

  it('keeps what was chosen when something is missing', async () => {
    const { status, text } = await preview(
      { title: '', until: '2026-13-40', 'focus.H1': 'yes', method: 'incident', freeze: '3', hide: 'x' },
      ['turn.1', 'turn.2', 'turn.3'],
    );
    expect(status).toBe(422);
    expect(text).toContain('Geef een titel');
    expect(text).toContain('Kies minstens één beurt');
    expect(text).toContain('Vul een dag in');
    expect(text).toContain('Kies een beurt die meegaat');
    const again = fieldsOf(text, path());
    expect(again).toMatchObject({ 'focus.H1': 'yes', method: 'incident', hide: 'x', until: '2026-13-40' });
    expect(again['turn.1']).toBeUndefined();
    expect((await preview({ until: '2027-01-01' })).text).toContain('Kies een dag binnen 180 dagen');
    const five = Object.fromEntries(['H1', 'H2', 'H3', 'H4', 'H5'].map((id) => [`focus.${id}`, 'yes']));
    expect((await preview(five)).text).toContain('Kies hooguit 4 onderdelen');
    expect((await preview({ group: 'g9' })).status).toBe(422);
    expect(await store().reviews.reviewsBy('anna')).toEqual([]);
  });

  it('leaves no word to hide out without saying so, and lets the list be made shorter', async () => {
    const hide = Array.from({ length: 51 }, (_, at) => `woord${at}`);
    const { status, text } = await preview({ hide: hide.join('\n') });
    expect(status).toBe(422);
    expect(text).toContain('Dat zijn te veel woorden om weg te halen');
    expect(text).toContain('<textarea id="hide"');
    const again = { ...fieldsOf(text, path()), hide: hide.slice(1).join('\n'), step: 'preview' };
    expect((await anna.post(path(), again)).status).toBe(200);
  });

  it('shows exactly what others will see, and stores nothing', async () => {
    const { status, text } = await preview({}, ['turn.3']);
    expect(status).toBe(200);
    const seen = shown(text);
    expect(seen).toContain('Dag, ik ben [inbrenger]. [naam 1] belde mij op [telefoonnummer 1].');
    expect(seen).toContain('[naam 1] maakt zich zorgen. [naam 2] komt ook. Hoe slaapt u de laatste tijd?');
    expect(seen).toContain('1 beurt gaat niet mee.');
    expect(seen).toContain('wat het programma in elke zin las');
    expect(seen).toContain('gebruikt worden om het programma beter te maken');
    for (const word of ['Sanne', 'Kuipers', 'Fatima', 'Bouzid', 'Ahmed', '0612345678', 'Delano'])
      expect(seen).not.toContain(word);
    expect(text).not.toContain('Delano');
    expect(text).toContain('2 andere leden van Team Noord, tot en met maandag 19 januari 2026.');
    expect(text).toContain('Trainer: Tineke Smit.');
    expect(text).toContain('Dit zien wij niet');
    expect(unescaped(text)).toContain('Laat staan: Fatima Bouzid, Fatima (nu [naam 1])');
    expect(await store().reviews.reviewsBy('anna')).toEqual([]);
  });

  it('offers no tick for a telephone number, and lets no added word lay it bare', async () => {
    const first = await preview();
    expect(unescaped(first.text)).toContain('Altijd vervangen: 0612345678 (nu [telefoonnummer 1])');
    expect(unescaped(first.text)).not.toContain('Laat staan: 0612345678');
    const forged = { ...fieldsOf(first.text, path()), 'keep.9': '0612345678', hide: '06\nbelde' };
    const { text } = await anna.post(path(), { ...forged, step: 'preview' });
    expect(shown(text)).toContain('[weggelaten 1] mij op [telefoonnummer 1].');
    expect(shown(text)).not.toContain('0612345678');
  });

  it('lets the owner put back and take out more, and forgets neither', async () => {
    const first = await preview();
    const keep = Object.entries({ 'keep.9': 'Ahmed' });
    const second = await anna.post(path(), {
      ...fieldsOf(first.text, path()),
      ...Object.fromEntries(keep),
      hide: 'zorgen\nblijft van mij',
      step: 'preview',
    });
    expect(shown(second.text)).toContain('[naam 1] maakt zich [weggelaten 1]. Ahmed komt ook.');
    expect(shown(second.text)).toContain('Dit [weggelaten 2] alleen');
    const third = await anna.post(path(), { ...fieldsOf(second.text, path()), step: 'choose' });
    expect(third.status).toBe(200);
    const fourth = await anna.post(path(), { ...fieldsOf(third.text, path()), step: 'preview' });
    expect(shown(fourth.text)).toEqual(shown(second.text));
    const { 'keep.0': kept, ...without } = fieldsOf(fourth.text, path());
    expect(kept).toBe('Ahmed');
    const fifth = await anna.post(path(), { ...without, step: 'preview' });
    expect(shown(fifth.text)).not.toContain('Ahmed');
  });

  it('is shared only with a yes to what was shown', async () => {
    const { text } = await preview();
    const fields = fieldsOf(text, path());
    const silent = await anna.post(path(), { ...fields, step: 'share' });
    expect(silent.status).toBe(422);
    expect(silent.text).toContain('Zet een vinkje als je het wilt delen');
    await store().groups.addMember({ group: 'g1', person: 'zoe', role: 'learner', since: AT });
    const changed = await anna.post(path(), { ...fields, step: 'share', consent: 'yes' });
    expect(changed.status).toBe(422);
    expect(changed.text).toContain('Er is iets veranderd sinds je dit bekeek');
    expect(await store().reviews.reviewsBy('anna')).toEqual([]);
    const done = await anna.post(path(), {
      ...fieldsOf(changed.text, path()),
      step: 'share',
      consent: 'yes',
    });
    expect(done.status).toBe(303);
    const [review] = await store().reviews.reviewsBy('anna');
    expect(done.location).toBe(`/reviews/${review?.id}`);
    expect(await store().reviews.consentsOf('anna')).toMatchObject([
      {
        review: review?.id,
        group: 'g1',
        turns: 3,
        card: true,
        reflection: false,
        people: 3,
        withdrawnAt: null,
      },
    ]);
  });

  it('keeps a copy in which nothing hidden is left', async () => {
    const id = await shareIt({ title: 'Over Fatima', method: 'incident', freeze: '1', 'focus.K1': 'yes' }, [
      ...['turn.3', 'focus.H1', 'focus.V1'],
    ]);
    const review = await store().reviews.review(id);
    expect(review).toMatchObject({
      title: 'Over [naam 1]',
      freeze: 1,
      focus: ['K1', 'V5'],
      method: 'incident',
      owner: 'anna',
    });
    expect(review?.until).toBe('2026-01-19T22:59:59.999Z');
    const talk = await store().reviews.talk(id);
    expect(talk?.turns.map(({ number }) => number)).toEqual([1, 2]);
    expect(JSON.stringify({ talk, review })).not.toMatch(
      /Sanne|Kuipers|Fatima|Bouzid|Ahmed|0612345678|Delano/,
    );
    for (const { text, sentences } of talk?.turns ?? [])
      expect(sentences.map(({ span }) => text.slice(span.start, span.end)).join(' ')).toBe(text);
    for (const { evidence } of talk?.card?.criteria ?? [])
      for (const { turn, span, quote } of evidence)
        expect(talk?.turns.find(({ number }) => number === turn)?.text.slice(span.start, span.end)).toBe(
          quote,
        );
  });

  it('is shared anew when it is to be seen otherwise, or shorter', async () => {
    const first = await shareIt();
    const shorter = await shareIt({ until: '2026-01-12' });
    expect(shorter).not.toBe(first);
    expect((await store().reviews.review(shorter))?.until).toBe('2026-01-12T22:59:59.999Z');
    expect(await shareIt({ 'focus.K1': 'yes' })).not.toBe(first);
  });

  it('is shared once, however often the button is pressed', async () => {
    const { text } = await preview();
    const fields = { ...fieldsOf(text, path()), step: 'share', consent: 'yes' };
    const answers = await Promise.all([1, 2, 3].map(() => anna.post(path(), fields)));
    const [review, ...others] = await store().reviews.reviewsBy('anna');
    expect(others).toEqual([]);
    for (const { location } of answers) expect(location).toBe(`/reviews/${review?.id}`);
    await shareIt({ title: 'Nog eens' });
    expect(await store().reviews.reviewsBy('anna')).toHaveLength(2);
  });

  it('is told on the own page, and taken back at once', async () => {
    const id = await shareIt();
    const me = (await anna.read('/me')).text;
    expect(me).toContain(`/reviews/${id}/withdraw`);
    expect(me).toContain('Bij intervisie deel je wel iets');
    expect(me).not.toContain('Niemand anders ziet je gesprekken.');
    expect((await bert.read('/me')).text).toContain('Niemand anders ziet je gesprekken.');
    const page = `/reviews/${id}/withdraw`;
    expect((await bert.read(page)).status).toBe(404);
    expect((await bert.post(page, { token: await tokenOf(bert) })).status).toBe(404);
    expect((await anna.read(page)).text).toContain('Er doet nog niemand anders mee.');
    expect(await anna.send(page, page)).toMatchObject({
      status: 303,
      location: '/me?lang=nl&told=withdrawn',
    });
    expect(await store().reviews.review(id)).toBeNull();
    expect(await store().reviews.talk(id)).toBeNull();
    const [consent] = await store().reviews.consentsOf('anna');
    expect(consent?.withdrawnAt).not.toBeNull();
    expect((await anna.read('/me?told=withdrawn')).text).toContain('Je hebt het gesprek teruggenomen.');
  });

  it('goes with the attempt, with its owner, and with leaving the group', async () => {
    const one = await shareIt();
    await store().forgetAttempt(attempt, 'anna');
    expect(await store().reviews.review(one)).toBeNull();
    attempt = await practice.talk('anna', 'c-2', 'klein', 'begin', 'Hoe slaapt u?', 'stop');
    const two = await shareIt();
    await anna.send('/groups/g1/leave', '/groups/g1/leave');
    expect(await store().groups.membership('g1', 'anna')).toBeNull();
    expect(await store().reviews.review(two)).toBeNull();
    expect((await anna.read(path())).text).toContain('Je zit nog niet in een groep.');
    await store().groups.addMember({ group: 'g1', person: 'anna', role: 'learner', since: AT });
    const three = await shareIt();
    expect((await anna.post('/me/data/forget', { token: await tokenOf(anna) })).status).toBe(303);
    expect(await store().people.person('anna')).toBeNull();
    expect(await store().reviews.review(three)).toBeNull();
    expect(await store().reviews.talk(three)).toBeNull();
  });
});

describe('a case of one’s own', () => {
  const own = '/reviews/own-case';
  const REPORT =
    'Verslag huisbezoek\nIk: Dag mevrouw Bouzid, ik ben Sanne.\nFatima: (zucht) Kom binnen.\nIk: Hoe gaat het met Delano?\nFatima: Slecht. Hij zit op school De Regenboog.';

  const paste = async (report: string) => {
    const { text } = await anna.read(own);
    return anna.post(own, { ...fieldsOf(text, own), report, step: 'voice' });
  };

  it('is pasted, asked who is who, looked at and shared', async () => {
    const voice = await paste(REPORT);
    expect(voice.status).toBe(200);
    expect(voice.text).toContain('We zien 2 sprekers.');
    const chosen = fieldsOf(voice.text, own);
    expect(chosen.professional).toBe('0');
    const choose = await anna.post(own, { ...chosen, step: 'choose' });
    expect(choose.status).toBe(200);
    const seen = await anna.post(own, { ...fieldsOf(choose.text, own), step: 'preview' });
    expect(seen.status).toBe(200);
    expect(shown(seen.text)).toContain('Dag mevrouw [naam 2], ik ben [inbrenger].');
    expect(shown(seen.text)).not.toMatch(/Bouzid|Fatima|Delano|Regenboog|Sanne/);
    expect(await store().reviews.reviewsBy('anna')).toEqual([]);
    const done = await anna.post(own, { ...fieldsOf(seen.text, own), step: 'share', consent: 'yes' });
    expect(done.status).toBe(303);
    const [review] = await store().reviews.reviewsBy('anna');
    expect(review?.source).toEqual({ kind: 'own-case' });
    const talk = await store().reviews.talk(review?.id ?? '');
    expect(talk).toMatchObject({
      scenario: null,
      other: { name: '[naam 1]', letter: 'G' },
      card: null,
      preparation: {},
      opening: '',
    });
    expect(talk?.turns.map(({ answer }) => answer)).toEqual([
      '(zucht) Kom binnen.',
      expect.stringMatching(/^Slecht\. Hij zit op school \[school 1\]\.$/),
    ]);
    expect(talk?.turns[1]?.sentences[0]?.moves.length).toBeGreaterThan(0);
    expect(JSON.stringify(talk)).not.toMatch(/Bouzid|Fatima|Delano|Regenboog|Sanne|Verslag/);
  });

  it('names nobody by what they are called in it, also where nobody knows that name', async () => {
    const report = 'Wytzeke: Dag.\nGrietsje: Dag Wytzeke.\nWytzeke: Hoe gaat het?\nGrietsje: Goed.';
    const voice = await paste(report);
    const chosen = { ...fieldsOf(voice.text, own), professional: '0', step: 'choose' };
    const choose = await anna.post(own, chosen);
    const seen = await anna.post(own, { ...fieldsOf(choose.text, own), step: 'preview' });
    expect(shown(seen.text)).toContain('([naam 1]): Dag [inbrenger].');
    expect(shown(seen.text)).not.toMatch(/Wytzeke|Grietsje/);
    const mother = report.replaceAll('Grietsje', 'Moeder').replaceAll('Wytzeke', 'Ik');
    const kept = await anna.post(own, {
      ...fieldsOf((await paste(mother)).text, own),
      step: 'choose',
    });
    const plain = await anna.post(own, { ...fieldsOf(kept.text, own), step: 'preview' });
    expect(shown(plain.text)).toContain('(Moeder)');
  });

  it('may be heavy: whoever brings it and whoever reads it is told, with whom to call', async () => {
    const told = (html: string) => {
      const text = unescaped(html);
      expect(text).toContain('Het kan gaan over iets zwaars');
      for (const line of ['0800-0113', '0800-2000', '0800-0432', 'Bel 112.']) expect(text).toContain(line);
    };
    told((await anna.read(own)).text);
    const choose = await anna.post(own, { ...fieldsOf((await paste(REPORT)).text, own), step: 'choose' });
    const seen = await anna.post(own, { ...fieldsOf(choose.text, own), step: 'preview' });
    told(seen.text);
    const done = await anna.post(own, { ...fieldsOf(seen.text, own), step: 'share', consent: 'yes' });
    const room = await bert.read(done.location ?? '');
    expect(room.text).toContain('Dit kan je raken');
    told(room.text);
    expect((await preview()).text).not.toContain('Het kan gaan over iets zwaars');
  });

  it('says what it made of more than two speakers, of lines in doubt and of no names', async () => {
    const four = await paste(`${REPORT}\nTolk: Goed.\nOpa - die weet het.\nIk: Ja.\nTolk: Ja.`);
    expect(four.text).toContain('Er praten meer dan twee mensen.');
    expect(four.text).toContain('We lazen het als vervolg van de regel ervoor.');
    expect(four.text).toContain('Opa - die weet het.');
    const two = await paste(REPORT);
    expect(two.text).not.toContain('Er praten meer dan twee mensen.');
    expect(two.text).not.toContain('als vervolg van de regel ervoor');
    expect((await paste('Hoe gaat het?\n\nSlecht.\n\nO.')).text).toContain('Er staat niet bij wie er praat.');
  });

  it('is given back with a reason when it cannot be read', async () => {
    const { status, text } = await paste('Vandaag sprak ik een moeder. Het ging goed.');
    expect(status).toBe(422);
    expect(text).toContain('We zien maar één spreker.');
    expect(unescaped(text)).toContain('Is het een verhaal');
    expect(fieldsOf(text, own).report).toBe('Vandaag sprak ik een moeder. Het ging goed.');
    const voice = await paste(REPORT);
    const back = await anna.post(own, { ...fieldsOf(voice.text, own), step: 'paste' });
    expect(fieldsOf(back.text, own).report?.replace(/\r\n/g, '\n')).toBe(REPORT);
    const nobody = await anna.post(own, { ...fieldsOf(voice.text, own), professional: '7', step: 'choose' });
    expect(nobody.status).toBe(422);
    expect(nobody.text).toContain('Kies iemand die iets zegt');
  });

  it('may be as long as an hour of talking', async () => {
    const long = Array.from(
      { length: 400 },
      (_, turn) => `Ik: beurt ${turn}, «é»?\nMoeder: ${'ja '.repeat(35)}`,
    ).join('\n');
    expect(long.length).toBeGreaterThan(50_000);
    expect((await paste(long)).status).toBe(200);
    expect((await paste(`${long}${long}`)).status).toBe(422);
  });
});

describe('the group', () => {
  const example = { example: 'strong', group: 'g1', method: '' };

  it('is told only when who brings it ticks that', async () => {
    await store().people.changePerson('bert', { email: 'bert@example.org' });
    await shareIt();
    await anna.send('/reviews/example', '/reviews/example', example);
    expect(await told('bert')).toBe(0);
    await anna.send('/reviews/example', '/reviews/example', { ...example, tell: 'yes' });
    expect([await told('bert'), await told('anna')]).toEqual([1, 0]);
  });

  it('is told of a talk of one’s own in the same way', async () => {
    await store().people.changePerson('bert', { email: 'bert@example.org' });
    const { text } = await preview();
    expect(text).toContain('Zeg het de groep');
    const send = { ...fieldsOf(text, path()), step: 'share', consent: 'yes' };
    const first = await anna.post(path(), send);
    expect(await told('bert')).toBe(0);
    for (const again of [1, 2]) {
      expect((await anna.post(path(), { ...send, tell: 'yes' })).location).toBe(first.location);
      expect([again, await told('bert'), await told('anna')]).toEqual([again, 1, 0]);
    }
  });
});

describe('a talk that comes along', () => {
  const example = '/reviews/example';

  it('is a review at once, for who is in the group, without anybody’s consent', async () => {
    const form = (await anna.read(example)).text;
    for (const words of ['Een sterk gesprek', 'Wie het kiest, speelt de inbrenger', 'Waar je op kunt letten'])
      expect(form).toContain(words);
    expect(form).toContain('<li>Wat vraagt zij over de dood, en hoe?</li>');
    const { status, location } = await anna.send(example, example, {
      example: 'strong',
      group: 'g1',
      method: '',
    });
    expect(status).toBe(303);
    const id = /([^/]+)$/.exec(location ?? '')?.[1] ?? '';
    expect(await store().reviews.review(id)).toMatchObject({
      ...{ source: { kind: 'example', example: 'strong' }, method: 'incident', freeze: 2, focus: ['H1'] },
      ...{ group: 'g1', owner: 'anna', until: '2026-01-19T22:59:59.999Z' },
    });
    const talk = await store().reviews.talk(id);
    expect(talk?.turns.map(({ text }) => text)).toEqual(EXAMPLE.replies);
    expect(talk).toMatchObject({ preparation: EXAMPLE.preparation, scenario: { id: 'small' } });
    expect(talk?.card?.criteria.length).toBe(14);
    expect(await store().reviews.consentsOf('anna')).toEqual([]);
    expect((await anna.read('/me')).text).not.toContain(`/reviews/${id}/withdraw`);
    expect((await anna.read(`/reviews/${id}/withdraw`)).text).toContain('Dit is een voorbeeldgesprek.');
    const { reviews } = JSON.parse((await anna.read('/me/data/json')).text);
    expect(reviews).toMatchObject([{ review: { id }, talk: null }]);
  });

  it('is not begun elsewhere, nor when there is none of that name', async () => {
    const zoe = await practice.browserOf('zoe');
    expect((await zoe.read(example)).text).toContain('Je zit nog niet in een groep.');
    const token = await tokenOf(zoe);
    const elsewhere = await zoe.post(example, { token, example: 'strong', group: 'g1', method: '' });
    expect(elsewhere.status).toBe(422);
    expect((await anna.post(example, { token: await tokenOf(anna), example: 'x', group: 'g1' })).status).toBe(
      422,
    );
    expect(await store().reviews.reviewsIn(['g1'])).toEqual([]);
  });
});
