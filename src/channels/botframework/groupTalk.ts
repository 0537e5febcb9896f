import { z } from 'zod';
import type { Card, CardAction, Reply } from '../../core/model/message';
import type { Texts } from '../../core/model/texts';
import type { Envelope } from './envelope';
import { HOME_TAB, REVIEW_WITHIN_TAB } from './tab';

const mentions = z.object({
  type: z.literal('message'),
  entities: z.array(z.unknown()),
});
const mention = z.object({ type: z.literal('mention'), mentioned: z.object({ id: z.string() }) });

/** Where the way to the personal chat stands on the card; the channel knows the address. */
export const PERSONAL_CHAT = '/';

/** What somebody in a group wants of us. */
export type GroupAsk =
  | { readonly kind: 'reviews'; readonly review: string | null }
  | { readonly kind: 'else' };

const pressed = z.object({
  type: z.literal('message'),
  value: z.object({ action: z.literal('reviews'), review: z.string().min(1).max(200) }),
});
const written = z.object({ text: z.string().max(1_000) });

/** Null when it is not said to us: then it is not ours to read. `words` are those that ask for reviews. */
export function groupAsk(activity: unknown, envelope: Envelope, words: readonly string[]): GroupAsk | null {
  const button = pressed.safeParse(activity);
  if (button.success) return { kind: 'reviews', review: button.data.value.review };
  if (!speaksToUs(activity, envelope)) return null;
  const said = written.safeParse(activity);
  const asks = said.success && words.includes(wordsOf(said.data.text));
  return asks ? { kind: 'reviews', review: null } : { kind: 'else' };
}

/** Without our name and the signs around it. */
function wordsOf(text: string): string {
  return text
    .replace(/<at\b[^>]*>.*?<\/at>|&nbsp;/gis, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** Whether somebody in a group speaks to us. */
function speaksToUs(activity: unknown, { recipient }: Envelope): boolean {
  const parsed = mentions.safeParse(activity);
  if (!parsed.success) return false;
  return parsed.data.entities.some((entity) => {
    const found = mention.safeParse(entity);
    return found.success && found.data.mentioned.id === recipient.id;
  });
}

/** Practice is nobody else's business: the way to the personal chat. */
export function groupReply(texts: Texts): Reply {
  return {
    kind: 'card',
    card: {
      title: texts('teams.group.title'),
      blocks: [
        { kind: 'text', text: texts('teams.group.text') },
        { kind: 'text', style: 'subtle', text: texts('teams.group.find') },
      ],
      actions: [{ kind: 'entry', label: texts('teams.group.open'), path: PERSONAL_CHAT }],
    },
  };
}

/** A card for all who read along; what it leads to can also be opened inside Teams. */
export function publicCard(card: Card, texts: Texts, teamsAppId: string | null): Reply {
  const within = card.actions.flatMap((action): readonly CardAction[] =>
    action.kind === 'link' && teamsAppId !== null && reviewIn(action.path) !== null
      ? [{ kind: 'entry', label: texts('teams.page.openInTeams'), path: withinTeams(action.path) }]
      : [],
  );
  return { kind: 'card', card: { ...card, actions: [...card.actions, ...within] } };
}

/** Where the ways on a card for all lead, by path. Nobody is let in by them: whoever comes signs in. */
export function publicWays(reply: Reply, envelope: Envelope, teamsAppId: string | null) {
  const ways = new Map([[PERSONAL_CHAT, personalChat(envelope)]]);
  if (reply.kind !== 'card' || teamsAppId === null) return ways;
  for (const { kind, ...action } of reply.card.actions) {
    const review = kind === 'link' && 'path' in action ? reviewIn(action.path) : null;
    if (review !== null && 'path' in action) ways.set(withinTeams(action.path), tabOf(teamsAppId, review));
  }
  return ways;
}

function withinTeams(path: string): string {
  return `within:${path}`;
}

/** The review that a page is about, as far as a tab can be told. */
function reviewIn(path: string): string | null {
  return /^\/reviews\/([\w-]{1,100})$/.exec(path)?.[1] ?? null;
}

function tabOf(appId: string, review: string): string {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: `${REVIEW_WITHIN_TAB}${review}` }));
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(appId)}/${HOME_TAB}?context=${context}`;
}

/** The chat with us alone, as Teams opens it. */
function personalChat({ recipient }: Envelope): string {
  return `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(recipient.id)}`;
}
