import type { Choice, Reply } from '../../core/model/message';
import { cardAttachments, type PageWays } from './adaptiveCard';
import { jsonBytes, MAX_BLOCK_BYTES, MAX_TEXT_BYTES } from './limits';
import { escapeMarkdown, spoken } from './markdown';
import { grouped, oneLine, paragraphs, pieces } from './plainText';
import type { OutgoingActivity, SuggestedAction } from './types';

export interface RenderOptions extends PageWays {
  /** What the coach is called in the learner's language. */
  readonly coachName: string;
}

/**
 * Replies as activities, in order. A reply is one activity, or a few when it is too large for one; quick replies
 * hang on its last.
 *
 * Persona and coach share one sender in Teams, so the text tells them apart: both start with their name in bold,
 * and what the coach says is a quotation block, which looks different and is announced by screen readers.
 */
export function toActivities(replies: readonly Reply[], options: RenderOptions): OutgoingActivity[] {
  return replies.flatMap((reply) => withChoices(render(reply, options), worthOffering(reply)));
}

/** Quick replies but those that stand on the card itself, there perhaps with a word before it ("Kies: …"). */
function worthOffering(reply: Reply): readonly Choice[] {
  const choices = reply.choices ?? [];
  if (reply.kind !== 'card') return choices;
  const buttons = reply.card.actions.map(({ label }) => label.toLowerCase());
  return choices.filter(({ label }) => !buttons.some((button) => button.endsWith(label.toLowerCase())));
}

function render(reply: Reply, options: RenderOptions): readonly OutgoingActivity[] {
  switch (reply.kind) {
    case 'persona':
      return messages(reply.text, reply.name, spoken).map((text) => message(text, 'persona'));
    case 'coach':
      return messages(reply.text, options.coachName, escapeMarkdown).map((text) =>
        message(quoted(text), 'coach'),
      );
    case 'card':
      return cardAttachments(reply.card, options).map((attachment) => ({
        type: 'message',
        summary: oneLine(reply.card.title),
        speak: attachment.content.fallbackText,
        inputHint: 'expectingInput',
        attachments: [attachment],
        channelData: { speaker: 'coach' },
      }));
  }
}

function message(text: string, speaker: 'persona' | 'coach'): OutgoingActivity {
  return {
    type: 'message',
    text,
    textFormat: 'markdown',
    inputHint: 'expectingInput',
    channelData: { speaker },
  };
}

/** The text as messages of bearable size, each under the speaker's name. */
function messages(text: string, name: string, write: (paragraph: string) => string): readonly string[] {
  const parts = paragraphs(text).flatMap((paragraph) => pieces(paragraph, MAX_BLOCK_BYTES).map(write));
  const groups = grouped(parts, (group) => jsonBytes(group) <= MAX_TEXT_BYTES);
  const heading = `**${escapeMarkdown(oneLine(name))}**`;
  return (groups.length === 0 ? [[]] : groups).map((group) => [heading, ...group].join('\n\n'));
}

function quoted(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function withChoices(
  activities: readonly OutgoingActivity[],
  choices: readonly Choice[],
): readonly OutgoingActivity[] {
  const last = activities.at(-1);
  if (last === undefined || choices.length === 0) return activities;
  const actions = choices.map(
    (choice): SuggestedAction => ({ type: 'imBack', title: choice.label, value: choice.say }),
  );
  return [...activities.slice(0, -1), { ...last, suggestedActions: { actions } }];
}
