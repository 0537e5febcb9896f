import fc from 'fast-check';
import { jsonBytes, MAX_ATTACHMENT_BYTES } from '../../../src/channels/activity/limits';
import { toActivities } from '../../../src/channels/activity/toActivities';
import type { Card, CardAction, CardBlock, Choice, Reply } from '../../../src/core/model/message';
import { CARD_ACTIONS } from '../../../src/core/model/message';
import { bare, cards, html, read, shown } from './reading';

// The very copy that Web Chat brings along.
const adaptivecards = require(
  require.resolve('adaptivecards/dist/adaptivecards.js', {
    paths: [require.resolve('botframework-webchat')],
  }),
);

const options = { baseUrl: 'https://oefenen.example/brug/', coachName: 'Coach' };

const MARKUP = [
  '*',
  '_',
  '`',
  '[',
  ']',
  '(',
  ')',
  '<b>',
  '</b>',
  '&amp;',
  '&',
  '#',
  '>',
  '- ',
  '1. ',
  '|',
  '\\',
  '~~',
  '{{',
  '![a](b)',
  '$$',
  '===',
  '---',
  '\n',
  '    ',
];
const words = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(...MARKUP),
      fc.constant('Ik begrijp u. '),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
const longWords = fc
  .tuple(words, fc.constantFrom(1, 1, 1, 60, 400))
  .map(([text, times]) => text.repeat(times));
const label = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((text) => `k ${text}`);

const block: fc.Arbitrary<CardBlock> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    text: longWords,
    style: fc.constantFrom('normal', 'subtle', 'heading', 'warning'),
  }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(longWords, { maxLength: 6 }) }),
  fc.record({
    kind: fc.constant('facts' as const),
    rows: fc.array(fc.record({ label, value: longWords }), { maxLength: 6 }),
  }),
  fc.record({ kind: fc.constant('input' as const), id: fc.uuid(), label, value: longWords }),
);
const action: fc.Arbitrary<CardAction> = fc.oneof(
  fc.record({
    kind: fc.constant('submit' as const),
    label,
    action: fc.constantFrom(...CARD_ACTIONS),
    values: fc.dictionary(fc.constantFrom('scenario', 'level', 'turn'), label),
  }),
  fc.record({ kind: fc.constant('link' as const), label, path: fc.webPath().map((path) => path || '/') }),
);
const card: fc.Arbitrary<Card> = fc.record({
  title: label,
  blocks: fc.array(block, { maxLength: 12 }),
  actions: fc.array(action, { maxLength: 6 }),
});
const choices: fc.Arbitrary<Choice[]> = fc.array(fc.record({ label, say: label }), {
  minLength: 1,
  maxLength: 8,
});
const reply: fc.Arbitrary<Reply> = fc.oneof(
  fc.record(
    { kind: fc.constant('persona' as const), name: label, text: longWords, choices },
    { requiredKeys: ['kind', 'name', 'text'] },
  ),
  fc.record(
    { kind: fc.constant('coach' as const), text: longWords, choices },
    { requiredKeys: ['kind', 'text'] },
  ),
  fc.record({ kind: fc.constant('card' as const), card, choices }, { requiredKeys: ['kind', 'card'] }),
);

const persona = (text: string): Reply => ({ kind: 'persona', name: 'Meneer Achahbar', text });

describe('what is said', () => {
  it('names the persona in bold and leaves the words as they are', () => {
    const [activity] = toActivities([persona('Wie heeft u gebeld?\nIk slaap niet.')], options);
    expect(activity).toMatchObject({
      type: 'message',
      textFormat: 'markdown',
      text: '**Meneer Achahbar**\n\nWie heeft u gebeld?\n\nIk slaap niet.',
      channelData: { speaker: 'persona' },
    });
  });

  it('shows the coach as a quotation, so that nobody takes it for the persona', () => {
    const [activity] = toActivities([{ kind: 'coach', text: 'Vraag door.\n\nRustig.' }], options);
    expect(activity?.text).toBe('> **Coach**\n>\n> Vraag door.\n>\n> Rustig.');
    expect(html(activity?.text ?? '')).toMatch(/^<blockquote>\s*<p><strong>Coach<\/strong><\/p>/);
  });

  it('sets stage directions in italics and keeps their brackets', () => {
    const [activity] = toActivities([persona('(kijkt weg) Nee. (zucht)')], options);
    expect(html(activity?.text ?? '')).toContain('(<em>kijkt weg</em>) Nee. (<em>zucht</em>)');
  });

  it('hangs quick replies on the last activity, which say what they promise', () => {
    const activities = toActivities(
      [{ kind: 'coach', text: 'Kies.', choices: [{ label: 'Begin', say: 'begin' }] }],
      options,
    );
    expect(activities).toHaveLength(1);
    expect(activities[0]?.suggestedActions).toEqual({
      actions: [{ type: 'imBack', title: 'Begin', value: 'begin' }],
    });
  });

  it('does not offer what a button of the card already offers', () => {
    const button = (label: string) => ({
      kind: 'submit' as const,
      label,
      action: 'begin' as const,
      values: {},
    });
    const [activity] = toActivities(
      [
        {
          kind: 'card',
          card: { title: 'Kies', blocks: [], actions: [button('Niveau: Begeleid'), button('Begin')] },
          choices: ['Begin', 'Begeleid', 'Afsluiten'].map((label) => ({ label, say: label })),
        },
      ],
      options,
    );
    expect(activity?.suggestedActions?.actions.map(({ title }) => title)).toEqual(['Afsluiten']);
  });

  it('lets no word be eaten by markup', () => {
    fc.assert(
      fc.property(words, fc.boolean(), (text, spokenByPersona) => {
        const said: Reply = spokenByPersona ? persona(text) : { kind: 'coach', text };
        const name = spokenByPersona ? 'MeneerAchahbar' : 'Coach';
        const seen = toActivities([said], options).map((activity) => bare(read(activity.text ?? '')));
        expect(seen.join('')).toBe(bare(name + text.toWellFormed()));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('cards', () => {
  const form: Card = {
    title: 'Voorbereiden',
    blocks: [
      { kind: 'text', text: 'Wat weet u *zeker*?', style: 'warning' },
      { kind: 'list', items: ['een', 'twee'] },
      { kind: 'facts', rows: [{ label: 'Rol', value: 'mentor' }] },
      { kind: 'input', id: 'facts', label: 'Feiten', value: 'Hasna is stil.' },
    ],
    actions: [
      { kind: 'submit', label: 'Klaar', action: 'prepare', values: { step: 'one' } },
      { kind: 'link', label: 'Lees meer', path: '/debrief/1' },
    ],
  };

  it('become Adaptive Cards with fields, buttons and words for who cannot see them', () => {
    const [activity] = toActivities([{ kind: 'card', card: form }], options);
    const content = cards([activity!])[0]!;
    expect(content.body.map((element) => element.type)).toEqual([
      'TextBlock',
      'TextBlock',
      'TextBlock',
      'FactSet',
      'Input.Text',
    ]);
    expect(content.body[4]).toMatchObject({
      id: 'facts',
      label: 'Feiten',
      value: 'Hasna is stil.',
      isMultiline: true,
    });
    expect(content.actions).toEqual([
      { type: 'Action.Submit', title: 'Klaar', data: { action: 'prepare', step: 'one' } },
      { type: 'Action.OpenUrl', title: 'Lees meer', url: 'https://oefenen.example/brug/debrief/1' },
    ]);
    expect(content.fallbackText).toBe('Voorbereiden\nWat weet u *zeker*?\neen\ntwee\nRol: mentor\nFeiten');
    expect(content.speak).toBe('Voorbereiden');
    expect(activity).toMatchObject({ summary: 'Voorbereiden', speak: content.fallbackText });
  });

  it('goes on in a next card when it is too large, each part with the buttons its fields need', () => {
    const fields = ['a', 'b', 'c'].map(
      (id): CardBlock => ({ kind: 'input', id, label: id, value: 'é'.repeat(4000) }),
    );
    const parts = cards(toActivities([{ kind: 'card', card: { ...form, blocks: fields } }], options));
    expect(parts).toHaveLength(2);
    expect(parts[0]?.actions?.map((button) => button.type)).toEqual(['Action.Submit']);
    expect(parts[1]?.actions?.map((button) => button.type)).toEqual(['Action.Submit', 'Action.OpenUrl']);
  });

  it('are understood by the library Web Chat and Teams draw them with', () => {
    fc.assert(
      fc.property(card, (any) => {
        for (const content of cards(toActivities([{ kind: 'card', card: any }], options))) {
          const context = new adaptivecards.SerializationContext();
          const parsed = new adaptivecards.AdaptiveCard();
          parsed.parse(content, context);
          expect(
            Array.from({ length: context.eventCount }, (_, at: number) => context.getEventAt(at).message),
          ).toEqual([]);
          expect(parsed.getItemCount()).toBe(content.body.length);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('lose no word', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
        const all = cards(
          toActivities([{ kind: 'card', card: { title: 'T', blocks, actions: [] } }], options),
        );
        const seen = bare(all.map(shown).join(''));
        for (const part of blocks) {
          if (part.kind === 'text') expect(seen).toContain(bare(part.text.toWellFormed()));
          if (part.kind === 'list')
            for (const item of part.items)
              if (item.length < 1000) expect(seen).toContain(bare(item.toWellFormed()));
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** The quick replies that no button of the card already gives. */
function notOnTheCard(any: Reply) {
  const buttons = any.kind === 'card' ? any.card.actions.map(({ label }) => label.toLowerCase()) : [];
  return (any.choices ?? []).filter(({ label }) => !buttons.some((b) => b.endsWith(label.toLowerCase())));
}

describe('any reply', () => {
  it('gives activities that survive JSON, below the size that Teams takes, with the quick replies once', () => {
    fc.assert(
      fc.property(reply, (any) => {
        const activities = toActivities([any], options);
        expect(activities.length).toBeGreaterThan(0);
        expect(JSON.parse(JSON.stringify(activities))).toEqual(activities);
        for (const activity of activities) {
          expect(activity.text !== undefined || activity.attachments !== undefined).toBe(true);
          for (const attachment of activity.attachments ?? [])
            expect(jsonBytes(attachment)).toBeLessThanOrEqual(MAX_ATTACHMENT_BYTES);
          expect(jsonBytes(activity.text ?? '')).toBeLessThan(24_000);
        }
        const offered = activities.flatMap((activity) => activity.suggestedActions?.actions ?? []);
        expect(offered.map(({ value }) => value)).toEqual(notOnTheCard(any).map(({ say }) => say));
        expect(activities.slice(0, -1).every((activity) => activity.suggestedActions === undefined)).toBe(
          true,
        );
      }),
      { numRuns: 150 },
    );
  });
});
