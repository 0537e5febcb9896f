import { keyOfQuestion, rememberQuestions, timesAsked } from '../../../src/core/dialogue/repeats';

const asked = ['Waarom was Hasna twee dagen thuis?', 'Wat vindt u van de mentor?'].map(keyOfQuestion);

describe('a question that comes again', () => {
  it('is known by its words, however it is put', () => {
    expect(timesAsked(keyOfQuestion('Maar waarom was Hasna nou twee dagen thuis?'), asked)).toBe(1);
  });

  it('is another one when it only shares a subject', () => {
    expect(timesAsked(keyOfQuestion('Wie was er thuis bij Hasna?'), asked)).toBe(0);
  });

  it('is forgotten in the end, so that memory does not grow', () => {
    const many = Array.from({ length: 40 }, (_, i) => `vraag${i}`);
    expect(rememberQuestions(asked, many).length).toBeLessThan(20);
  });
});
