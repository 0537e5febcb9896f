import type { MessageBody, RecordedMessage, Reply } from '../../core/model/message';
import { toActivities } from '../activity/toActivities';
import type { OutgoingActivity } from '../activity/types';

/** For whom a feed is made, and where our pages are for them. */
export interface FeedView {
  readonly conversation: string;
  readonly learner: string;
  readonly baseUrl: string;
  readonly coachName: string;
}

interface Envelope {
  readonly id: string;
  readonly timestamp: string;
  readonly channelId: 'directline';
  readonly conversation: { readonly id: string };
  readonly from: { readonly id: string; readonly name?: string; readonly role: 'user' | 'bot' };
  readonly replyToId?: string;
}

/** What the learner did, given back so that their screen knows it arrived. */
export interface EchoActivity extends Envelope {
  readonly type: 'message';
  readonly text?: string;
  /** What a learner typed is shown as typed. */
  readonly textFormat?: 'plain';
  readonly value?: unknown;
  readonly channelData: { readonly clientActivityID: string; readonly postBack?: true };
}

/** What persona or coach answered. */
export interface ReplyActivity extends Envelope, OutgoingActivity {}

export type FeedActivity = EchoActivity | ReplyActivity;

/** What a client gets at once: activities, and the watermark up to which it now knows everything. */
export interface ActivitySet {
  readonly activities: readonly FeedActivity[];
  readonly watermark: string;
}

/** The id of what the learner did, as the client gets it back. */
export function echoId(conversation: string, sequence: number): string {
  return `${conversation}|${String(sequence).padStart(7, '0')}`;
}

/**
 * The feed of a conversation: a pure projection of its recorded messages. Each gives the learner's own activity
 * and then the replies, so a reconnect or a restart shows exactly what was there, once.
 */
export function feed(messages: readonly RecordedMessage[], after: number, view: FeedView): ActivitySet {
  return {
    activities: messages.flatMap((message) => activitiesOf(message, view)),
    watermark: String(messages.at(-1)?.sequence ?? after),
  };
}

function activitiesOf(message: RecordedMessage, view: FeedView): readonly FeedActivity[] {
  const id = echoId(view.conversation, message.sequence);
  const common = {
    timestamp: message.at,
    channelId: 'directline',
    conversation: { id: view.conversation },
  } as const;
  const spoken = message.replies.flatMap((reply) =>
    toActivities([reply], view).map((activity) => ({ activity, name: speakerOf(reply, view) })),
  );
  const replies = spoken.map(
    ({ activity, name }, index): ReplyActivity => ({
      ...activity,
      ...common,
      id: `${id}.${index + 1}`,
      from: { id: `bruggesprek-${activity.channelData.speaker}`, name, role: 'bot' },
      replyToId: id,
    }),
  );
  const echo = echoOf(message);
  return echo === null
    ? replies
    : [{ ...echo, ...common, id, from: { id: view.learner, role: 'user' } }, ...replies];
}

function speakerOf(reply: Reply, view: FeedView): string {
  return reply.kind === 'persona' ? reply.name : view.coachName;
}

type Echo = Pick<EchoActivity, 'type' | 'text' | 'textFormat' | 'value' | 'channelData'>;

function echoOf({ id, body }: RecordedMessage): Echo | null {
  switch (body.kind) {
    case 'joined':
      return null;
    case 'text':
      return {
        type: 'message',
        text: body.text,
        textFormat: 'plain',
        channelData: { clientActivityID: id },
      };
    case 'action':
      return {
        type: 'message',
        value: submittedBy(body),
        channelData: { clientActivityID: id, postBack: true },
      };
  }
}

function submittedBy(body: Extract<MessageBody, { kind: 'action' }>): unknown {
  return { action: body.action, ...body.values };
}
