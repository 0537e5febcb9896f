/** What a learner sends about the one scenario of the sample homework. */
export const SMALL_LEARNER_FORM = { scenario: 'small' } as const;
