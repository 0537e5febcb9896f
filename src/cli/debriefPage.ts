import { readDebriefMaterial } from '../app/attempts';
import type { AttemptRecord, Store } from '../app/ports';
import type { LearnerPage, PageView } from '../channels/webchat/learnerPages';
import type { Library } from '../content/library';
import type { Scenario } from '../core/model/scenario';
import { buildDebrief } from '../core/rendering/debrief';
import { renderDebriefPage } from '../pages/debrief';
import { STYLE } from '../pages/debrief/style';

/** The page with the feedback on one attempt, for the learner whose attempt it is. */
export function debriefPage(library: Library, store: Store): LearnerPage {
  return {
    path: '/debrief/:attempt',
    styles: [STYLE],
    render: (view) => render(library, store, view),
  };
}

async function render(library: Library, store: Store, view: PageView): Promise<string | null> {
  const material = await readDebriefMaterial(store, view.learner, view.params.attempt ?? '');
  if (!material?.scorecard) return null;
  const { attempt, turns, scorecard } = material;
  const scenario = await scenarioOf(library, store, attempt);
  if (scenario === null) return null;
  const { rubric, texts } = library.playbook;
  const session = await store.session(attempt.conversation);
  const debrief = buildDebrief({ scenario, rubric, turns, scorecard, attempt });
  return renderDebriefPage(debrief, texts(attempt.locale, session?.address ?? 'je'), {
    language: attempt.locale,
    chatPath: '/',
  });
}

/** The scenario as it was when it was played. */
async function scenarioOf(library: Library, store: Store, attempt: AttemptRecord): Promise<Scenario | null> {
  const pinned = library.playbook.pinned.get(attempt.content);
  if (pinned !== undefined) return pinned.scenario;
  const kept = await store.content(attempt.content);
  return kept === null ? null : library.restage(kept).scenario;
}
