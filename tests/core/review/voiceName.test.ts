import { nameOfVoice } from '../../../src/core/review/voiceName';

describe('what a speaker of a report is called', () => {
  it.each([
    ['Grietsje', 'Grietsje'],
    ['Mevr. Tjallingii', 'Tjallingii'],
    ['Onno van der Wal', 'Onno'],
    ['moeder Quirijntje', 'Quirijntje'],
    ['fenna-lynn', 'fenna-lynn'],
  ])('holds a name: %s', (label, name) => expect(nameOfVoice(label)).toBe(name));

  it.each([
    'Moeder',
    'vader 2',
    'Tolk',
    'Dhr.',
    'V',
    'M1',
    '',
    'Ik',
    'maatschappelijk werker',
    'wijkverpleegkundige',
    'Spreker 1',
    'pleegvader',
    'Mother',
  ])('is only what they are: %s', (label) => expect(nameOfVoice(label)).toBe(''));
});
