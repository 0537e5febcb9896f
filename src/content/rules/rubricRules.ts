import { criterionOutOfReach } from './B201-criterion-out-of-reach';
import { oneSentenceMaxes } from './B202-one-sentence-maxes';
import { moveRewardedEverywhere } from './B203-move-rewarded-everywhere';
import { breakingMoveIsFree } from './B204-breaking-move-is-free';
import { rubricUnknownTopic } from './B205-rubric-unknown-topic';
import type { RubricRule } from './rubricRule';

export const RUBRIC_RULES: readonly RubricRule[] = [
  criterionOutOfReach,
  oneSentenceMaxes,
  moveRewardedEverywhere,
  breakingMoveIsFree,
  rubricUnknownTopic,
];
