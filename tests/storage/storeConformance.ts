import { describeAtomicity } from './conformance/atomicity';
import { describeBranching } from './conformance/branching';
import { describeCompetition } from './conformance/competition';
import { describeCorrecting } from './conformance/correcting';
import { describeDelivering } from './conformance/delivering';
import { describeForgetting } from './conformance/forgetting';
import { describeGroups } from './conformance/groups';
import { describeHomework } from './conformance/homework';
import { describeManyAtOnce } from './conformance/manyAtOnce';
import { describeOutbox } from './conformance/outbox';
import { describePeople } from './conformance/people';
import { describePrivacy } from './conformance/privacy';
import { describeReviews } from './conformance/reviews';
import { describeRoundTrip } from './conformance/roundTrip';
import { type Opened, type Scene, sceneOn } from './conformance/scene';
import { describeTakingBack } from './conformance/takingBack';
import { describeTrainerWords } from './conformance/trainerWords';

export type { Opened };

/** What every database must do behind the `Store` port. A new one joins by handing in how it is opened. */
export function describeStore(name: string, open: () => Promise<Opened>): void {
  describe(name, () => {
    let opened: Opened;
    let scene: Scene;

    beforeEach(async () => {
      opened = await open();
      scene = sceneOn(opened);
    });

    afterEach(() => opened.end());

    const current = () => scene;
    describeRoundTrip(current);
    describeAtomicity(current);
    describeCompetition(current);
    describeTakingBack(current);
    describeBranching(current);
    describeCorrecting(current);
    describeDelivering(current);
    describeForgetting(current);
    describePeople(current);
    describeGroups(current);
    describeHomework(current);
    describeManyAtOnce(current);
    describeTrainerWords(current);
    describe('the outbox', () => describeOutbox(current));
    describePrivacy(current);
    describeReviews(current);
  });
}
