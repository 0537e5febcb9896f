import fc from 'fast-check';
import { type FeedView, feed } from '../../../src/channels/webchat/feed';
import {
  CARD_ACTIONS,
  type MessageBody,
  type RecordedMessage,
  type Reply,
} from '../../../src/core/model/message';

const VIEW: FeedView = {
  conversation: 'c-1',
  learner: 'local',
  baseUrl: 'http://127.0.0.1:3978',
  coachName: 'Coach',
};

const text = fc.string({ maxLength: 60 });
const choices = fc.array(fc.record({ label: text, say: text }), { maxLength: 3 });
const reply: fc.Arbitrary<Reply> = fc.oneof(
  fc.record({
    kind: fc.constant('persona' as const),
    name: fc.constantFrom('Vader', 'Moeder'),
    text,
    choices,
  }),
  fc.record({ kind: fc.constant('coach' as const), text, choices }),
  fc.record({
    kind: fc.constant('card' as const),
    card: fc.record({
      title: text,
      blocks: fc.array(fc.record({ kind: fc.constant('text' as const), text }), { maxLength: 3 }),
      actions: fc.constant([{ kind: 'link' as const, label: 'Terugblik', path: '/debrief/1' }]),
    }),
  }),
);
const body: fc.Arbitrary<MessageBody> = fc.oneof(
  fc.constant<MessageBody>({ kind: 'joined' }),
  fc.record({ kind: fc.constant('text' as const), text }),
  fc.record({
    kind: fc.constant('action' as const),
    action: fc.constantFrom(...CARD_ACTIONS),
    values: fc.dictionary(fc.constantFrom('scenario', 'level', 'facts'), text),
  }),
);
const record: fc.Arbitrary<readonly RecordedMessage[]> = fc
  .array(fc.record({ body, replies: fc.array(reply, { maxLength: 4 }), delivered: fc.boolean() }), {
    maxLength: 12,
  })
  .map((messages) =>
    messages.map((message, index) => ({
      ...message,
      sequence: index + 1,
      id: `m-${index + 1}`,
      at: new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString(),
    })),
  );

const after = (messages: readonly RecordedMessage[], sequence: number) =>
  messages.filter((message) => message.sequence > sequence);

test('reading in pieces at the watermark gives exactly what reading at once gives', () => {
  fc.assert(
    fc.property(record, fc.array(fc.nat({ max: 12 })), (messages, stops) => {
      const whole = feed(messages, 0, VIEW);
      const pieces: unknown[] = [];
      let watermark = 0;
      for (const stop of [...stops, messages.length].sort((a, b) => a - b)) {
        const known = messages.slice(0, stop);
        const piece = feed(after(known, watermark), watermark, VIEW);
        pieces.push(...piece.activities);
        watermark = Number(piece.watermark);
      }
      expect(pieces).toEqual(whole.activities);
      expect(String(watermark)).toBe(whole.watermark);
    }),
  );
});

test('the same record gives the same feed, whether it was delivered or not', () => {
  fc.assert(
    fc.property(record, (messages) => {
      const flipped = messages.map((message) => ({ ...message, delivered: !message.delivered }));
      expect(feed(flipped, 0, VIEW)).toEqual(feed(messages, 0, VIEW));
    }),
  );
});

test('ids are unique, and every act of the learner comes back once with its own id; coming in does not', () => {
  fc.assert(
    fc.property(record, (messages) => {
      const { activities } = feed(messages, 0, VIEW);
      expect(new Set(activities.map(({ id }) => id)).size).toBe(activities.length);
      const echoed = activities.flatMap((activity) =>
        'clientActivityID' in activity.channelData ? [activity.channelData.clientActivityID] : [],
      );
      expect(echoed).toEqual(messages.filter((one) => one.body.kind !== 'joined').map(({ id }) => id));
    }),
  );
});

test('everything survives the wire as it is', () => {
  fc.assert(
    fc.property(record, (messages) => {
      const set = feed(messages, 0, VIEW);
      expect(JSON.parse(JSON.stringify(set))).toEqual(set);
    }),
  );
});

test('replies follow the act they answer, each under the name of who speaks', () => {
  const { activities } = feed(
    [
      {
        sequence: 3,
        id: 'm',
        at: '2026-01-01T00:00:00.000Z',
        delivered: false,
        body: { kind: 'text', text: 'Hallo' },
        replies: [
          { kind: 'persona', name: 'Vader', text: 'Ja?' },
          { kind: 'coach', text: 'Vraag door.' },
        ],
      },
    ],
    2,
    VIEW,
  );
  expect(activities.map(({ id, from, replyToId }) => ({ id, from, replyToId }))).toEqual([
    { id: 'c-1|0000003', from: { id: 'local', role: 'user' }, replyToId: undefined },
    {
      id: 'c-1|0000003.1',
      from: { id: 'bruggesprek-persona', name: 'Vader', role: 'bot' },
      replyToId: 'c-1|0000003',
    },
    {
      id: 'c-1|0000003.2',
      from: { id: 'bruggesprek-coach', name: 'Coach', role: 'bot' },
      replyToId: 'c-1|0000003',
    },
  ]);
});
