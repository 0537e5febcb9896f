export type TurnErrorCode = 'contended' | 'not-theirs' | 'undecided';

const HINTS: Readonly<Record<TurnErrorCode, string>> = {
  contended:
    'Other processes keep moving this conversation on. Let one process serve it, or send the message again.',
  'not-theirs':
    'The message comes from another learner than the conversation belongs to. Check how the channel binds them.',
  undecided: 'Deciding asked for the transcript although it was handed in.',
};

/** A turn could not be taken; nothing was written. Holds a code and a hint, nothing that was typed. */
export class TurnError extends Error {
  override readonly name = 'TurnError';

  constructor(readonly code: TurnErrorCode) {
    super(HINTS[code]);
  }
}
