import type { CardBlock } from '../../core/model/message';
import { jsonBytes, MAX_BLOCK_BYTES, MAX_INPUT_LENGTH } from './limits';
import { escapeMarkdown } from './markdown';
import { grouped, oneLine, paragraphs, pieces, tidy } from './plainText';
import type { BarPiece, CardElement, FactSet, TextBlock } from './types';

/** The title of a card: a heading for the eye and for a screen reader. */
export function heading(title: string): TextBlock {
  return {
    type: 'TextBlock',
    text: escapeMarkdown(oneLine(title)),
    wrap: true,
    style: 'heading',
    size: 'large',
    weight: 'bolder',
  };
}

/** A block as elements of at most `MAX_BLOCK_BYTES` each, so that a card can be divided between them. */
export function blockElements(block: CardBlock): readonly CardElement[] {
  switch (block.kind) {
    case 'text':
      return paragraphs(block.text).flatMap((paragraph, index) =>
        pieces(paragraph, MAX_BLOCK_BYTES).map((piece) => text(piece, block.style ?? 'normal', index === 0)),
      );
    case 'list':
      return listElements(block.items);
    case 'facts':
      return factElements(block.rows);
    case 'input':
      return [
        {
          type: 'Input.Text',
          id: block.id,
          label: oneLine(block.label),
          value: tidy(block.value).slice(0, MAX_INPUT_LENGTH).toWellFormed(),
          isMultiline: true,
          maxLength: MAX_INPUT_LENGTH,
        },
      ];
    case 'choice':
      return [
        {
          type: 'Input.ChoiceSet',
          id: block.id,
          label: oneLine(block.label),
          style: 'expanded',
          value: block.value,
          choices: block.options.map(({ label, value }) => ({ title: oneLine(label), value })),
        },
      ];
    case 'bars':
      return block.rows.flatMap(({ label, words, filled, of }) => [
        text(`${label}: ${words}`, 'normal', false),
        { type: 'ColumnSet', spacing: 'small', columns: barPieces(filled, of) } as const,
      ]);
  }
}

function text(words: string, style: 'normal' | 'subtle' | 'heading' | 'warning', first: boolean): TextBlock {
  const plain: TextBlock = {
    type: 'TextBlock',
    text: escapeMarkdown(words),
    wrap: true,
    ...(first ? {} : { spacing: 'medium' }),
  };
  switch (style) {
    case 'normal':
      return plain;
    case 'subtle':
      return { ...plain, isSubtle: true };
    case 'heading':
      return { ...plain, style: 'heading', size: 'medium', weight: 'bolder' };
    case 'warning':
      return { ...plain, color: 'attention', weight: 'bolder' };
  }
}

/** Nothing of a bar is no piece at all: a column of width 0 is drawn as wide as its content. */
function barPieces(filled: number, of: number): readonly BarPiece[] {
  const piece = (style: BarPiece['style'], width: number): BarPiece => ({
    type: 'Column',
    width,
    style,
    minHeight: '8px',
    spacing: 'none',
    items: [],
  });
  return [piece('accent', filled), piece('emphasis', of - filled)].filter(({ width }) => width > 0);
}

/** One markdown list a block, so that a screen reader counts its items. */
function listElements(items: readonly string[]): readonly TextBlock[] {
  const lines = items
    .map(oneLine)
    .flatMap((item) => pieces(item, MAX_BLOCK_BYTES / 2))
    .map((item) => `- ${escapeMarkdown(item)}`);
  return grouped(lines, (group) => jsonBytes(group) <= MAX_BLOCK_BYTES).map((group) => ({
    type: 'TextBlock',
    text: group.join('\n'),
    wrap: true,
  }));
}

function factElements(
  rows: readonly { readonly label: string; readonly value: string }[],
): readonly FactSet[] {
  const facts = rows.flatMap((row) => {
    const values = pieces(oneLine(row.value), MAX_BLOCK_BYTES / 2);
    return (values.length === 0 ? [''] : values).map((value, index) => ({
      title: index === 0 ? escapeMarkdown(oneLine(row.label)) : '',
      value: escapeMarkdown(value),
    }));
  });
  return grouped(facts, (group) => jsonBytes(group) <= MAX_BLOCK_BYTES).map((group) => ({
    type: 'FactSet',
    facts: group,
  }));
}
