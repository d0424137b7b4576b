import type { ProcessingActivity, ProcessingRegister } from '../features/privacy/index.ts';
import type { DataClass } from '../platform/db/table-register.ts';
import { ACTIVITY_HISTORY } from './processing/history.ts';
import { MEASURES } from './processing/measures.ts';
import { OTHER_ACTIVITIES } from './processing/other-activities.ts';
import { PERSON_ACTIVITIES } from './processing/person-activities.ts';

/**
 * The processing register as code: what personal data is processed for, by whom, on which ground and how long.
 * Every route, table column and audit event that touches personal data names one of these activities.
 *
 * The legal grounds and most terms are proposals that a data protection officer (FG) has to confirm; `unverified` says
 * which, and screens show those as "nog te verifiëren". Sources: AVG art. 30, Wmo 2015 art. 5.1–5.3, UAVG, BIO2 v1.3.
 */

/** What a piece of data is, from public (D0) to learning records (D12). Access is given per class, never per table. */
export const DATA_CLASSES: Readonly<Record<DataClass, string>> = {
  D0: 'Openbare gegevens',
  D1: 'Gebruiker en organisatie',
  D2: 'Signaal zonder personen',
  D3: 'Signaal over een mogelijk slachtoffer',
  D4: 'Identiteit, contactgegevens en BSN',
  D5: 'Dossier, ook gezondheid, seksualiteit en migratie (AVG artikel 9)',
  D6: 'Verblijfplaats en opvangadres',
  D7: 'Mogelijke daders en strafbare feiten (AVG artikel 10)',
  D8: 'Toestemmingen en verzoeken van betrokkenen',
  D9: 'Gepseudonimiseerde regels voor statistiek',
  D10: 'Gepubliceerde statistiek',
  D11: 'Logboeken',
  D12: 'Leergegevens',
};

export const PROCESSING_ACTIVITIES = [...PERSON_ACTIVITIES, ...OTHER_ACTIVITIES] as const;

export type ProcessingActivityId = (typeof PROCESSING_ACTIVITIES)[number]['id'];

/** The whole register, for pages, documents and the check at the start. */
export const PROCESSING_REGISTER: ProcessingRegister = {
  activities: PROCESSING_ACTIVITIES,
  history: ACTIVITY_HISTORY,
  measures: MEASURES,
  dataClasses: DATA_CLASSES,
};

/** The activity with this id; undefined when the register does not know it. */
export function processingActivity(id: string): ProcessingActivity | undefined {
  return PROCESSING_ACTIVITIES.find((activity) => activity.id === id);
}
