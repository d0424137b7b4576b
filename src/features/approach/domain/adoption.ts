import { addMonths, type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { NewFact } from './fact.ts';
import type { Action, Plan } from './plan.ts';

/** Who may adopt: a body of the municipality, or somebody else on a mandate of one. */
export const ADOPTING_BODIES = ['b-en-w', 'burgemeester', 'raad', 'mandaat'] as const;
export type AdoptingBody = (typeof ADOPTING_BODIES)[number];

/** The element that adoption is about: policy. */
export const POLICY_ELEMENT = 'K1.1';

/** What people read. */
export const BODY_NAMES: Readonly<Record<AdoptingBody, string>> = {
  'b-en-w': 'het college van burgemeester en wethouders',
  burgemeester: 'de burgemeester',
  raad: 'de gemeenteraad',
  mandaat: 'een ander, met een mandaat van de gemeente',
};

/** The decision of the municipality on which somebody else decided in its place. */
export interface AdoptionMandate {
  readonly holder: string;
  readonly title: string;
  readonly decidedOn: PlainDate;
}

export interface AdoptionFacts {
  readonly body: AdoptingBody;
  readonly mandate: AdoptionMandate | undefined;
  readonly documentTitle: string;
  /** The day of the document that was adopted. */
  readonly documentOn: PlainDate;
  readonly documentLink: string | undefined;
  /** Where everybody can read the decision. */
  readonly publicationLink: string | undefined;
  readonly fileId: string | undefined;
  readonly decidedOn: PlainDate;
  /** From this day on it no longer holds. */
  readonly validUntil: PlainDate;
}

export interface Adoption extends AdoptionFacts {
  readonly id: string;
  readonly planId: string;
  readonly edition: number;
  /** What was adopted, byte for byte. */
  readonly frozen: string;
  /** SHA-256 of `frozen`, in hexadecimal. */
  readonly sha256: string;
  readonly adoptedBy: string;
  readonly adoptedAt: Date;
}

export type AdoptionRefusal =
  | { readonly code: 'no-plan' }
  | { readonly code: 'plan-is-empty' }
  | { readonly code: 'document-in-future' }
  | { readonly code: 'decided-in-future' }
  | { readonly code: 'decided-before-document' }
  | { readonly code: 'ends-before-decision' }
  | { readonly code: 'already-lapsed' }
  | { readonly code: 'runs-too-long' }
  | { readonly code: 'mandate-missing' }
  | { readonly code: 'mandate-after-decision' }
  | { readonly code: 'evidence-not-found' }
  | { readonly code: 'edit-conflict' };

/** Policy is looked at again at least every four years, the term of a council. [design: In Beeld] */
const LONGEST_TERM_MONTHS = 48;

/**
 * A decision is of the past, is taken after its document was written, and holds for a while yet. A region cannot decide for a
 * municipality: somebody else's decision counts only on a mandate the municipality gave before it.
 */
export function checkAdoption(facts: AdoptionFacts, today: PlainDate): Result<AdoptionFacts, AdoptionRefusal> {
  const { documentOn, decidedOn, validUntil, mandate } = facts;
  if (documentOn > today) return err({ code: 'document-in-future' });
  if (decidedOn > today) return err({ code: 'decided-in-future' });
  if (decidedOn < documentOn) return err({ code: 'decided-before-document' });
  if (validUntil <= decidedOn) return err({ code: 'ends-before-decision' });
  if (validUntil <= today) return err({ code: 'already-lapsed' });
  if (validUntil > addMonths(decidedOn, LONGEST_TERM_MONTHS)) return err({ code: 'runs-too-long' });
  if (facts.body === 'mandaat' && !mandate) return err({ code: 'mandate-missing' });
  if (mandate && mandate.decidedOn > decidedOn) return err({ code: 'mandate-after-decision' });
  return ok(facts.body === 'mandaat' ? facts : { ...facts, mandate: undefined });
}

/** Whose plan it is. */
export interface Municipality {
  readonly code: string;
  readonly name: string;
}

/**
 * What a plan says, as text in a fixed order: the part that is adopted. How far the actions are is not part of it, so that work
 * that goes on does not look like a change of the plan.
 */
export function planText(plan: Plan, actions: readonly Action[]): string {
  return JSON.stringify(contentOf(plan, actions), undefined, 2);
}

function contentOf(plan: Plan, actions: readonly Action[]) {
  const { regional } = plan;
  return {
    titel: plan.title,
    regionaalBeleid: regional
      ? { titel: regional.title, adres: regional.link ?? null, sha256: regional.sha256 ?? null }
      : null,
    begint: plan.startsOn,
    eindigt: plan.endsOn,
    acties: actions
      .filter(({ status }) => status !== 'dropped')
      .map((action) => ({
        actie: action.title,
        spoor: action.track,
        onderdeel: action.closesElement ?? null,
        eigenaar: action.owner?.name ?? null,
        vervanger: action.substitute?.name ?? null,
        termijn: action.dueOn ?? null,
        euro: action.budgetEuro ?? null,
        uren: action.hours ?? null,
      })),
  };
}

/** What is frozen: the plan, and the decision on it. `mark` says that nothing of it is real. */
export function frozenText(
  municipality: Municipality,
  plan: Plan,
  actions: readonly Action[],
  facts: AdoptionFacts,
  mark: string | undefined,
): string {
  const { mandate } = facts;
  return `${JSON.stringify(
    {
      ...(mark && { merk: mark }),
      soort: 'vastgesteld plan aanpak mensenhandel',
      gemeente: { code: municipality.code, naam: municipality.name },
      uitgave: plan.edition,
      plan: contentOf(plan, actions),
      besluit: {
        orgaan: facts.body,
        mandaat: mandate ? { houder: mandate.holder, besluit: mandate.title, datum: mandate.decidedOn } : null,
        datum: facts.decidedOn,
        geldigTot: facts.validUntil,
        document: {
          titel: facts.documentTitle,
          datum: facts.documentOn,
          adres: facts.documentLink ?? null,
        },
        publicatie: facts.publicationLink ?? null,
      },
    },
    undefined,
    2,
  )}\n`;
}

/** Who decided, as one reads it. */
export function sayBody({ body, mandate }: Pick<AdoptionFacts, 'body' | 'mandate'>): string {
  return mandate ? `${mandate.holder}, met mandaat (${mandate.title})` : BODY_NAMES[body];
}

/** Which body somebody means who wrote it in words; undefined when that cannot be told. Never more of the words than that. */
export function bodyInWords(words: string | undefined): AdoptingBody | undefined {
  if (words === undefined) return undefined;
  if (/b\s*(&|en|\+)\s*w|college|wethouders/i.test(words)) return 'b-en-w';
  if (/burgemeester/i.test(words)) return 'burgemeester';
  return /raad/i.test(words) ? 'raad' : undefined;
}

/** The decision as a fact: there is policy, adopted by who may (K1.1). */
export function factOfAdoption(adoption: Adoption): NewFact {
  return {
    element: POLICY_ELEMENT,
    source: 'adoption',
    state: 'present',
    asOf: adoption.decidedOn,
    lapsesOn: adoption.validUntil,
    statement: `Vastgesteld op ${writeDutchDate(adoption.decidedOn)} door ${sayBody(adoption)}.`,
    evidenceTitle: adoption.documentTitle,
    evidenceLink: adoption.publicationLink ?? adoption.documentLink,
    evidenceFileId: adoption.fileId,
    adoptingBody: sayBody(adoption),
    subjectId: adoption.id,
    reportedBy: adoption.adoptedBy,
  };
}
