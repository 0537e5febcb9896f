import fc from 'fast-check';
import { readActivity } from '../../../src/channels/activity/readActivity';

const say = (text: unknown, more: object = {}) => readActivity({ type: 'message', text, ...more });
const body = (value: object) => ({ kind: 'body', body: value });
const invalid = (code: string) => ({ kind: 'invalid', code });

describe('a message', () => {
  it('is what was typed, without the spaces around it', () => {
    expect(say('  Hoe gaat het\nmet u? \n')).toEqual(body({ kind: 'text', text: 'Hoe gaat het\nmet u?' }));
  });

  it.each([
    ['', ''],
    [undefined, ''],
    [null, ''],
    ['👍🏽', '👍🏽'],
    ['<b>hoi</b>', '<b>hoi</b>'],
  ])('may be %p', (text, expected) => expect(say(text)).toEqual(body({ kind: 'text', text: expected })));

  it('loses the mention of the bot, and keeps the name of somebody else', () => {
    const entities = [
      { type: 'mention', text: '<at>Bruggesprek</at>', mentioned: { id: '28:bot' } },
      { type: 'mention', text: '<at>Samira</at>', mentioned: { id: '29:samira' } },
      { type: 'clientInfo', locale: 'nl-NL' },
      'nonsense',
    ];
    expect(
      say('<at>Bruggesprek</at> ik heb <at>Samira</at> gesproken', { entities, recipient: { id: '28:bot' } }),
    ).toEqual(body({ kind: 'text', text: 'ik heb Samira gesproken' }));
  });

  it('passes whole up to 40,000 characters and is refused above', () => {
    const long = 'a'.repeat(20_000);
    expect(say(long)).toEqual(body({ kind: 'text', text: long }));
    expect(say('a'.repeat(40_000))).toMatchObject({ kind: 'body' });
    expect(say('a'.repeat(40_001))).toEqual(invalid('text-too-long'));
  });

  it('holds nothing a database refuses', () => {
    expect(say('a\0b\ud800c')).toEqual(body({ kind: 'text', text: 'ab\ufffdc' }));
  });
});

describe('a submitted card', () => {
  it('is an action with its values', () => {
    expect(say(undefined, { value: { action: 'prepare', facts: 'stil', scenario: 'hasna' } })).toEqual(
      body({ kind: 'action', action: 'prepare', values: { facts: 'stil', scenario: 'hasna' } }),
    );
  });

  it('may be a quick reply that was a button', () => {
    expect(say(undefined, { value: { say: 'hint', msteams: { type: 'imBack', value: 'hint' } } })).toEqual(
      body({ kind: 'text', text: 'hint' }),
    );
  });

  it.each([
    ['an unknown action', { action: 'drop-tables' }, 'unknown-action'],
    ['no action', { facts: 'x' }, 'unknown-action'],
    ['no object', 'prepare', 'unknown-action'],
    ['a list', ['prepare'], 'unknown-action'],
    ['a number among the values', { action: 'prepare', facts: 3 }, 'bad-values'],
    ['an object among the values', { action: 'choose', scenario: { $ne: '' } }, 'bad-values'],
    ['a huge value', { action: 'prepare', facts: 'x'.repeat(40_001) }, 'bad-values'],
  ])('with %s is refused', (_, value, code) => expect(say('hoi', { value })).toEqual(invalid(code)));
});

describe('somebody coming in', () => {
  const update = (added: string[], more: object = {}) =>
    readActivity({
      type: 'conversationUpdate',
      from: { id: 'user' },
      recipient: { id: 'bot' },
      membersAdded: added.map((id) => ({ id })),
      ...more,
    });

  it.each([[['bot']], [['user']], [['bot', 'user']]])('joins: %p', (added) =>
    expect(update(added)).toEqual(body({ kind: 'joined' })),
  );

  it('is nothing to us when it is somebody else, or nobody', () => {
    expect(update(['other'])).toEqual({ kind: 'ignored' });
    expect(update([])).toEqual({ kind: 'ignored' });
  });
});

describe('what is not for us', () => {
  it.each([
    [{ type: 'typing' }],
    [{ type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }],
    [{ type: 'event', name: 'x' }],
    [{ type: 'message', text: 'hoi', conversation: { id: 'c', isGroup: true } }],
    [{ type: 'message', text: 'hoi', conversation: { id: 'c', conversationType: 'channel' } }],
    [{ type: 'message', text: 'hoi', conversation: { id: 'c', conversationType: 'groupChat' } }],
  ])('%p is ignored', (activity) => expect(readActivity(activity)).toEqual({ kind: 'ignored' }));

  it.each([
    [undefined],
    [null],
    ['text'],
    [[]],
    [{}],
    [{ type: '' }],
    [{ type: 7 }],
    [{ type: 'message', text: 7 }],
    [{ type: 'message', from: 'me' }],
  ])('%p is no activity', (activity) => expect(readActivity(activity)).toEqual(invalid('not-an-activity')));

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom('message', 'conversationUpdate', 'x'), (thing, type) => {
        readActivity(thing);
        readActivity({ type, text: thing, value: thing, membersAdded: thing, entities: thing });
        readActivity({ type, value: thing, entities: [thing] });
      }),
    );
  });
});
