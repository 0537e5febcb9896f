import { join } from 'node:path';
import { MAX_ATTACHMENT_BYTES } from '../../../src/channels/activity/limits';
import { toActivities } from '../../../src/channels/activity/toActivities';
import type { AdaptiveCard } from '../../../src/channels/activity/types';
import { forChannel } from '../../../src/channels/botframework/forChannel';
import { loadLibrary } from '../../../src/content/library';
import { decideTurn } from '../../../src/core/decideTurn';
import type { Given } from '../../../src/core/deciding/desk';
import type { Turn } from '../../../src/core/model/conversation';
import type { OpenHomework } from '../../../src/core/model/decision';
import type { Card, CardActionName, MessageBody, Reply } from '../../../src/core/model/message';
import type { OpenReview } from '../../../src/core/model/openReview';
import type { Address, Locale, Session } from '../../../src/core/model/session';
import { renderNotice } from '../../../src/core/rendering/notice';
import {
  announcedCard,
  noReviewCard,
  openReviewsCard,
  outcomeCard,
  type ReviewWords,
  whichReviewCard,
} from '../../../src/core/rendering/reviewCard';

const loaded = loadLibrary(join(__dirname, '../../..'));
if (!loaded.ok) throw new Error(`the content has ${loaded.diagnostics.length} problems`);
const { playbook } = loaded.library;

const HOMEWORK: OpenHomework = {
  assignment: 'h1',
  title: 'Oefenen met een lange titel die een trainer verzint '.repeat(3),
  dueAt: '2026-06-01T21:59:59.000Z',
  timeZone: 'Europe/Amsterdam',
  overdue: false,
  level: 'practise',
  sight: 'transcript',
  preparation: true,
  reflection: true,
  scenarios: playbook.scenarios.map(({ scenario }) => scenario.id),
};

const HOMEWORK_KINDS = [
  'homework-assigned',
  'homework-due-soon',
  'homework-due-today',
  'homework-discussed',
  'mark-overruled',
] as const;

const READER = { name: 'Ans', timeZone: 'Europe/Amsterdam', channel: 'teams' } as const;

const REVIEW: OpenReview = {
  ...{ id: 'r'.repeat(36), title: 'x'.repeat(200), owner: 'n'.repeat(80), own: false, leads: true },
  ...{ method: 'case-discussion', sharedAt: HOMEWORK.dueAt, until: HOMEWORK.dueAt },
  timeZone: 'Europe/Amsterdam',
};

/** Everything that is shown of intervisie in a chat, with as much in it as there can be. */
function reviewCards(words: ReviewWords): readonly Card[] {
  const { texts, locale } = words;
  const reader = { ...READER, locale };
  const many = Array.from({ length: 12 }, (_, n) => ({ ...REVIEW, own: n % 2 === 0, id: `r-${n}` }));
  const until = { title: REVIEW.title, group: 'g'.repeat(200), owner: '', method: REVIEW.method };
  return [
    announcedCard(REVIEW, words),
    whichReviewCard(many, words),
    noReviewCard('/', texts),
    openReviewsCard(many, words),
    openReviewsCard([], words),
    outcomeCard(
      {
        ...{ title: REVIEW.title, method: REVIEW.method, intentions: 24, people: 8 },
        insights: Array.from({ length: 60 }, () => '*[x](y)_ '.repeat(111)),
      },
      texts,
    ),
    outcomeCard({ ...REVIEW, insights: [], intentions: 0, people: 1 }, texts),
    renderNotice(
      'review-announced',
      { about: 'review', ...until, until: REVIEW.until, path: '/reviews/r1' },
      reader,
      texts,
    ).card,
    ...[null, 'n'.repeat(80)].map(
      (of) =>
        renderNotice(
          'intention',
          { about: 'intention', of, day: '2026-06-01', path: '/me/intentions' },
          reader,
          texts,
        ).card,
    ),
  ];
}

const SAID = [
  'Goedemiddag, fijn dat u er bent.',
  'Hoe gaat het met u?',
  'Dat klinkt zwaar. Wat doet dat met u?',
  'Ik merk dat u zich zorgen maakt om haar.',
  'Wat is voor u belangrijk in de opvoeding?',
  'Ik maak me ook zorgen over haar veiligheid.',
  'Zullen we samen kijken wat zou helpen?',
  'Wat zou voor u een eerste stap zijn?',
];

/** Everything that can be on a screen in one walk through a scenario, in one language and form of address. */
function shownIn(scenario: string, locale: Locale, address: Address): readonly Reply[] {
  const shown: Reply[] = [];
  let turns: readonly Turn[] = [];
  let count = 0;
  let session: Session = {
    conversation: 'c',
    learner: 'l',
    version: 0,
    stage: 'choosing',
    paused: false,
    locale,
    address,
    attempt: null,
  };
  const send = (body: MessageBody): void => {
    count += 1;
    const message = { id: `${count}`, conversation: 'c', learner: 'l', body };
    const person = { locale, address, reminders: { teams: true, mail: true }, email: 'ans@example.org' };
    const given = { freshId: 'a1', transcript: turns, earlier: null, person, homework: [HOMEWORK, HOMEWORK] };
    const decision = decideTurn(playbook, session, message, given as unknown as Given);
    if ('needs' in decision) throw new Error(`needs ${decision.needs}`);
    session = decision.session;
    shown.push(...decision.replies);
    for (const item of decision.recorded) if (item.kind === 'turn') turns = [...turns, item.turn];
  };
  const use = (action: CardActionName, values: Record<string, string> = {}) =>
    send({ kind: 'action', action, values });
  const say = (text: string) => send({ kind: 'text', text });
  send({ kind: 'joined' });
  for (const word of ['help', 'instellingen', 'pagina', 'huiswerk']) say(word);
  use('choose', { scenario });
  use('prepare');
  use(
    'prepare',
    Object.fromEntries(['facts', 'thoughts', 'how'].map((id) => [id, 'Veel woorden. '.repeat(200)])),
  );
  for (const words of SAID) say(words);
  for (const word of ['hint', 'help', 'pauze', 'verder']) say(word);
  say('stop');
  say('terugkijken');
  use('reflect', { priority: 'x' });
  return shown;
}

const walks = playbook.scenarios.flatMap(({ scenario }) =>
  (
    [
      ['nl', 'je'],
      ['nl', 'u'],
      ['en', 'je'],
    ] as const
  ).map(([locale, address]) => [scenario.id, locale, address] as const),
);

describe.each(walks)('every card of %s in %s (%s)', (scenario, locale, address) => {
  const shown = shownIn(scenario, locale, address);
  const texts = playbook.texts(locale, address);
  const view = {
    baseUrl: `https://${'oefenen.'.repeat(8)}example.org`,
    coachName: 'Coach',
    throughChat: true,
  };
  const letters = HOMEWORK_KINDS.map((kind): Reply => {
    const facts = {
      about: 'homework' as const,
      title: 'x'.repeat(200),
      group: 'g'.repeat(200),
      dueAt: HOMEWORK.dueAt,
      path: '/me',
    };
    return { kind: 'card', card: renderNotice(kind, facts, { ...READER, locale }, texts).card };
  });
  const together = reviewCards({ texts, locale }).map((card): Reply => ({ kind: 'card', card }));
  const activities = toActivities([...shown, ...letters, ...together], view).map((one) =>
    forChannel(one, 'msteams'),
  );
  const cards = activities.flatMap((one) =>
    (one.attachments ?? []).map(({ content }) => content as AdaptiveCard),
  );

  it('is there: choosing, briefing, forms, debrief, settings, page, homework', () => {
    expect(cards.length).toBeGreaterThan(9);
    const all = JSON.stringify(cards);
    const pieces = ['Input.Text', 'Input.ChoiceSet', 'ColumnSet', 'FactSet', 'Action.OpenUrl'];
    expect(pieces.filter((piece) => !all.includes(piece))).toEqual([]);
  });

  it('takes less than 20 kB, as does the whole message', () => {
    for (const activity of activities) {
      for (const attachment of activity.attachments ?? []) {
        expect(Buffer.byteLength(JSON.stringify(attachment))).toBeLessThanOrEqual(MAX_ATTACHMENT_BYTES);
      }
      expect(Buffer.byteLength(JSON.stringify(activity))).toBeLessThan(28_000);
    }
  });

  it('says in plain words what it shows, and what is read out', () => {
    for (const card of cards) {
      expect(card.fallbackText.length).toBeGreaterThan(3);
      expect(card.speak.length).toBeGreaterThan(3);
    }
  });

  it('has words for everything', () => {
    const wordless = JSON.stringify(activities).match(
      /"(?:text|title|label)":"(?:interface|cards|teams|scorecard|pages|homework|notices|announce|methods)\.[\w.-]+"|\{\{/g,
    );
    expect(wordless ?? []).toEqual([]);
  });
});

it('persona and coach are told apart by name and by form', () => {
  const [persona, coach] = toActivities(
    [
      { kind: 'persona', name: 'Vader', text: 'Ja.' },
      { kind: 'coach', text: 'Ja.' },
    ],
    { baseUrl: 'https://x.example', coachName: 'Coach' },
  );
  expect([persona?.text, coach?.text]).toEqual(['**Vader**\n\nJa.', '> **Coach**\n>\n> Ja.']);
});
