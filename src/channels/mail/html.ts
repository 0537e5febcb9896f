import type { NoticeWords } from '../../core/model/letter';
import type { CardBlock } from '../../core/model/message';

/** What stands around the words of a letter. */
export interface HtmlFrame {
  readonly language: string;
  /** Address of the page it is about; null when it has none. */
  readonly open: string | null;
  readonly stop: string;
}

const BODY = 'font-family:Segoe UI,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;max-width:36em';
const SMALL = 'font-size:14px;color:#555';

/** A letter as simple HTML: no pictures, no script, nothing that is fetched when it is opened. */
export function htmlOf(words: NoticeWords, { language, open, stop }: HtmlFrame): string {
  const [greeting = ''] = words.text.split('\n');
  const label = words.card.actions[0]?.label ?? '';
  return [
    `<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8">`,
    `<title>${escapeHtml(words.subject)}</title></head><body style="${BODY}">`,
    `<p>${escapeHtml(greeting)}</p>`,
    ...words.card.blocks.map(blockOf),
    open === null ? '' : `<p><a href="${escapeHtml(open)}">${escapeHtml(label)}</a></p>`,
    `<p style="${SMALL}">${escapeHtml(words.why)}<br>`,
    `<a href="${escapeHtml(stop)}">${escapeHtml(words.stop)}</a></p></body></html>`,
  ].join('\n');
}

function blockOf(block: CardBlock): string {
  switch (block.kind) {
    case 'text':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
    case 'facts':
      return `<p>${block.rows.map(factOf).join('<br>')}</p>`;
    default:
      throw new Error('An e-mail has no forms.');
  }
}

function factOf({ label, value }: { readonly label: string; readonly value: string }): string {
  return `<strong>${escapeHtml(label)}:</strong> ${escapeHtml(value)}`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
