import fc from 'fast-check';
import { plain } from '../../src/pages/review/outcomeMarkdown';

const markdownIt = require('markdown-it');
/** Takes all that it can for markup, raw HTML and links without signs included. */
const reader = markdownIt({ html: true, linkify: true, breaks: true });

const tagsIn = (html: string) => [...html.matchAll(/<(\w+)/g)].map(([, tag]) => tag);
const wordsIn = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();

const SIGNS = [
  '# ',
  '- ',
  '+ ',
  '1. ',
  '2) ',
  '*',
  '_',
  '`',
  '~~',
  '|',
  '<b>',
  '</b>',
  '&lt;',
  '![x](y)',
  '[a](b)',
  '(c)',
  '](',
  '[',
];
const MORE = [
  'http://',
  'https://',
  'www.',
  '\\',
  '=',
  '>',
  'a',
  'b',
  ' ',
  '\n',
  'é',
  '😀',
  '$$',
  ':',
  '.',
  '---',
];

test('what people type never becomes markup, and reads as it was typed', () => {
  const typed = fc
    .array(fc.constantFrom(...SIGNS, ...MORE), { maxLength: 12 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(typed, (text) => {
      const html = reader.render(`- ${plain(text.trim())}`);
      expect(tagsIn(html)).toEqual(['ul', 'li']);
      expect(wordsIn(html)).toBe(text.replace(/\s+/g, ' ').trim());
    }),
    { numRuns: 2000 },
  );
});

test('ordinary brackets stay as they were typed', () => {
  expect(plain('Tineke (inbrenger)')).toBe('Tineke (inbrenger)');
});
