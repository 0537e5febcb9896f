import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileRolePlay } from '../../dialogs/rolePlay';
import { PROJECT_ROOT } from '../../src/cli/root';
import { type ContentFile, type Ground, loadScenario } from '../../src/content/loadScenario';
import { effectTable } from '../../src/content/schemas/effects';
import { readYaml } from '../../src/content/yamlFile';
import type { Stageable } from '../../src/core/dialogue/playTurn';

/** A scenario of the smallest kind that is complete: for tests of the engine and of the diagnostics. */
export const SMALL_SCENARIO = `id: small
language: nl
minutes: 5
heavy: false
helpLines: []
factors: [age, class]
sources: [KIS 2021]
names: [Ans]
start: { trust: 30, tension: 40, understood: 10 }
climate:
  open: { trust: 50, tension: 40 }
  closed: { trust: 15, tension: 75 }
  hysteresis: 4
maxTurns: 10
phases:
  exploring: { turn: { min: 2 } }
  bridging: { meters: { understood: { min: 40 } }, raised: [alone] }
  agreeing: { meters: { trust: { min: 55 } }, count: [{ moves: ['family:together'], min: 1 }] }
topics: [sleep, alone, goodbye]
disclosures:
  - id: nights
    topics: [sleep]
    when: { climate: [guarded, open], meters: { trust: { min: 35 } } }
    change: { understood: 4 }
  - id: fear
    topics: [sleep, alone]
    when: { climate: [open] }
    after: [nights]
concerns:
  - { id: alone, topics: [alone], moves: [name-concern, 'family:question'] }
endings:
  - { ending: walk-out, at: turn, reason: hurt, when: { meters: { trust: { max: 5 } } } }
  - { ending: agreement, at: stop, reason: together, when: { phase: [agreeing] } }
  - { ending: stalemate, at: stop, reason: nothing }
lines:
  opening:
    - { id: hello }
  reaction:
    - { id: warm, when: { moves: ['any:builds'] } }
    - { id: seen, when: { moves: [acknowledge] } }
    - { id: hurt, when: { moves: ['any:breaks'] }, alone: true }
    - { id: so }
  content:
    - { id: sleeping, when: { topics: [sleep] } }
    - { id: sleeping-again, when: { topics: [sleep], asked: { min: 1 } } }
  disclosure:
    - { id: tell-nights, opens: nights }
    - { id: tell-fear, opens: fear }
  initiative:
    - { id: and-you, cooldown: 3 }
  puzzled:
    - { id: what }
  silence:
    - { id: quiet }
  closing:
    - { id: door, ending: walk-out }
    - { id: yes, ending: agreement }
    - { id: no, ending: stalemate }
`;

export const SMALL_TEXTS = `title: Klein gesprek
summary: Een kort gesprek.
persona: { name: Ans, role: buurvrouw }
briefing: { role: wijkteam, place: keuken, known: [Ans slaapt slecht.], goal: luisteren }
hints:
  - { text: Vraag eens door. }
topics:
  sleep: { label: slaap, words: [slap*, slaap*, nacht*] }
  alone: { label: alleen zijn, words: [alleen, eenzaam*] }
  goodbye: { label: afscheid, words: [tot ziens] }
disclosures:
  nights: { told: Ans ligt wakker., key: Een rustige vraag naar de nacht. }
  fear: { told: Ans is bang., key: Vertrouwen. }
concerns:
  alone: { label: alleen zijn, missed: Het alleen zijn kwam niet ter sprake. }
endings:
  walk-out: { title: Ans gaat weg, story: Ans stond op. }
  agreement: { title: Een afspraak, story: Er kwam een afspraak. }
  stalemate: { title: Vast, story: Het liep vast. }
reasons: { hurt: Ze voelde zich gekwetst., together: Het lukte samen., nothing: Er kwam niets. }
lines:
  hello: [Kom binnen.]
  warm: [Dank u., Fijn.]
  seen: [Dat ziet u goed., U luistert.]
  hurt: [Nou zeg., Dat hoef ik niet te horen.]
  so: [Ja., Tja., Hm.]
  sleeping: [Slapen gaat wel., De nachten zijn lang.]
  sleeping-again: [Dat zei ik al.]
  tell-nights: [Ik lig elke nacht wakker.]
  tell-fear: [Ik ben bang in het donker.]
  and-you: [En u?, Hebt u kinderen?]
  what: [Wat bedoelt u?, Ik begrijp u niet.]
  quiet: [(wacht), (kijkt op)]
  door: [Ik ga.]
  yes: [Zo doen we het.]
  no: [Het is goed zo.]
`;

/** A few of each quality; of those in between only one fits every moment. */
export const SMALL_REPLIES = `address: u
replies:
  - { quality: helps, text: Hoe slaapt u de laatste tijd?, moves: [open-question], topics: [sleep] }
  - { quality: helps, text: Dat moet zwaar zijn. Vertelt u eens?, moves: [[acknowledge], [open-question]] }
  - { quality: helps, text: U bent niet alleen., moves: [acknowledge], topics: [alone], when: { disclosed: [fear] } }
  - { quality: helps, text: 'Sorry, dat was te snel.', moves: [acknowledge], when: { previous: ['any:breaks'] } }
  - { quality: neutral, text: Slaapt u goed?, moves: [closed-question], topics: [sleep] }
  - { quality: neutral, text: Oké., moves: [other], to: { slots: [silence] }, when: { silent: { min: 1 } } }
  - { quality: neutral, text: Ik ben van het wijkteam., moves: [explain], when: { turn: { max: 1 } } }
  - { quality: hurts, text: Iedereen slaapt weleens slecht., moves: [minimise], topics: [sleep], to: { lines: [sleeping] } }
  - { quality: hurts, text: U moet gewoon op tijd naar bed., moves: [impose-advice], topics: [sleep] }
  - { quality: hurts, text: Vindt u dat zelf niet wat overdreven?, moves: [leading-question], when: { climate: [open] } }
`;

const root = PROJECT_ROOT;

export function ground(): Ground {
  const read = readYaml(
    'moves.yaml',
    readFileSync(join(root, 'scenarios', 'moves.yaml'), 'utf8'),
    effectTable,
  );
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return {
    effects: read.source.data,
    topics: [{ id: 'sleep', words: ['slaap*'] }],
    language: { jargon: [{ term: 'casus', plain: 'verhaal' }], known: new Set() },
  };
}

export function loadSmall(scenario = SMALL_SCENARIO, texts = SMALL_TEXTS, replies = SMALL_REPLIES) {
  const file = (name: string, text: string): ContentFile => ({ file: name, text });
  return loadScenario(
    file('scenario.yaml', scenario),
    file('texts.yaml', texts),
    ground(),
    file('replies.yaml', replies),
  );
}

export function smallPlay(): Stageable {
  const { scenario, diagnostics } = loadSmall();
  if (!scenario) throw new Error(JSON.stringify(diagnostics));
  return { scenario, machine: compileRolePlay(scenario) };
}
