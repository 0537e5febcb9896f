import { releaseUnknownStep } from './B301-release-unknown-step';
import { releaseTooEarly } from './B302-release-too-early';
import { talkNotWhole } from './B303-talk-not-whole';
import { stepWithoutWords } from './B304-step-without-words';
import { wordsWithoutStep } from './B305-words-without-step';
import { meetingLength } from './B306-meeting-length';
import { marksWithoutCard } from './B307-marks-without-card';
import { marksAfterTheAnswer } from './B308-marks-after-the-answer';
import { noOutcome } from './B309-no-outcome';
import { stepTwice } from './B310-step-twice';
import { nobodyWrites } from './B311-nobody-writes';
import { hiddenAgain } from './B312-hidden-again';
import type { MethodRule } from './methodRule';

export const METHOD_RULES: readonly MethodRule[] = [
  releaseUnknownStep,
  releaseTooEarly,
  talkNotWhole,
  stepWithoutWords,
  wordsWithoutStep,
  meetingLength,
  marksWithoutCard,
  marksAfterTheAnswer,
  noOutcome,
  stepTwice,
  nobodyWrites,
  hiddenAgain,
];
