import type { Activity } from 'botbuilder';
import type { Card, Reply } from '../../core/model/message';
import type { Texts } from '../../core/model/texts';
import { absolute } from '../activity/adaptiveCard';
import { toActivities } from '../activity/toActivities';
import { forChannel } from './forChannel';
import { HOME_TAB } from './tab';

/** For whom and where an answer is rendered. */
export interface RenderView {
  /** Asked for when somebody else than the persona speaks. */
  readonly texts: () => Promise<Texts>;
  /** Address of our pages for this learner. */
  readonly baseUrl: string;
  readonly channelId: string;
  /** Makes a secret that lets the learner in at a page. */
  readonly wayIn: (path: string) => Promise<string>;
  /** The app's id in Teams, to open pages inside it; null when it is not known. */
  readonly teamsAppId: string | null;
}

/** Marks the way to a page that opens inside Teams. */
const WITHIN = 'within:';

/** Replies as activities of a channel. Pages that were asked for just now get a way in that works once. */
export async function render(
  replies: readonly Reply[],
  view: RenderView,
): Promise<readonly Partial<Activity>[]> {
  // Most answers are the persona's alone, which need no word of ours.
  const texts = replies.some(({ kind }) => kind !== 'persona') ? await view.texts() : null;
  const entries = new Map<string, string>();
  for (const path of entryPaths(replies)) {
    const secret = await view.wayIn(path);
    entries.set(path, absolute(`/link/${secret}`, view.baseUrl));
    if (view.teamsAppId) entries.set(`${WITHIN}${path}`, tabLink(view.teamsAppId, secret));
  }
  const options = {
    baseUrl: view.baseUrl,
    coachName: texts?.('interface.coachName') ?? '',
    throughChat: true,
    entries,
  };
  return toActivities(
    entries.size === 0 || texts === null
      ? replies
      : replies.map((reply) => withWays(reply, texts, view.teamsAppId)),
    options,
  ).map((activity) => forChannel(activity, view.channelId));
}

function entryPaths(replies: readonly Reply[]): ReadonlySet<string> {
  const cards = replies.flatMap((reply) => (reply.kind === 'card' ? [reply.card] : []));
  return new Set(
    cards.flatMap(({ actions }) => actions.flatMap((it) => (it.kind === 'entry' ? [it.path] : []))),
  );
}

function withWays(reply: Reply, texts: Texts, teamsAppId: string | null): Reply {
  return reply.kind === 'card' ? { ...reply, card: withNote(reply.card, texts, teamsAppId) } : reply;
}

/** Says that the button is for one person and soon used up, and adds the one that stays inside Teams. */
function withNote(card: Card, texts: Texts, teamsAppId: string | null): Card {
  const entry = card.actions.find(({ kind }) => kind === 'entry');
  if (entry?.kind !== 'entry') return card;
  const within = { ...entry, label: texts('teams.page.openInTeams'), path: `${WITHIN}${entry.path}` };
  return {
    ...card,
    blocks: [...card.blocks, { kind: 'text', style: 'subtle', text: texts('teams.page.note') }],
    actions: teamsAppId === null ? card.actions : [...card.actions, within],
  };
}

/** Opens our tab; Teams hands it the secret as the page within it. */
function tabLink(appId: string, secret: string): string {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: secret }));
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(appId)}/${HOME_TAB}?context=${context}`;
}
