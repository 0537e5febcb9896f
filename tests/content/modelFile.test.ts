import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadModel, loadTaggedWords, packModel, UNDERSTANDING_FILES } from '../../src/content/understanding';
import { readCorpus } from '../../src/content/understanding/corpus';
import { serialiseModel } from '../../src/core/understanding/model';
import { DEFAULTS } from '../../src/core/understanding/training/options';
import { train } from '../../src/core/understanding/training/train';

const understanding = join(__dirname, '../../locales/nl/understanding');
const few = readCorpus(join(understanding, 'corpus')).filter(({ file }) =>
  /^(?:blind_4|blind_3)\./.test(file),
);
const model = train(few, loadTaggedWords(understanding), {
  ...DEFAULTS,
  epochs: 1,
  averaged: 1,
  firstEpochs: 1,
  folds: 2,
  kept: 3000,
});

describe('a model file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'model-'));
  const path = join(folder, UNDERSTANDING_FILES.model);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('gives back the model that was packed, and is much smaller than it', () => {
    const packed = packModel(model);
    writeFileSync(path, packed);
    const bytes = serialiseModel(model);
    expect(Buffer.from(serialiseModel(loadModel(folder))).equals(Buffer.from(bytes))).toBe(true);
    expect(packed.length).toBeLessThan(bytes.length / 2);
  });

  it('says which file is broken and what to do', () => {
    writeFileSync(path, 'no model at all');
    expect(() => loadModel(folder)).toThrow(`${path} is not a model file; run train again`);
    writeFileSync(path, packModel(model).subarray(0, 5000));
    expect(() => loadModel(folder)).toThrow(`${path} is not a model file; run train again`);
  });
});

describe('the committed model', () => {
  it('is at most 8 MB', () => {
    const { size } = statSync(join(understanding, UNDERSTANDING_FILES.model));
    expect(size).toBeLessThanOrEqual(8_000_000);
  });
});
