import { z } from 'zod';
import { type PlainDate, readDutchDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { ELEMENT_STATES, type ElementState } from '../domain/fact.ts';
import type { FrameworkElement } from '../domain/framework.ts';
import { type Answer, type AnswerFacts, type Evidence, NO_EVIDENCE } from '../domain/scan.ts';
import { STATE_WORDS } from '../ui/scan-words.ts';
import type { GivenAnswer, SaveRefusal } from '../use-cases/scan-answers.ts';
import type { ExistingInput } from '../use-cases/scan-existing.ts';

/** The words of the answers, in forms and in the interface between systems. */
export const STATE_VALUES = ELEMENT_STATES.map((state) => STATE_WORDS[state].value);

export function stateOf(value: string): ElementState | undefined {
  return ELEMENT_STATES.find((state) => STATE_WORDS[state].value === value);
}

const note = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `Gebruik hoogstens ${longest} tekens.`)
    .transform((text) => text || undefined);
const link = z
  .string()
  .trim()
  .max(500, 'Gebruik hoogstens 500 tekens.')
  .refine(
    (text) => text === '' || /^https?:\/\/[^\s]+\.[^\s]+$/i.test(text),
    'Begin het adres met https://, of laat het leeg.',
  )
  .transform((text) => text || undefined);
const date = z.string().transform((typed, context): PlainDate | undefined => {
  if (typed.trim() === '') return undefined;
  const read = readDutchDate(typed);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.' });
  return z.NEVER;
});
const version = z
  .string()
  .regex(/^\d{1,9}$/, 'Laad de pagina opnieuw.')
  .transform(Number);

const EVIDENCE = {
  bewijs: note(200),
  vindplaats: link,
  documentdatum: date,
  vastgesteldDoor: note(200),
  vastgesteldOp: date,
  geldigTot: date,
};
type EvidenceForm = { readonly [F in keyof typeof EVIDENCE]: z.output<(typeof EVIDENCE)[F]> } & {
  readonly bewijsstukId?: string | undefined;
};

function evidenceOf(form: EvidenceForm): Evidence {
  return {
    title: form.bewijs,
    link: form.vindplaats,
    fileId: form.bewijsstukId,
    documentOn: form.documentdatum,
    adoptingBody: form.vastgesteldDoor,
    decidedOn: form.vastgesteldOp,
    validUntil: form.geldigTot,
  };
}

function evidenceValues(evidence: Evidence): Readonly<Record<string, string>> {
  const day = (on: PlainDate | undefined) => (on ? writeDutchDate(on) : '');
  return {
    bewijs: evidence.title ?? '',
    vindplaats: evidence.link ?? '',
    bewijsstukId: evidence.fileId ?? '',
    documentdatum: day(evidence.documentOn),
    vastgesteldDoor: evidence.adoptingBody ?? '',
    vastgesteldOp: day(evidence.decidedOn),
    geldigTot: day(evidence.validUntil),
  };
}

/** A colleague of the list: a membership, or nobody. */
const colleague = z
  .union([z.literal(''), z.uuid()], 'Kies een collega uit de lijst.')
  .transform((id) => id || undefined);

/** One answer with everything that belongs to it. */
export const AnswerForm = z
  .object({
    stand: z.enum(STATE_VALUES, 'Kies een antwoord.'),
    ...EVIDENCE,
    bewijsstukId: z.union([z.literal(''), z.uuid()], 'Kies het document opnieuw.').transform((id) => id || undefined),
    regio: z.string().trim().max(40, 'Kies een regio uit de lijst.'),
    collega: colleague,
    reden: note(500),
    opmerking: note(2000),
    versie: version,
  })
  .superRefine(({ stand, regio, reden, bewijs, vindplaats, bewijsstukId }, context) => {
    const miss = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    if (stand === STATE_WORDS.regional.value && regio === '') miss('regio', 'Kies een regio, of kies onbekend.');
    if (stand === STATE_WORDS['not-applicable'].value && !reden)
      miss('reden', 'Vul in waarom dit in uw gemeente niet van toepassing is.');
    if ((vindplaats || bewijsstukId) && !bewijs) miss('bewijs', 'Geef het bewijs een naam.');
  });

export const UNKNOWN_REGION = 'onbekend';
const regionOf = (value: string) => (value === '' || value === UNKNOWN_REGION ? undefined : value);

/** The answer of the form: what does not belong to the chosen state is left out. */
export function givenOf(element: string, form: z.output<typeof AnswerForm>): GivenAnswer {
  const state = stateOf(form.stand)!;
  const isThere = state === 'started' || state === 'present' || state === 'working' || state === 'regional';
  const facts: AnswerFacts = {
    state,
    evidence: isThere ? evidenceOf(form) : NO_EVIDENCE,
    regionId: state === 'regional' ? regionOf(form.regio) : undefined,
    reason: state === 'not-applicable' ? form.reden : undefined,
    remark: form.opmerking,
  };
  return { element, seenVersion: form.versie, facts, askColleagueId: state === 'unknown' ? form.collega : undefined };
}

/** What the form of one answer shows. */
export function answerValues(answer: Answer | undefined): Readonly<Record<string, string>> {
  if (!answer) return { versie: '0' };
  return {
    stand: STATE_WORDS[answer.state].value,
    ...evidenceValues(answer.evidence),
    regio: answer.state === 'regional' ? (answer.regionId ?? UNKNOWN_REGION) : '',
    reden: answer.reason ?? '',
    opmerking: answer.remark ?? '',
    versie: String(answer.version),
  };
}

/** The names of the fields of one element on the page of a theme. */
export const themeFields = (element: string) => ({
  state: `stand-${element}`,
  evidence: `bewijs-${element}`,
  version: `versie-${element}`,
});

/** The page of a theme: per element an answer, and which document shows it. */
export function themeForm(elements: readonly FrameworkElement[]) {
  return z.object(
    Object.fromEntries(
      elements.flatMap(({ id }) => {
        const fields = themeFields(id);
        return [
          [fields.state, z.enum(['', ...STATE_VALUES], 'Kies een van deze antwoorden.')],
          [fields.evidence, z.string().trim().max(200, 'Kies een document uit de lijst.')],
          [fields.version, z.string().regex(/^\d{0,9}$/, 'Laad de pagina opnieuw.')],
        ];
      }),
    ),
  );
}

/** How the fields of a theme are called, for whoever fills them without a browser. */
export const ThemeFormShape = z.object({
  'stand-K1.1': z.enum(['', ...STATE_VALUES]),
  'bewijs-K1.1': z.string().max(200),
  'versie-K1.1': z.string().regex(/^\d{0,9}$/),
});

/** The answers of a theme that were filled in. A document is taken over with its days; without one, what stood there stays. */
export function givenOfTheme(
  elements: readonly FrameworkElement[],
  values: Readonly<Record<string, string>>,
  own: ReadonlyMap<string, Answer>,
  documents: ReadonlyMap<string, Evidence>,
): readonly GivenAnswer[] {
  return elements.flatMap(({ id }) => {
    const fields = themeFields(id);
    const state = stateOf(values[fields.state] ?? '');
    if (!state) return [];
    const current = own.get(id);
    const title = values[fields.evidence] ?? '';
    const chosen = title === (current?.evidence.title ?? '') ? current?.evidence : documents.get(title);
    const isThere = state === 'started' || state === 'present' || state === 'working' || state === 'regional';
    const facts: AnswerFacts = {
      state,
      evidence: isThere ? (chosen ?? NO_EVIDENCE) : NO_EVIDENCE,
      regionId: state === 'regional' ? current?.regionId : undefined,
      reason: state === 'not-applicable' ? current?.reason : undefined,
      remark: current?.remark,
    };
    return [{ element: id, seenVersion: Number(values[fields.version] ?? 0), facts }];
  });
}

/** What exists already: a document of one's own, or something of the region. */
export const ExistingForm = z
  .object({
    soort: z.enum(['document', 'regio'], 'Kies wat u toevoegt.'),
    regio: z.string().trim().max(40, 'Kies een regio uit de lijst.'),
    ...EVIDENCE,
    onderdelen: z.string().transform((ids) => ids.split(' ').filter(Boolean)),
  })
  .superRefine(({ soort, regio, bewijs, onderdelen }, context) => {
    const miss = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    if (!bewijs) miss('bewijs', 'Vul de naam van het document in.');
    if (soort === 'regio' && regio === '') miss('regio', 'Kies een regio, of kies onbekend.');
    if (onderdelen.length === 0) miss('onderdelen', 'Kies ten minste één onderdeel dat hierin staat.');
  });

export function existingOf(form: z.output<typeof ExistingForm>): ExistingInput {
  return {
    kind: form.soort === 'regio' ? 'region' : 'document',
    regionId: form.soort === 'regio' ? regionOf(form.regio) : undefined,
    evidence: evidenceOf(form),
    elements: form.onderdelen,
  };
}

/** Which of the elements that the region arranges are taken over. */
export const TakeOverForm = z.object({
  overnemen: z
    .string()
    .transform((ids) => ids.split(' ').filter(Boolean))
    .refine((ids) => ids.length > 0, 'Kies ten minste één onderdeel om over te nemen.'),
});

export const InviteForm = z.object({ collega: z.uuid('Kies een collega uit de lijst.') });

export const ChoiceForm = z.object({
  onderdeel: z.string().regex(/^K\d\.\d$/, 'Dit onderdeel bestaat niet.'),
  keuze: z
    .string()
    .regex(/^\d{1,3}$/, 'Kies welk antwoord geldt.')
    .transform(Number),
  gezien: z.string().max(5000, 'Laad de pagina opnieuw.'),
  reden: z.string().trim().min(1, 'Vul in waarom dit antwoord geldt.').max(500, 'Gebruik hoogstens 500 tekens.'),
});

export const SettleForm = z.object({ versie: version });

type FieldRefusal = Exclude<SaveRefusal['code'], 'scan-not-open' | 'not-asked' | 'edit-conflict' | 'unknown-element'>;

/** Which field a refusal is about, and what to do. */
export const SCAN_REFUSAL_AT: Readonly<Record<FieldRefusal, { readonly field: string; readonly text: string }>> = {
  'document-in-future': {
    field: 'documentdatum',
    text: 'Deze datum ligt in de toekomst. Vul de datum in die op het document staat.',
  },
  'decided-in-future': {
    field: 'vastgesteldOp',
    text: 'Deze datum ligt in de toekomst. Vul de dag in waarop het is vastgesteld.',
  },
  'decided-before-document': {
    field: 'vastgesteldOp',
    text: 'Het kan niet zijn vastgesteld vóór de datum van het document.',
  },
  'ends-before-decision': { field: 'geldigTot', text: 'De einddatum moet na de datum van het document liggen.' },
  'unknown-region': { field: 'regio', text: 'Uw gemeente hoort niet bij deze regio. Kies een andere, of onbekend.' },
  'unknown-colleague': { field: 'collega', text: 'Deze collega werkt hier niet (meer). Kies een andere.' },
  'evidence-not-found': { field: 'bewijsstukId', text: 'Dit document is er niet meer. Kies het opnieuw.' },
  'asks-herself': { field: 'collega', text: 'Kies een collega, niet uzelf.' },
};
