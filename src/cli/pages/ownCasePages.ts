import type { Bringable } from '../../app/reviews/bringable';
import { type ReadCase, reportToBring } from '../../app/reviews/ownCase';
import type { FormView, PersonForm } from '../../channels/webchat/personForms';
import type { PersonPage } from '../../channels/webchat/personPages';
import { readReport } from '../../core/review/readReport';
import { paths, ROUTES } from '../../pages/paths';
import { renderOwnCasePage, renderVoicePage } from '../../pages/review/OwnCase';
import { PAGE_STYLE } from '../../pages/style';
import { numberFrom, type PageParts } from './parts';
import { chooseHtml, takeShareStep } from './shareFlow';
import { reportReader, shareMeta } from './shareParts';

/** A long report in letters that take more bytes than one. */
const MOST_BYTES = 512 * 1024;

export function ownCasePage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.ownCase,
    styles: [PAGE_STYLE],
    render: async (view) => renderOwnCasePage('', null, await shareMeta(parts, view)),
  };
}

/** Nothing of the report is kept: it travels along from page to page until it is shared. */
export function ownCaseForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.ownCase,
    once: true,
    styles: [PAGE_STYLE],
    maxBytes: MOST_BYTES,
    take: async (view) => {
      const meta = await shareMeta(parts, view);
      const { report = '', step } = view.fields;
      if (step === 'paste') return { kind: 'show', html: renderOwnCasePage(report, null, meta) };
      const reading = readReport(report);
      if (!reading.ok) return { kind: 'again', html: renderOwnCasePage(report, reading.flaw, meta) };
      const professional = numberFrom(view.fields.professional);
      const bringable = professional === null ? null : await bringableOf(parts, view, reading, professional);
      if (step === 'voice' || professional === null || !bringable) {
        const silent = step !== 'voice' && professional !== null;
        const html = renderVoicePage(
          { report, reading, professional: professional ?? reading.professional, silent },
          meta,
        );
        return { kind: silent ? 'again' : 'show', html };
      }
      const carried = { report, professional: String(professional) };
      const of = { action: paths.ownCase, away: paths.bringTalk, carried };
      if (step === 'choose' && view.fields.title === undefined) {
        const html = await chooseHtml(parts, view, bringable, of, { draft: null, flaws: [] });
        return { kind: 'show', html };
      }
      return takeShareStep(parts, view, bringable, of);
    },
  };
}

async function bringableOf(
  parts: PageParts,
  view: FormView,
  reading: ReadCase,
  professional: number,
): Promise<Bringable | null> {
  const { t } = await shareMeta(parts, view);
  const about = {
    locale: 'nl',
    title: t('share.ownCase.talkTitle'),
    other: t('share.ownCase.other'),
  } as const;
  return reportToBring(reading, professional, about, reportReader(parts));
}
