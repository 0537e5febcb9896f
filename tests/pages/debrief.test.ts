import type { Debrief } from '../../src/core/model/debrief';
import { renderDebriefPage } from '../../src/pages/debrief';
import { NASTY, SAMPLES, textsFor } from './debriefSample';

const page = (debrief: Debrief, locale: 'nl' | 'en' = 'nl', address: 'je' | 'u' = 'je') =>
  renderDebriefPage(debrief, textsFor(locale, address), { language: locale, chatPath: '/' });

const samples = Object.entries(SAMPLES);
const { excellent, avoiding, moralising, nasty, empty } = SAMPLES as Required<typeof SAMPLES>;

function plain(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

describe('the debrief page', () => {
  it.each(samples)(
    'of a talk that was %s has no word missing, in two languages and both forms of address',
    (_, d) => {
      for (const locale of ['nl', 'en'] as const) {
        for (const address of ['je', 'u'] as const) {
          const html = page(d, locale, address);
          expect(html).toContain(`<html lang="${locale}">`);
          expect(html).not.toMatch(/(scorecard|pages|cards)\.[a-z]+\.|\{\{|undefined|NaN|\[object/);
        }
      }
    },
  );

  it.each(samples)('of a talk that was %s needs no script and loads nothing from anywhere', (_, d) => {
    const html = page(d);
    expect(html).not.toMatch(
      /<script|<link(?! rel="icon" href="data:,")|<img|<iframe|@import|url\(|\son[a-z]+=/i,
    );
  });

  it('escapes whatever was typed', () => {
    const html = page(nasty!);
    expect(html).not.toContain('<script>');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(plain(html)).toContain(NASTY);
  });

  it('quotes only what was typed in the turn it names', () => {
    for (const debrief of [excellent!, avoiding!, moralising!, nasty!]) {
      const html = page(debrief);
      const quotes = [...html.matchAll(/<q lang="nl">(.*?)<\/q> <span class="turn">\(beurt (\d+)\)/gs)];
      expect(quotes.length).toBeGreaterThan(5);
      for (const [, quote, turn] of quotes) {
        expect(debrief.transcript[Number(turn) - 1]?.reply).toContain(plain(quote ?? ''));
      }
    }
  });

  it('puts what never came up before everything else', () => {
    const html = page(avoiding!);
    expect(html).toContain('Hasna is opgesloten geweest');
    expect(html.indexOf('id="missed"')).toBeGreaterThan(0);
    expect(html.indexOf('id="missed"')).toBeLessThan(html.indexOf('id="ended"'));
    expect(page(excellent!)).not.toContain('id="missed"');
  });

  it('tells the drawing in words and as a table, and tells lines apart by more than colour', () => {
    const html = page(moralising!);
    expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="course-name course-story"/);
    expect(html).toMatch(/<desc id="course-story">vertrouwen ging van 35 naar 0, laagste 0, hoogste 35\./);
    expect(html).toContain('<th scope="col">spanning</th>');
    expect(html).toContain('stroke-dasharray: 7 4');
    expect(html).toContain('stroke-dasharray: 2 4');
  });

  it('names a turning point with its reason', () => {
    expect(page(moralising!)).toContain(
      'Bij beurt 2 zakte het vertrouwen van 28 naar 13: de ander werd als deel van een groep aangesproken, ' +
        'want niemand wil een voorbeeld van een groep zijn.',
    );
  });

  it('has one main part, headings in order, and no id twice', () => {
    for (const [, debrief] of samples) {
      const html = page(debrief);
      const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      expect(levels[0]).toBe(1);
      expect(levels.every((level, i) => i === 0 || level <= levels[i - 1]! + 1)).toBe(true);
      expect(html.match(/<main/g)).toHaveLength(1);
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, target] of html.matchAll(/aria-labelledby="([^"]+)"/g)) {
        for (const id of target!.split(' ')) expect(ids).toContain(id);
      }
    }
  });

  it('gives the marks in words beside the symbol', () => {
    expect(page(excellent!)).toMatch(/<span class="symbol" aria-hidden="true">●●●●<\/span> sterk/);
    expect(page(empty!)).toContain('niet gezien');
  });

  it('shows the numbers to call, the preparation, the sources, and the way back', () => {
    const html = page(excellent!);
    for (const words of [
      '0800-0113',
      '0800-2000',
      '0800-0432',
      'Hasna is twee dagen niet op school geweest.',
    ]) {
      expect(html).toContain(words);
    }
    expect(html).toContain('KIS 2021, Bijlage 1, punt 9');
    expect(html).toContain('<a href="/">');
  });

  it('is the same for the same debrief', () => {
    expect(page(excellent!)).toBe(page(JSON.parse(JSON.stringify(excellent))));
  });
});
