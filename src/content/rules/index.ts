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
import { lineNeverFits } from './B115-line-never-fits';
import { lineAlwaysBeaten } from './B116-line-always-beaten';
import { endingUnreachable } from './B117-ending-unreachable';
import { disclosureContradictsItself } from './B118-disclosure-contradicts-itself';
import { concernNeverRecognised } from './B119-concern-never-recognised';
import { deadEndPhase } from './B120-dead-end-phase';
import { ruleNeverApplies } from './B121-rule-never-applies';
import { becauseOfAGroup } from './B122-because-of-a-group';
import { loadedWord } from './B123-loaded-word';
import { jargon } from './B124-jargon';
import { longSentence } from './B125-long-sentence';
import { hardToRead } from './B126-hard-to-read';
import { sameWords } from './B127-same-words';
import { noReactionToMove } from './B128-no-reaction-to-move';
import { topicNotAnswered } from './B129-topic-not-answered';
import { noHintThatAlwaysFits } from './B130-hint-always';
import { unknownName } from './B131-unknown-name';
import { heavyWithoutHelp } from './B132-heavy-without-help';
import { noSource } from './B133-no-source';
import { singleVariant } from './B134-single-variant';
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
  lineNeverFits,
  lineAlwaysBeaten,
  endingUnreachable,
  disclosureContradictsItself,
  concernNeverRecognised,
  deadEndPhase,
  ruleNeverApplies,
  becauseOfAGroup,
  loadedWord,
  jargon,
  longSentence,
  hardToRead,
  sameWords,
  noReactionToMove,
  topicNotAnswered,
  noHintThatAlwaysFits,
  unknownName,
  heavyWithoutHelp,
  noSource,
  singleVariant,
  replyMovesMismatch,
  replyUnknownName,
  replyToUnknownLine,
  replyTwice,
  momentWithoutReplies,
  replyAddress,
];
