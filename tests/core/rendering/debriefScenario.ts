import type { Scenario } from '../../../src/core/model/scenario';

/** As much of a scenario as a debrief looks at; the rest is empty. */
export const scenario: Scenario = {
  id: 'test',
  language: 'nl',
  minutes: 15,
  maxTurns: 30,
  heavy: true,
  helpLines: ['113', 'veilig-thuis', 'kindertelefoon'],
  factors: ['religion'],
  sources: ['KIS 2021, Bijlage 1'],
  names: [],
  start: { trust: 35, tension: 50, understood: 15 },
  climate: { open: { trust: 60, tension: 40 }, closed: { trust: 20, tension: 75 }, hysteresis: 5 },
  phases: { exploring: {}, bridging: {}, agreeing: {} },
  effects: {
    base: {} as Scenario['effects']['base'],
    special: [],
    damping: [1],
    scale: {} as Scenario['effects']['scale'],
    salience: {} as Scenario['effects']['salience'],
  },
  topics: [],
  disclosures: [
    { id: 'fear', topics: [], when: {}, change: {}, after: [] },
    { id: 'flight', topics: [], when: {}, change: {}, after: [] },
  ],
  concerns: [],
  literally: [],
  matters: [],
  endings: [],
  lines: [],
  replies: [],
  texts: {
    title: 'Hasna – gesprek met vader',
    summary: '',
    persona: { name: 'Meneer Abdi', role: 'vader' },
    briefing: { role: '', place: '', known: [], goal: '' },
    hints: [],
    topics: {},
    disclosures: {
      fear: { told: 'Hij is bang dat zijn dochter iets overkomt.', key: 'Vragen waar hij bang voor is.' },
      flight: { told: 'Hij verloor een zus op de vlucht.', key: 'Rustig vragen naar vroeger.' },
    },
    concerns: {
      'locked-in': {
        label: 'Hasna is opgesloten geweest',
        missed: 'Niemand vroeg hoe het met die dagen zat.',
      },
      sadness: { label: 'Hasna is erg somber', missed: 'Haar verdriet kwam niet ter sprake.' },
    },
    matters: {},
    plans: { ahead: [], behind: [], chooses: [], back: [], asks: [], maybe: [], yes: [], no: [] },
    endings: {
      agreement: { title: 'Er ligt een afspraak', story: 'Vader en jij spreken een volgende stap af.' },
      'walk-out': { title: 'Vader loopt weg', story: 'Vader staat op en gaat naar huis.' },
      unsafe: {
        title: 'Aardig, maar niet veilig',
        story: 'Vader gaat tevreden weg. Voor Hasna verandert niets.',
      },
    },
    reasons: { 'shut-door': 'Het vertrouwen raakte op.' },
    lines: {},
  },
};
