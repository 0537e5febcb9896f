import type { Activity } from 'botbuilder';
import { jsonBytes, MAX_ATTACHMENT_BYTES } from '../activity/limits';
import type { ActionSet, AdaptiveCard, CardAttachment, OutgoingActivity } from '../activity/types';
import { ADAPTIVE_CARD } from '../activity/types';

/** Teams shows this many quick replies, and this many buttons in a row. */
const TEAMS_ACTIONS = 6;

/**
 * An activity as a Bot Framework channel can show it. Teams drops quick replies under a card, and all beyond six;
 * there they become buttons of a card that say the same.
 */
export function forChannel(activity: OutgoingActivity, channelId: string): Partial<Activity> {
  const { channelData: _, suggestedActions, attachments = [], ...rest } = activity;
  const choices = suggestedActions?.actions ?? [];
  const asButtons =
    channelId === 'msteams' &&
    choices.length > 0 &&
    (attachments.length > 0 || choices.length > TEAMS_ACTIONS);
  return {
    ...rest,
    ...(attachments.length === 0 && !asButtons
      ? {}
      : { attachments: asButtons ? withButtons(attachments, choices) : [...attachments] }),
    ...(choices.length === 0 || asButtons
      ? {}
      : { suggestedActions: { to: [], actions: choices.map((choice) => ({ ...choice })) } }),
  };
}

type Choices = NonNullable<OutgoingActivity['suggestedActions']>['actions'];

/** The buttons go into the last card, or into one of their own when that has no room for them. */
function withButtons(attachments: readonly CardAttachment[], choices: Choices): CardAttachment[] {
  const last = attachments.at(-1);
  if (last === undefined) return [attachment(bareCard(choices), choices)];
  const joined = attachment(last.content, choices);
  return jsonBytes(joined) <= MAX_ATTACHMENT_BYTES
    ? [...attachments.slice(0, -1), joined]
    : [...attachments, attachment(bareCard(choices), choices)];
}

function attachment(card: AdaptiveCard, choices: Choices): CardAttachment {
  return { contentType: ADAPTIVE_CARD, content: { ...card, body: [...card.body, ...buttonRows(choices)] } };
}

function bareCard(choices: Choices): AdaptiveCard {
  const titles = choices.map(({ title }) => title).join('\n');
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: titles,
    speak: titles,
    body: [],
  };
}

function buttonRows(choices: Choices): readonly ActionSet[] {
  const rows = Math.ceil(choices.length / TEAMS_ACTIONS);
  return Array.from({ length: rows }, (_, row) => ({
    type: 'ActionSet',
    actions: choices.slice(row * TEAMS_ACTIONS, (row + 1) * TEAMS_ACTIONS).map(({ title, value }) => ({
      type: 'Action.Submit',
      title,
      // Teams itself then says it for the learner; elsewhere `say` comes back as the value of the card.
      data: { msteams: { type: 'imBack', value }, say: value },
    })),
  }));
}
