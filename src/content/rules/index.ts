import { lineWithoutWords } from './B101-line-without-words';
import { wordsWithoutLine } from './B102-words-without-line';
import { unknownTopic } from './B103-unknown-topic';
import { unknownDisclosure } from './B104-unknown-disclosure';
import { unknownConcern } from './B105-unknown-concern';
import { topicWithoutWords } from './B106-topic-without-words';
import { disclosureWithoutWords } from './B107-disclosure-without-words';
import { endingWithoutWords } from './B108-ending-without-words';
import { noLastEnding } from './B109-no-last-ending';
import { duplicateLine } from './B110-duplicate-line';
import { disclosureCannotOpen } from './B111-disclosure-cannot-open';
import { noFallbackLine } from './B112-no-fallback-line';
import { explainedByGroup } from './B113-explained-by-group';
import { concernWithoutWords } from './B114-concern-without-words';
import { replyMovesMismatch } from './B140-reply-moves-mismatch';
import { replyUnknownName } from './B141-reply-unknown-name';
import { replyToUnknownLine } from './B142-reply-to-unknown-line';
import { replyTwice } from './B143-reply-twice';
import { momentWithoutReplies } from './B144-moment-without-replies';
import { replyAddress } from './B145-reply-address';
import type { Rule } from './rule';

export const RULES: readonly Rule[] = [
  lineWithoutWords,
  wordsWithoutLine,
  unknownTopic,
  unknownDisclosure,
  unknownConcern,
  topicWithoutWords,
  disclosureWithoutWords,
  endingWithoutWords,
  noLastEnding,
  duplicateLine,
  disclosureCannotOpen,
  noFallbackLine,
  explainedByGroup,
  concernWithoutWords,
  replyMovesMismatch,
  replyUnknownName,
  replyToUnknownLine,
  replyTwice,
  momentWithoutReplies,
  replyAddress,
];
