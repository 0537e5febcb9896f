import type { Activity } from 'botbuilder';
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

function withButtons(attachments: readonly CardAttachment[], choices: Choices): CardAttachment[] {
  const last = attachments.at(-1)?.content ?? bareCard(choices);
  const content: AdaptiveCard = { ...last, body: [...last.body, ...buttonRows(choices)] };
  return [...attachments.slice(0, -1), { contentType: ADAPTIVE_CARD, content }];
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
