import type { Card, CardAction, CardBlock } from '../../core/model/message';
import { blockElements, heading } from './cardBlocks';
import { jsonBytes, MAX_ATTACHMENT_BYTES } from './limits';
import { grouped, oneLine, paragraphs, pieces } from './plainText';
import type { AdaptiveCard, CardAttachment, CardButton, CardElement } from './types';
import { ADAPTIVE_CARD } from './types';

/** Bytes of the plain words that stand in for a card where it cannot be drawn. */
const MAX_FALLBACK_BYTES = 2_000;

/**
 * A card as one Adaptive Card, or as a few when it is too large for one. Links go with the last; submit buttons go
 * with every card that has fields (a submit sends only the fields of its own card) and otherwise with the last.
 */
export function cardAttachments(card: Card, ways: PageWays): readonly CardAttachment[] {
  const buttons = card.actions.map((action) => button(action, ways));
  const frame = { heading: heading(card.title), fallback: fallbackText(card), title: oneLine(card.title) };
  const elements = card.blocks.flatMap(blockElements);
  const room = MAX_ATTACHMENT_BYTES - jsonBytes(attachment(frame, [frame.heading], buttons));
  const groups = grouped(elements, (group) => jsonBytes(group) <= room);
  const bodies = groups.length === 0 ? [[]] : groups;
  return bodies.map((body, index) =>
    attachment(
      frame,
      index === 0 ? [frame.heading, ...body] : body,
      index === bodies.length - 1 ? buttons : hasField(body) ? buttons.filter(isSubmit) : [],
    ),
  );
}

/** How somebody gets from a card to a page of ours. */
export interface PageWays {
  /** Address of our pages as the learner reaches them. */
  readonly baseUrl: string;
  /** Whether a page is asked for in the chat first, because the browser it opens in knows nobody. */
  readonly throughChat?: boolean;
  /** Whole addresses by path, for pages that were asked for just now. */
  readonly entries?: ReadonlyMap<string, string>;
}

interface Frame {
  readonly title: string;
  readonly heading: CardElement;
  readonly fallback: string;
}

function attachment(
  frame: Frame,
  body: readonly CardElement[],
  actions: readonly CardButton[],
): CardAttachment {
  const content: AdaptiveCard = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: frame.fallback,
    speak: frame.title,
    body,
    ...(actions.length === 0 ? {} : { actions }),
  };
  return { contentType: ADAPTIVE_CARD, content };
}

function hasField(elements: readonly CardElement[]): boolean {
  return elements.some(({ type }) => type === 'Input.Text' || type === 'Input.ChoiceSet');
}

function isSubmit(candidate: CardButton): boolean {
  return candidate.type === 'Action.Submit';
}

function button(action: CardAction, ways: PageWays): CardButton {
  switch (action.kind) {
    case 'submit':
      return {
        type: 'Action.Submit',
        title: action.label,
        data: { ...action.values, action: action.action },
      };
    case 'link':
      return ways.throughChat
        ? { type: 'Action.Submit', title: action.label, data: { action: 'page', path: action.path } }
        : openUrl(action.label, absolute(action.path, ways.baseUrl));
    case 'entry':
      return openUrl(action.label, ways.entries?.get(action.path) ?? absolute(action.path, ways.baseUrl));
  }
}

function openUrl(title: string, url: string): CardButton {
  return { type: 'Action.OpenUrl', title, url };
}

/** The path is ours and starts at the root of our pages, which may themselves live below a path. */
export function absolute(path: string, baseUrl: string): string {
  return `${baseUrl.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
}

/** The card in plain words, cut to what is worth listening to. */
function fallbackText(card: Card): string {
  const all = [card.title, ...card.blocks.flatMap(words)].flatMap(paragraphs).join('\n');
  return pieces(all, MAX_FALLBACK_BYTES)[0] ?? '';
}

function words(block: CardBlock): readonly string[] {
  switch (block.kind) {
    case 'text':
      return [block.text];
    case 'list':
      return block.items;
    case 'facts':
      return block.rows.map((row) => `${oneLine(row.label)}: ${oneLine(row.value)}`);
    case 'input':
      return [block.label];
    case 'choice':
      return [`${oneLine(block.label)}: ${block.options.map(({ label }) => oneLine(label)).join(', ')}`];
    case 'bars':
      return block.rows.map(({ label, words: said }) => `${oneLine(label)}: ${oneLine(said)}`);
  }
}
