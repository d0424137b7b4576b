import { writeCouncilLetter } from './document-council-letter.ts';
import { writeDecision } from './document-decision.ts';
import type { WriteDocument } from './document-facts.ts';
import { writeCollegeHandover } from './document-handover.ts';
import { writeJobProfile } from './document-job-profile.ts';
import { writeMayorPage } from './document-mayor.ts';
import { writeImplementationPlan } from './document-plan.ts';
import { writeReportRoute } from './document-route.ts';
import { writeTransferDossier } from './document-transfer.ts';

/** A document that can be made at any moment from what is recorded. */
export interface DocumentKind {
  /** In the address and in the name of the file. */
  readonly slug: string;
  readonly title: string;
  /** For whom, and when. */
  readonly description: string;
  readonly namesColleagues: boolean;
  readonly write: WriteDocument;
}

/** Every document of the approach, in the order in which a year needs them. */
export const DOCUMENTS: readonly DocumentKind[] = [
  {
    slug: 'uitvoeringsplan',
    title: 'Uitvoeringsplan',
    description: 'Wie wat doet en wanneer, per spoor, met geld en uren. Om vast te stellen.',
    namesColleagues: false,
    write: writeImplementationPlan,
  },
  {
    slug: 'collegevoorstel',
    title: 'Collegevoorstel en besluit',
    description: 'Het voorstel voor burgemeester en wethouders, met een ontwerpbesluit.',
    namesColleagues: false,
    write: writeDecision,
  },
  {
    slug: 'raadsbrief',
    title: 'Jaarlijkse brief aan de raad',
    description: 'Waar u staat, vergeleken met een jaar geleden, en wat er komt.',
    namesColleagues: false,
    write: writeCouncilLetter,
  },
  {
    slug: 'burgemeester',
    title: 'Eén blad voor de burgemeester',
    description: 'Mijn taak, waar staan wij, wat beslis ik, en wat hoort in de lokale driehoek.',
    namesColleagues: false,
    write: writeMayorPage,
  },
  {
    slug: 'meldroute',
    title: 'Meldroute op één A4',
    description: 'Voor aan de muur bij elk team: wie belt u, en wat gebeurt er daarna.',
    namesColleagues: true,
    write: writeReportRoute,
  },
  {
    slug: 'functieprofiel',
    title: 'Functieprofiel aandachtsfunctionaris',
    description: 'Taken, tijd en vervanging, voor een besluit of een vacature.',
    namesColleagues: false,
    write: writeJobProfile,
  },
  {
    slug: 'nieuw-college',
    title: 'Overdracht aan een nieuw college',
    description: 'Wat staat, wat in hun periode afloopt, en wat zij eerst beslissen.',
    namesColleagues: false,
    write: writeCollegeHandover,
  },
  {
    slug: 'overdrachtsdossier',
    title: 'Overdrachtsdossier voor een opvolger',
    description: 'Alles wat een nieuwe aandachtsfunctionaris nodig heeft, met bewijs en termijnen.',
    namesColleagues: true,
    write: writeTransferDossier,
  },
];
