import type { Assignment, HandIn, Homework, Overrule, TrainerNote } from '../../core/model/homework';
import type { AttemptRecord } from './store';

export interface HomeworkStore {
  addAssignment(assignment: Assignment): Promise<void>;
  assignment(id: string): Promise<Assignment | null>;
  /** In the order of their due dates. */
  assignments(groups: readonly string[]): Promise<readonly Assignment[]>;
  /** Handed out and due in this stretch of time, of all groups, closed ones too. */
  due(from: string, to: string): Promise<readonly Assignment[]>;
  /**
   * Compare-and-swap on `version`, which is stored one higher; false when it moved on. Never changes group or
   * author. A narrower sight also narrows what was handed in, in the same step.
   */
  changeAssignment(assignment: Assignment): Promise<boolean>;
  /** Only a draft; false otherwise. */
  removeDraft(id: string): Promise<boolean>;

  homework(assignment: string, learner: string): Promise<Homework | null>;
  /** Of several assignments at once. */
  homeworkFor(assignments: readonly string[]): Promise<readonly Homework[]>;
  /** Adds what is not there yet (version 0) or changes what is at this version; false when it moved on. */
  keepHomework(homework: Homework): Promise<boolean>;

  /**
   * In place of an earlier hand-in for the same scenario, with which goes what trainers said of that one. Never
   * wider than the assignment's sight. False when the attempt is not this learner's, or not of this scenario.
   */
  handIn(handIn: HandIn): Promise<boolean>;
  /** Takes back; trainers lose sight of it at once, their notes and overrules of it go too. */
  takeBack(assignment: string, learner: string, scenario: string): Promise<boolean>;
  handInsOf(learner: string): Promise<readonly HandIn[]>;
  handInsFor(assignments: readonly string[]): Promise<readonly HandIn[]>;
  handInOf(attempt: string, assignment: string): Promise<HandIn | null>;

  /** Attempts of these learners at these scenarios since a moment, without their words. */
  attemptsAt(
    learners: readonly string[],
    scenarios: readonly string[],
    since: string,
  ): Promise<readonly AttemptRecord[]>;

  /** Replaces the note of the same id by the same trainer; false when the attempt is not handed in (any more). */
  keepNote(note: TrainerNote): Promise<boolean>;
  removeNote(id: string, by: string): Promise<boolean>;
  notes(attempt: string, assignment: string): Promise<readonly TrainerNote[]>;
  /** In place of an earlier one; false when the attempt is not handed in (any more). */
  keepOverrule(overrule: Overrule): Promise<boolean>;
  removeOverrule(assignment: string, attempt: string, criterion: Overrule['criterion']): Promise<boolean>;
  /** Of one attempt, whatever the assignment. */
  overrules(attempt: string): Promise<readonly Overrule[]>;
  overrulesFor(assignments: readonly string[]): Promise<readonly Overrule[]>;
}
