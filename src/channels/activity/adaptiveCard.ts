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
export function cardAttachments(card: Card, baseUrl: string): readonly CardAttachment[] {
  const buttons = card.actions.map((action) => button(action, baseUrl));
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
  return elements.some((element) => element.type === 'Input.Text');
}

function isSubmit(candidate: CardButton): boolean {
  return candidate.type === 'Action.Submit';
}

function button(action: CardAction, baseUrl: string): CardButton {
  switch (action.kind) {
    case 'submit':
      return {
        type: 'Action.Submit',
        title: action.label,
        data: { ...action.values, action: action.action },
      };
    case 'link':
      return { type: 'Action.OpenUrl', title: action.label, url: absolute(action.path, baseUrl) };
  }
}

/** The path is ours and starts at the root of our pages, which may themselves live below a path. */
function absolute(path: string, baseUrl: string): string {
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
  }
}
