import { join } from 'node:path';
import { loadTaggedWords } from '../../../src/content/understanding';
import { readCorpus, readLabelledFile } from '../../../src/content/understanding/corpus';
import { parseModel, serialiseModel } from '../../../src/core/understanding/model';
import { createRecogniser } from '../../../src/core/understanding/recogniser';
import { DEFAULTS } from '../../../src/core/understanding/training/options';
import { corpusFingerprint, train } from '../../../src/core/understanding/training/train';

const folder = join(__dirname, '../../../locales/nl/understanding');
const lexicon = loadTaggedWords(folder);
const corpus = readCorpus(join(folder, 'corpus'));
const few = corpus.filter(({ file }) => /^(?:blind_4|natural_vader2)\./.test(file));
const options = {
  ...DEFAULTS,
  epochs: 1,
  averaged: 1,
  firstEpochs: 1,
  firstFolds: 2,
  folds: 2,
  kept: 4000,
  firstKept: 1000,
};

describe('training', () => {
  const bytes = serialiseModel(train(few, lexicon, options));

  it('gives the same bytes for the same corpus and seed', () => {
    expect(Buffer.from(serialiseModel(train(few, lexicon, options))).equals(Buffer.from(bytes))).toBe(true);
  });

  it('survives its file', () => {
    const model = parseModel(bytes);
    expect(Buffer.from(serialiseModel(model)).equals(Buffer.from(bytes))).toBe(true);
    const sentence = {
      text: 'Hoe gaat het?',
      personaLine: null,
      previous: 'Dag.',
      next: null,
      index: 1,
      count: 2,
    };
    expect(createRecogniser(model).recognise(sentence).moves.length).toBeGreaterThan(0);
  });

  it('refuses bytes that are no model, or half of one', () => {
    expect(() => parseModel(new Uint8Array(3))).toThrow('not a model file');
    expect(() => parseModel(new Uint8Array(40))).toThrow('not a model file');
    expect(() => parseModel(bytes.subarray(0, bytes.length - 1000))).toThrow('cut short');
  });

  it('marks the corpus it learned from', () => {
    expect(parseModel(bytes).head.corpus).toBe(corpusFingerprint(few, lexicon));
    expect(corpusFingerprint(few.slice(1), lexicon)).not.toBe(corpusFingerprint(few, lexicon));
  });
});

describe('the corpus', () => {
  it('has no adversarial sentence in it, and labels only moves that exist', () => {
    const adversarial = readLabelledFile(join(folder, 'adversarial.jsonl'));
    const known = new Set(
      corpus
        .filter(({ sentence }) => sentence.text.length > 18)
        .map(({ sentence }) => sentence.text.toLowerCase()),
    );
    expect(adversarial).toHaveLength(200);
    expect(adversarial.filter(({ sentence }) => known.has(sentence.text.toLowerCase()))).toEqual([]);
  });
});
