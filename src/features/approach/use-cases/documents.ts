import { writeCouncilLetter } from './document-council-letter.ts';
import { writeDecision } from './document-decision.ts';
import type { DocumentFacts, WriteDocument } from './document-facts.ts';
import { writeCollegeHandover } from './document-handover.ts';
import { TASKS, writeJobProfile } from './document-job-profile.ts';
import { writeMayorPage } from './document-mayor.ts';
import { elementNeed, NEEDS, type Need } from './document-needs.ts';
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
  /** What it is made of; what is missing stands in it as 'nog in te vullen'. */
  readonly needs: readonly Need[];
  /** What nobody records here: it is filled in by hand, in the Word document. */
  readonly byHand: readonly string[];
  readonly write: WriteDocument;
}

const { LEVELS, PLAN, ACTIONS, CARRIED, MEANS, ADOPTION, FOCAL_POINT, REPORTING_ROUTE } = NEEDS;

/** Every document of the approach, in the order in which a year needs them. */
export const DOCUMENTS: readonly DocumentKind[] = [
  {
    slug: 'uitvoeringsplan',
    title: 'Uitvoeringsplan',
    description: 'Wie wat doet en wanneer, per spoor, met geld en uren. Om vast te stellen.',
    namesColleagues: false,
    needs: [PLAN, ADOPTION, LEVELS, ACTIONS, CARRIED, MEANS],
    byHand: [],
    write: writeImplementationPlan,
  },
  {
    slug: 'collegevoorstel',
    title: 'Collegevoorstel en besluit',
    description: 'Het voorstel voor burgemeester en wethouders, met een ontwerpbesluit.',
    namesColleagues: false,
    needs: [PLAN, LEVELS, ACTIONS, CARRIED, MEANS],
    byHand: ['de dekking', 'de portefeuillehouder', 'de datum van de vergadering'],
    write: writeDecision,
  },
  {
    slug: 'raadsbrief',
    title: 'Jaarlijkse brief aan de raad',
    description: 'Waar u staat, vergeleken met een jaar geleden, en wat er komt.',
    namesColleagues: false,
    needs: [ADOPTION, LEVELS, ACTIONS, CARRIED, MEANS],
    byHand: [],
    write: writeCouncilLetter,
  },
  {
    slug: 'burgemeester',
    title: 'Eén blad voor de burgemeester',
    description: 'Mijn taak, waar staan wij, wat beslis ik, en wat hoort in de lokale driehoek.',
    namesColleagues: false,
    needs: [ADOPTION, LEVELS, PLAN, MEANS],
    byHand: [],
    write: writeMayorPage,
  },
  {
    slug: 'meldroute',
    title: 'Meldroute op één A4',
    description: 'Voor aan de muur bij elk team: wie belt u, en wat gebeurt er daarna.',
    namesColleagues: true,
    needs: [FOCAL_POINT, REPORTING_ROUTE, ...['K2.4', 'K2.5', 'K5.2', 'K2.6'].map(elementNeed)],
    byHand: ['het telefoonnummer van de aandachtsfunctionaris', 'het telefoonnummer van de vervanger'],
    write: writeReportRoute,
  },
  {
    slug: 'functieprofiel',
    title: 'Functieprofiel aandachtsfunctionaris',
    description: 'Taken, tijd en vervanging, voor een besluit of een vacature.',
    namesColleagues: false,
    needs: [FOCAL_POINT, ...TASKS.map(([element]) => elementNeed(element)), elementNeed('K3.3')],
    byHand: ['de leidinggevende', 'de schaal'],
    write: writeJobProfile,
  },
  {
    slug: 'nieuw-college',
    title: 'Overdracht aan een nieuw college',
    description: 'Wat staat, wat in hun periode afloopt, en wat zij eerst beslissen.',
    namesColleagues: false,
    needs: [ADOPTION, PLAN, LEVELS, ACTIONS, CARRIED, MEANS],
    byHand: [],
    write: writeCollegeHandover,
  },
  {
    slug: 'overdrachtsdossier',
    title: 'Overdrachtsdossier voor een opvolger',
    description: 'Alles wat een nieuwe aandachtsfunctionaris nodig heeft, met bewijs en termijnen.',
    namesColleagues: true,
    needs: [FOCAL_POINT, LEVELS, ADOPTION, ACTIONS, CARRIED],
    byHand: [],
    write: writeTransferDossier,
  },
];

/** What one document is made of, and what it misses, on the day of its facts. */
export interface Ingredients {
  readonly recorded: readonly { readonly title: string; readonly what: string }[];
  readonly missing: readonly { readonly what: string; readonly mend: Need['mend'] }[];
}

export function ingredientsOf(kind: DocumentKind, facts: DocumentFacts): Ingredients {
  const found = kind.needs.map((need) => ({ need, what: need.recorded(facts) }));
  return {
    recorded: found.flatMap(({ need, what }) => (what === undefined ? [] : [{ title: need.title, what }])),
    missing: found.flatMap(({ need, what }) =>
      what === undefined ? [{ what: need.lack(facts), mend: need.mend }] : [],
    ),
  };
}
