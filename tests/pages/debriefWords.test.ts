import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { METERS } from '../../src/core/model/conversation';
import { FAMILY_NAMES, MOVES } from '../../src/core/model/moves';
import { HELP_LINES } from '../../src/core/model/scenario';
import { CRITERIA, DOMAINS, LEVELS } from '../../src/core/model/scoring';
import { PREPARATION_QUESTIONS } from '../../src/core/model/session';
import { HABITS } from '../../src/core/rendering/debrief/habits';
import { REPAIR } from '../../src/core/rendering/debrief/repairs';
import { effectWords } from '../../src/pages/debrief/words';
import { RUBRIC } from '../core/scoring/talk';
import { textsFor } from './debriefSample';

const root = join(__dirname, '../..');
const read = (path: string) => parse(readFileSync(join(root, path), 'utf8'));

/** All keys of a locale file, without the forms of address. */
function keysOf(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path.replace(/_(je|u)$/, '')];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`));
}

const special: readonly string[] = read('scenarios/moves.yaml').special.map(
  (rule: { id: string }) => rule.id,
);
const rules = [
  ...MOVES.map((move) => `move:${move}`),
  ...FAMILY_NAMES.map((family) => `family:${family}`),
  'unsure',
  ...special,
];

describe.each(['nl', 'en'] as const)('the words of the debrief in %s', (locale) => {
  const words = read(`locales/${locale}/scorecard.yaml`);

  it('name every indicator, and for what speaks against it say what to try instead', () => {
    for (const indicator of RUBRIC.criteria.flatMap((criterion) => criterion.indicators)) {
      expect({ id: indicator.id, words: words.indicators[indicator.id] }).toMatchObject({
        words: indicator.for
          ? { shows: expect.any(String) }
          : { shows: expect.any(String), instead: expect.any(String) },
      });
    }
  });

  it('have none left over', () => {
    const ids = RUBRIC.criteria.flatMap((criterion) => criterion.indicators.map(({ id }) => id));
    const known = [...ids, ...HABITS, REPAIR];
    expect(Object.keys(words.indicators).filter((id) => !known.includes(id))).toEqual([]);
  });

  it('name criteria, domains, levels, tips, meters and help lines', () => {
    const t = textsFor(locale, 'u');
    const keys = [
      ...CRITERIA.flatMap((id) => [`scorecard.criteria.${id}.name`, `scorecard.criteria.${id}.about`]),
      ...RUBRIC.criteria.map(({ tip }) => `scorecard.tips.${tip.id}`),
      ...DOMAINS.map((domain) => `scorecard.domains.${domain}`),
      ...LEVELS.flatMap((level) => [`scorecard.levels.${level}.name`, `scorecard.levels.${level}.symbol`]),
      ...METERS.map((meter) => `pages.debrief.meters.${meter}`),
      ...HELP_LINES.map((line) => `scorecard.helpLines.${line}`),
      ...PREPARATION_QUESTIONS.map((question) => `cards.preparation.questions.${question}`),
    ];
    expect(keys.filter((key) => t(key) === key)).toEqual([]);
  });

  it('explain every rule by which the meters move', () => {
    const missing = rules.filter((rule) => !words.effects[rule.replaceAll(':', '-')]?.because);
    expect(missing).toEqual([]);
  });

  it('explain a rule that a scenario adds by the move of its sentence, else in general', () => {
    const t = textsFor(locale, 'je');
    const { affirm, unknown } = { affirm: words.effects['move-affirm'], unknown: words.effects.unknown };
    expect(effectWords(t, { rule: 'his-own-rule', plain: 'move:affirm' })).toEqual(affirm);
    expect(effectWords(t, { rule: 'his-own-rule', plain: null })).toEqual(unknown);
  });

  it('say the same things as in Dutch', () => {
    for (const file of ['scorecard', 'pages']) {
      const own = new Set(keysOf(read(`locales/${locale}/${file}.yaml`)));
      expect(own).toEqual(new Set(keysOf(read(`locales/nl/${file}.yaml`))));
    }
  });
});

describe('the numbers of the help lines', () => {
  it.each([
    ['113', '0800-0113'],
    ['veilig-thuis', '0800-2000'],
    ['kindertelefoon', '0800-0432'],
  ])('%s is %s', (line, number) => {
    for (const locale of ['nl', 'en'] as const) {
      expect(textsFor(locale, 'je')(`scorecard.helpLines.${line}`)).toContain(number);
    }
  });
});
