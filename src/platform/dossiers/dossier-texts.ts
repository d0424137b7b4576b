import type { DeadlineTexts } from '../deadlines/deadline-texts.ts';
import { GLASS_BROKEN, GLASS_REVIEW } from './break-glass.ts';
import { GLASS_UNREVIEWED } from './review-glass.ts';

/** What breaking the glass says on the home page: never which dossier, never whose. */
export const DOSSIER_TEXTS: DeadlineTexts = {
  [GLASS_BROKEN]: () => ({
    title: 'Een collega gebruikte noodtoegang',
    description: 'Lees wie een dossier opende buiten de gewone weg, en waarom.',
  }),
  [GLASS_REVIEW]: (_parameters, isOverdue) => ({
    title: isOverdue ? 'Noodtoegang is nog niet beoordeeld' : 'Beoordeel een noodtoegang',
    description: 'Was het nodig? Beoordeel het binnen drie werkdagen; daarna hoort de directie het.',
  }),
  [GLASS_UNREVIEWED]: () => ({
    title: 'Een noodtoegang is niet op tijd beoordeeld',
    description: 'Niemand zei binnen drie werkdagen of het nodig was.',
  }),
};
