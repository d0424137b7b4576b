import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { guardText } from '../../../shared-kernel/text-guard.ts';
import { type CanBeGuessed, type CaseDataRefusal, refuseCaseData } from './case-data.ts';

/** What a practice is. What did not work is one of them, and is found as easily. [design: In Beeld] */
export const PRACTICE_TYPES = {
  beleidsplan: 'Beleidsplan',
  uitvoeringsplan: 'Uitvoeringsplan',
  meldroute: 'Protocol of meldroute',
  functieprofiel: 'Functieprofiel aandachtsfunctionaris mensenhandel',
  training: 'Training',
  signaalkaart: 'Signaalkaart',
  campagne: 'Campagne',
  convenant: 'Convenant',
  privacyprotocol: 'Privacyprotocol of DPIA',
  'apv-artikel': 'Artikel in de APV',
  'bibob-lijn': 'Bibob-lijn',
  controleformat: 'Format voor een controle',
  hotelafspraak: 'Afspraak met hotels',
  schoolproject: 'Schoolproject',
  arbeidsmigranten: 'Loket voor arbeidsmigranten',
  oekraine: 'Aanpak voor ontheemden uit Oekraïne',
  zorgcoordinatie: 'Contract voor zorgcoördinatie',
  opvangafspraak: 'Afspraak over opvang',
  raadsbrief: 'Raadsbrief',
  evaluatie: 'Evaluatie',
  'verzonnen-casus': 'Uitgewerkte verzonnen casus',
  'werkte-niet': 'Geprobeerd, werkte niet',
} as const;
export type PracticeType = keyof typeof PRACTICE_TYPES;
export const DID_NOT_WORK: PracticeType = 'werkte-niet';

/** How sure one may be that it does what is said. */
export const EVIDENCE_LEVELS = {
  idee: 'Idee: niet gedaan, of niet bekend of het is gedaan',
  gedaan: 'Gedaan: wij zagen zelf wat het deed',
  geevalueerd: 'Geëvalueerd: iemand keek na wat het deed',
  onderzocht: 'Onderzocht: er is onderzoek naar gedaan',
} as const;
export type EvidenceLevel = keyof typeof EVIDENCE_LEVELS;

export const EXPLOITATION_FORMS = {
  'seksuele-uitbuiting': 'Seksuele uitbuiting',
  arbeidsuitbuiting: 'Arbeidsuitbuiting',
  'criminele-uitbuiting': 'Criminele uitbuiting',
  'gedwongen-dienstverlening': 'Gedwongen dienstverlening',
  orgaanverwijdering: 'Orgaanverwijdering',
} as const;
export type ExploitationForm = keyof typeof EXPLOITATION_FORMS;

export const LICENCES = {
  cc0: 'Vrij te gebruiken (CC0)',
  'cc-by': 'Vrij te gebruiken als u de maker noemt (CC BY 4.0)',
  vraag: 'Vraag het eerst aan de maker',
} as const;
export type Licence = keyof typeof LICENCES;

/** A document that stands elsewhere: where, and how it is known there. Nothing of it is copied. */
export interface PracticeDocument {
  readonly title: string;
  readonly url: string;
}

/** What is told of a practice. Nobody is recognisable in it. */
export interface PracticeContent {
  readonly type: PracticeType;
  readonly title: string;
  readonly problem: string;
  readonly deed: string;
  readonly effect: string;
  /** Why it did not work; only for what did not. */
  readonly because: string | undefined;
  /** The element it helps with: 'K2.1'. */
  readonly element: string | undefined;
  /** None named: all forms. */
  readonly forms: readonly ExploitationForm[];
  readonly evidence: EvidenceLevel;
  /** Whole euros a year. */
  readonly costEuro: number | undefined;
  /** Hours a year. */
  readonly hours: number | undefined;
  /** Whom to ask for: a function, never a name. */
  readonly contactFunction: string | undefined;
  readonly licence: Licence;
  readonly documents: readonly PracticeDocument[];
  /** The day it was so. */
  readonly asOf: PlainDate;
}

type TextField = 'title' | 'problem' | 'deed' | 'effect' | 'because' | 'contactFunction' | 'documents';

export type PracticeRefusal =
  | CaseDataRefusal<TextField>
  | { readonly code: 'reason-missing' }
  | { readonly code: 'contact-is-name' }
  | { readonly code: 'unknown-element' }
  | { readonly code: 'not-yet-happened' };

/** A practice names nobody, tells why when it did not work, and is of a day that has come. */
export function checkPractice(
  told: PracticeContent,
  said: { readonly canBeGuessed: CanBeGuessed; readonly isNoName: boolean },
  isElement: (id: string) => boolean,
  today: PlainDate,
): Result<{ readonly content: PracticeContent; readonly isFlagged: boolean }, PracticeRefusal> {
  const content = { ...told, because: told.type === DID_NOT_WORK ? told.because : undefined };
  if (content.type === DID_NOT_WORK && !content.because) return err({ code: 'reason-missing' });
  if (content.element && !isElement(content.element)) return err({ code: 'unknown-element' });
  if (content.asOf > today) return err({ code: 'not-yet-happened' });
  if (content.contactFunction && guardText(`vraag naar ${content.contactFunction}`).looksLikeName)
    return err({ code: 'contact-is-name' });
  const { title, problem, deed, effect, because, contactFunction } = content;
  const documents = content.documents.map((document) => document.title).join('\n');
  const texts = { title, problem, deed, effect, because, contactFunction, documents };
  const { refusal, isFlagged } = refuseCaseData<TextField>(texts, said, Number(today.slice(0, 4)));
  return refusal ? err(refusal) : ok({ content, isFlagged });
}

/** After this long somebody looks whether it still holds. [design: In Beeld] */
const REVIEW_MONTHS = 24;

export const reviewDayFor = (publishedOn: PlainDate): PlainDate => addMonths(publishedOn, REVIEW_MONTHS);

/** Whether nobody said lately that it still holds. */
export const isReviewLapsed = ({ reviewOn }: { readonly reviewOn: PlainDate }, today: PlainDate): boolean =>
  reviewOn <= today;
