import { PROJECT_ROOT } from '../../../src/cli/root';
import { loadLibrary } from '../../../src/content/library';
import { decideTurn } from '../../../src/core/decideTurn';
import type { Turn } from '../../../src/core/model/conversation';
import type { MessageBody } from '../../../src/core/model/message';
import type { Session } from '../../../src/core/model/session';
import { buildDebrief } from '../../../src/core/rendering/debrief';
import { chanceFor } from '../../../src/core/rendering/debrief/chance';
import { promisesTooMuch, soothing } from '../../../src/core/rendering/debrief/habits';
import { shortDebrief } from '../../../src/core/rendering/debriefCard';
import { score } from '../../../src/core/scoring/score';
import { playthrough } from '../../support/playthrough';

const loaded = loadLibrary(PROJECT_ROOT);
if (!loaded.ok) throw new Error('content has errors; run check');
const { playbook } = loaded.library;
const staged = playbook.scenarios.find(({ scenario }) => scenario.id === 'hasna');
if (!staged) throw new Error('no scenario hasna');
const { scenario } = staged;

/** The feedback on a talk that is stopped after these replies. */
function feedback(...replies: readonly string[]) {
  let session: Session = {
    conversation: 'c',
    learner: 'l',
    version: 0,
    stage: 'choosing',
    paused: false,
    locale: 'nl',
    address: 'je',
    attempt: null,
  };
  const turns: Turn[] = [];
  const bodies: readonly MessageBody[] = [
    { kind: 'action', action: 'choose', values: { scenario: scenario.id } },
    { kind: 'action', action: 'begin', values: {} },
    ...[...replies, 'stop'].map((text): MessageBody => ({ kind: 'text', text })),
  ];
  for (const [number, body] of bodies.entries()) {
    if (number > 1 && session.stage !== 'playing') break;
    const message = { id: `${number}`, conversation: 'c', learner: 'l', body };
    const decision = decideTurn(playbook, session, message, {
      freshId: 'a',
      transcript: turns,
      homework: [],
    });
    if ('needs' in decision) throw new Error('the transcript was there');
    for (const item of decision.recorded) if (item.kind === 'turn') turns.push(item.turn);
    session = decision.session;
  }
  if (!session.attempt) throw new Error('the talk has not begun');
  const scorecard = score(playbook.rubric, turns);
  const debrief = buildDebrief({
    scenario,
    rubric: playbook.rubric,
    turns,
    scorecard,
    attempt: session.attempt,
  });
  return { debrief, turns, card: JSON.stringify(shortDebrief(debrief, playbook.texts('nl', 'je')).blocks) };
}

const WARM_BUT_UNSAFE = [
  'Goedemorgen meneer Nuur, wat goed dat u na zo’n nacht nog langskomt.',
  'Hoe gaat het thuis met iedereen?',
  'Wat maakte u zo bang die avond?',
  'Dat blijft gewoon tussen ons, daar ga ik niks van opschrijven.',
  'De deur op slot snap ik ook wel, u moest toch iets.',
  'Fijne dag verder, tot ziens!',
];

const STRAIGHT = [
  'Goedemorgen meneer Nuur, ik ben de directeur. Dank dat u gekomen bent na uw nachtdienst.',
  'Hasna vertelde ons dat ze twee dagen opgesloten was.',
  'Ik hoor dat u bang was voor wat er met haar kon gebeuren.',
  'We zijn bang dat Hasna aan zelfmoord denkt.',
  'Ik kan niet beloven dat dit tussen ons blijft.',
  'Kan uw vrouw vandaag en vannacht bij Hasna zijn?',
  'Zullen we haar samen vragen of ze dood wil, vandaag nog?',
];

const HARD_THEN_SORRY = [
  'Meneer, wat u gedaan heeft kan echt niet.',
  'Iedere vader die zijn kind opsluit is fout bezig.',
  'Sorry. Ik was te snel met mijn oordeel.',
  'Hoe is het voor u geweest, deze week?',
  'Dat klinkt alsof u geen uitweg zag.',
];

const SMOOTH = [
  'Goedemorgen meneer, fijn dat u er bent.',
  'Ze zei dat ze een paar dagen op haar kamer moest blijven, met de deur dicht.',
  'Ik zou het misschien ook gedaan hebben als vader.',
  'Ze is wat stilletjes, maar dat hebben ze allemaal wel eens, toch?',
  'Dus dan schrijf ik niks op, en als Veilig Thuis belt dan zeg ik dat het goed geregeld is.',
  'Zullen we afspreken dat het nu gewoon opgelost is?',
];

describe('the feedback on a talk', () => {
  it('quotes the words that made a warm talk unsafe, on the card too', () => {
    const { debrief, card } = feedback(...WARM_BUT_UNSAFE);
    const unsafe = debrief.harms.filter((harm) => harm.unsafe).map(({ quote }) => quote);
    expect(unsafe).toEqual([WARM_BUT_UNSAFE[3], WARM_BUT_UNSAFE[4]]);
    expect(card).toContain('daar ga ik niks van opschrijven');
    expect(debrief.practise?.gap).toBe('concern');
    expect(debrief.missedConcerns.map(({ id }) => id)).toEqual(['locked-in', 'sadness']);
  });

  it('praises the danger that was named, and says which', () => {
    const { debrief } = feedback(...STRAIGHT);
    expect(debrief.missedConcerns).toEqual([]);
    expect(debrief.keep[0]).toMatchObject({ criterion: 'V5', rule: 'V5-direct' });
    expect(debrief.keep[0]?.about).not.toBe('');
  });

  it('practises what was left without a yes before any general tip', () => {
    const { debrief } = feedback(...STRAIGHT);
    expect(['open', 'unanswered']).toContain(debrief.practise?.gap);
    expect(debrief.practise?.open).toBe('de deur: niet meer op slot');
  });

  it('lists what was proposed in the words of both, and never what nobody said', () => {
    const { debrief, turns } = feedback(...STRAIGHT);
    const spoken = [...debrief.settled.agreed, ...debrief.settled.proposed];
    expect(spoken.map(({ id }) => id)).toEqual(expect.arrayContaining(['tonight', 'ask-her']));
    for (const { turn, yours, his } of spoken) {
      if (yours) expect(turns[turn - 1]?.text).toContain(yours);
      const said = turns[turn - 1]?.persona.map(({ text }) => text.replace(/\([^)]*\)/g, ' ')).join(' ');
      expect(said?.replace(/\s+/g, ' ')).toContain(his);
    }
    expect(debrief.settled.open.map(({ id }) => id)).toContain('door');
  });

  it('calls an apology a repair, and does not hold up what was made good', () => {
    const { debrief } = feedback(...HARD_THEN_SORRY);
    expect(debrief.keep.map(({ rule }) => rule)).toContain('repair');
    expect(debrief.harms.map(({ turn }) => turn)).not.toContain(2);
  });

  it('names a habit by what it cost in the whole talk', () => {
    const { debrief } = feedback(
      'Bent u de vader van Hasna?',
      'Heeft u nog meer kinderen?',
      'Werkt uw vrouw?',
      'Was Hasna dinsdag thuis?',
      'En woensdag ook?',
      'Was de deur op slot?',
      'Weet uw vrouw dat?',
      'Is Hasna somber?',
      'Eet ze nog?',
      'Denkt ze aan zelfmoord?',
    );
    expect(debrief.practise).toMatchObject({ gap: 'harm', against: { rule: 'H1-interrogates' } });
  });

  it('keeps the name of what it praises, however early the talk is stopped', () => {
    for (const replies of [WARM_BUT_UNSAFE, STRAIGHT, HARD_THEN_SORRY]) {
      const names = new Map<string, string>();
      for (let last = 3; last <= replies.length; last += 1) {
        for (const { turn, sentence, rule } of feedback(...replies.slice(0, last)).debrief.keep) {
          const key = `${turn}.${sentence}`;
          expect(names.get(key) ?? rule).toBe(rule);
          names.set(key, rule);
        }
      }
    }
  });

  it('never praises smoothing over, and quotes it as what left Hasna unsafe', () => {
    const { debrief, card } = feedback(...SMOOTH);
    const unsafe = debrief.harms.filter((harm) => harm.unsafe).map(({ quote }) => quote);
    expect(unsafe).toContain('Ik zou het misschien ook gedaan hebben als vader.');
    expect(unsafe).toContain('Zullen we afspreken dat het nu gewoon opgelost is?');
    expect(debrief.harms.map(({ rule }) => rule)).toContain('K3-misleads');
    for (const { quote } of debrief.keep) expect(SMOOTH.slice(1).join(' ')).not.toContain(quote);
    expect(debrief.missedConcerns[0]?.softly?.quote).toContain('met de deur dicht');
    expect(card).toContain('niet met zoveel woorden genoemd');
  });

  it('makes nothing of a sorry that mends nothing, nor of a seat that is offered', () => {
    const { debrief } = feedback(
      'Dag meneer. Dank dat u komt. Ga zitten.',
      'Sorry, het is vroeg, ik raak de draad kwijt.',
      'Hoe was uw nacht?',
      'Hasna vertelde dat ze opgesloten was.',
      'Wat maakte u zo bang?',
      'Ik hoor dat u geen uitweg zag.',
    );
    expect(debrief.keep.map(({ rule }) => rule)).not.toContain('repair');
    expect(debrief.harms.map(({ quote }) => quote)).not.toContain('Ga zitten.');
    expect(debrief.weakest?.turn).not.toBe(1);
  });

  it('practises one question at a time with who asks two or three in most turns', () => {
    const { debrief } = feedback(
      'Hoe was uw nacht, en heeft u al gegeten?',
      'Waar werkt u? En wat doet u daar?',
      'Hoe gaat het thuis, en hoe is het met Hasna?',
      'Wat merkt u aan haar? Slaapt ze goed?',
      'Wie is er bij haar, en weet uw vrouw dat u hier bent?',
      'Wat maakte u bang? En wat zou u willen?',
    );
    const habits = debrief.practise?.against?.rule;
    expect([debrief.practise?.gap, habits]).not.toEqual(['mark', undefined]);
  });

  it('says that nobody can promise what others decide', () => {
    const promised = feedback(...STRAIGHT, 'Nee, ze komen haar niet halen.').turns;
    expect(promisesTooMuch(promised)).toMatchObject({
      rule: 'K3-promises',
      quote: 'Nee, ze komen haar niet halen.',
    });
    expect(
      promisesTooMuch(feedback(...STRAIGHT, 'Ik kan u niet beloven dat ze haar niet komen halen.').turns),
    ).toBeNull();
  });

  it.each([
    'Niemand komt haar bij u ophalen, hoor.',
    'Ze blijft gewoon thuis en u mag er altijd bij zijn.',
    'Er gebeurt haar niets, dat garandeer ik u.',
  ])('knows other promises that nobody can make, and shows them whatever is practised: %s', (promise) => {
    const { debrief, card } = feedback(...STRAIGHT, promise);
    expect(debrief.harms.map(({ rule }) => rule)).toContain('K3-promises');
    expect(card).toContain(promise.slice(0, 20));
  });

  it.each([
    '‘Zou kunnen’ schrijf ik niet op.',
    'Een misschien schrijf ik niet op.',
    '‘Ik denk het’ schrijf ik niet op.',
  ])('takes no refusal of half an answer for a promise of secrecy: %s', (refusal) => {
    const rules = (reply: string) =>
      score(playbook.rubric, feedback(...STRAIGHT, reply).turns).criteria.flatMap(({ evidence }) =>
        evidence.map(({ rule }) => rule),
      );
    expect(rules(refusal)).not.toContain('K3-secrecy');
    expect(rules('Dat schrijf ik niet op, dat blijft tussen ons.')).toContain('K3-secrecy');
  });

  it('names soothing as a pattern, with its turns, however kind the words in between', () => {
    const { debrief } = feedback(...playthrough('hasna', 'mentor-soothes-on').replies);
    const soothed = debrief.harms.filter(({ rule }) => rule === 'V5-soothes');
    expect(soothed.map(({ turn }) => turn)).toEqual([1, 12]);
    expect(debrief.practise).toMatchObject({ against: { turn: 12, rule: 'V5-soothes' }, also: [1] });
    expect(debrief.weakest?.turn).toBe(12);
    const once = feedback('Dag meneer, niks ergs hoor.', 'Hoe was uw nacht?').turns;
    expect(soothing(once)).toEqual([]);
    const others = feedback(
      'Het valt vast mee.',
      'Gewoon een fase, denk ik.',
      'Maakt u zich geen zorgen.',
    ).turns;
    expect(soothing(others).map(({ turn }) => turn)).toEqual([1, 2, 3]);
    const heard = feedback('Dat is vast zwaar voor u.', 'Ik begrijp dat u geen zorgen wilt.').turns;
    expect(soothing(heard)).toEqual([]);
  });

  it('holds no yes or no that must be had against anybody, nor one closed question after open ones', () => {
    for (const talk of ['dry-worker-wants-the-key', 'officer-gives-a-choice']) {
      const { debrief } = feedback(...playthrough('hasna', talk).replies);
      const named = [debrief.practise?.against, debrief.weakest, ...debrief.harms].map((item) => item?.rule);
      expect(named).not.toContain('H1-interrogates');
    }
  });

  it.each([
    'Zullen we dat samen doen, straks, en dan de huisarts erbij?',
    'Zullen we het samen proberen, vandaag nog?',
    'Ik spreek haar om twee uur, de mentor zit erbij. Vindt u dat goed?',
  ])('hears a plain yes to asking Hasna, in whatever words it was proposed: %s', (proposal) => {
    const told = playthrough('hasna', 'mentor-soothes-on').replies.slice(0, 15);
    expect(feedback(...told, proposal).debrief.settled.agreed.map(({ id }) => id)).toContain('ask-her');
  });

  it('proposes nothing by asking how things are', () => {
    const proposed = (reply: string) =>
      feedback(...STRAIGHT.slice(0, 4), reply).debrief.settled.proposed.map(({ id }) => id);
    for (const asks of [
      'Is de deur nu open thuis, vandaag?',
      'Staat haar deur vandaag open?',
      'Zit de deur vandaag nog op slot?',
    ]) {
      expect(proposed(asks)).not.toContain('door');
    }
    for (const tells of [
      'Begint u maar bij maandagavond.',
      'Is er maandag iets gebeurd thuis?',
      'Wat zei ze maandag?',
    ]) {
      expect(proposed(tells)).not.toContain('again');
    }
  });

  it('says why it is no agreement yet when not all was told', () => {
    const { debrief } = feedback(...playthrough('hasna', 'brisk-neighbourhood-team').replies);
    expect(debrief.ending).toMatchObject({
      ending: 'first-step',
      reason: scenario.texts.reasons['not-all-told'],
    });
    const { settled } = feedback(...playthrough('hasna', 'dry-worker-wants-the-key').replies).debrief;
    expect(settled.open.map(({ id }) => id)).toContain('safe-house');
  });

  it('says what not seen means where not all was seen', () => {
    const { debrief, card } = feedback(...STRAIGHT);
    const partly = debrief.domains.some(({ marks }) => marks.some(({ level }) => level === 'not-seen'));
    expect(card.includes('geen laag cijfer')).toBe(partly);
  });

  it('misses whom to call at night until it was said', () => {
    const open = (...replies: readonly string[]) =>
      feedback(...replies).debrief.settled.open.map(({ id }) => id);
    expect(open(...STRAIGHT)).toContain('in-need');
    expect(open(...STRAIGHT, 'En gaat het vannacht mis, dan belt u de huisartsenpost.')).not.toContain(
      'in-need',
    );
  });

  it('shows with a tip a moment at which it would have fitted, in the words of the persona', () => {
    const { turns, debrief } = feedback(...playthrough('hasna', 'excellent').replies);
    const [mark] = debrief.domains.flatMap(({ marks }) => marks);
    const chance = mark && chanceFor({ ...mark, evidence: [] }, turns);
    const last = turns.slice(0, -1).findLast(({ disclosed }) => disclosed.length > 0);
    expect(chance?.turn).toBe(last?.number);
    expect(last?.persona.map(({ text }) => text).join(' ')).toContain(chance?.said);
  });

  it('answers the matter itself, not whether it may be raised', () => {
    const { turns } = feedback(
      'Goedemorgen meneer, fijn dat u er bent.',
      'Mag ik iets moeilijks zeggen? Hasna heeft verteld dat ze twee dagen opgesloten zat.',
    );
    expect(turns[1]?.persona.map(({ line }) => line)).not.toContain('permission-guarded');
  });

  it('speaks of culture only to who did', () => {
    for (const replies of [STRAIGHT, HARD_THEN_SORRY]) {
      expect(feedback(...replies).debrief.practise?.criterion).not.toBe('K2');
    }
  });
});
