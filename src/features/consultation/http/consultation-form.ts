import { z } from 'zod';
import { CONSENT_REFUSED_AT, ConsentForm, consentOf } from '../../registration/index.ts';
import { REFUSALS_BY_CHAIR } from '../domain/brought.ts';
import { COVENANT_KIND_WORDS, KIND_WORDS, SEES_WORDS } from '../ui/consultation-words.ts';
import type { PersonInput } from '../use-cases/judge-ground.ts';
import { chosen, date, dateOrNothing, maybe, maybeChosen, text, version } from './fields.ts';

export const PlanForm = z.object({
  soort: chosen(KIND_WORDS, 'Kies welk overleg het is.'),
  titel: text(120, 'Vul in hoe het overleg heet.'),
  doel: text(300, 'Vul in wat het doel is.'),
  dag: date('Vul in op welke dag het is.'),
  tijd: z
    .string()
    .trim()
    .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, 'Schrijf de tijd zo: 14:30.')
    .transform((typed) => typed.replace('.', ':').padStart(5, '0')),
  plaats: text(120, 'Vul in waar het is.'),
  convenant: z.string().max(40),
});

export const SeatForm = z.object({
  hoe: z.enum(['organisatie', 'collega', 'papier'], 'Kies hoe deze deelnemer meedoet.'),
  organisatie: z.string().max(20),
  deelnemer: z.string().max(40),
  naam: maybe(120),
  type: z.string().max(40),
  ziet: chosen(SEES_WORDS, 'Kies wat deze deelnemer mag zien.'),
});
export const UnseatForm = z.object({ deelnemerWeg: z.uuid() });

const topic = {
  onderwerp: text(200, 'Vul in wat het onderwerp is.'),
  doel: text(200, 'Vul in waarom dit op de agenda staat.'),
};
export const TopicForm = z.object({ ...topic, voor: z.string() });
/** The same from who brings it in: the chair says who gets it. */
export const BringTopicForm = z.object(topic);
const open = z.string().max(40);
const person = {
  aanduiding: text(60, 'Vul in hoe u deze persoon aan tafel noemt.'),
  vraag: text(500, 'Vul in wat uw vraag is.'),
  achtergrond: maybe(1_500),
  doel: text(200, 'Vul in waarom dit op de agenda staat.'),
  grondslag: maybeChosen('toestemming', 'zorgwet'),
  leeftijd: open,
  gegevenDoor: open,
  hoe: open,
  gegevenOp: open,
  taal: open,
  tolk: open,
  wens: open,
  betrokken: open,
  wet: maybeChosen('wmo', 'jeugdwet'),
};
/** The consent is asked whole, by the form of every consent for help, and only where it is the ground. */
function consentWhole(
  typed: { readonly grondslag: 'toestemming' | 'zorgwet' | undefined; readonly leeftijd: string },
  context: z.RefinementCtx,
): void {
  if (typed.grondslag !== 'toestemming') return;
  if (typed.leeftijd === '')
    context.addIssue({ code: 'custom', path: ['leeftijd'], message: 'Kies hoe oud de persoon is.' });
  for (const { path, message } of ConsentForm.safeParse(typed).error?.issues ?? [])
    context.addIssue({ code: 'custom', path, message });
}
export const PersonForm = z.object({ ...person, voor: z.string() }).superRefine(consentWhole);
export const BringPersonForm = z.object(person).superRefine(consentWhole);

/** A person as the form says it. */
export function personIn(value: z.output<typeof BringPersonForm>): PersonInput {
  const given = value.grondslag === 'toestemming' ? ConsentForm.safeParse(value).data : undefined;
  return {
    said: { called: value.aanduiding, question: value.vraag, background: value.achtergrond },
    ground: value.grondslag === undefined ? 'task' : value.grondslag === 'toestemming' ? 'consent' : 'law',
    law: value.wet,
    consent: given && { ...consentOf(given), ageGroup: value.leeftijd },
  };
}

export const AcceptForm = z.object({ voor: z.string() });
export const RefuseForm = z.object({
  waaromNiet: z.enum(REFUSALS_BY_CHAIR, 'Kies waarom het niet op de agenda komt.'),
});
export const TakeBackForm = z.object({
  ingebrachtPunt: z.uuid(),
  waarom: z.enum(['toestemming', 'niet-nodig'], 'Kies waarom u het intrekt.'),
});
export const WithdrawForm = z.object({
  punt: z.uuid(),
  waarom: z.enum(['toestemming', 'niet-nodig'], 'Kies waarom het van de agenda gaat.'),
});

export const StepForm = z.object({ versie: version });
export const PassForm = z.object({ nieuweVoorzitter: z.uuid('Kies een collega uit de lijst.'), versie: version });
export const OutcomeForm = z.object({
  agendapunt: z.string().min(1, 'Kies bij welk punt het hoort.').max(40),
  wat: z.enum(['besluit', 'actie'], 'Kies wat u vastlegt.'),
  tekst: text(300, 'Vul in wat is besloten of afgesproken.'),
  actieVan: z.string().max(40),
  klaarOp: dateOrNothing,
});
export const DoneForm = z.object({
  overlegactie: z.uuid(),
  hoeGing: z.enum(['gedaan', 'niet-gelukt'], 'Kies hoe het ging.'),
});
export const ReportForm = z.object({
  ontvangenActie: z.uuid(),
  hoeGing: z.enum(['gedaan', 'niet-gelukt'], 'Kies hoe het ging.'),
});
export const IntoPlanForm = z.object({ actieVoorPlan: z.uuid() });
export const howOf = (word: 'gedaan' | 'niet-gelukt') => (word === 'gedaan' ? 'done' : 'stuck');

export const CovenantForm = z.object({
  soort: chosen(COVENANT_KIND_WORDS, 'Kies wat het is.'),
  naam: text(120, 'Vul in hoe het heet.'),
  doel: text(300, 'Vul in waarvoor het is.'),
  grondslag: text(200, 'Vul in op welke grondslag het steunt.'),
  partijen: z.string(),
  anderen: maybe(2_000),
  vanaf: date('Vul in vanaf welke dag het geldt.'),
  geldigTot: date('Vul in tot welke dag het geldt.'),
  bespreken: date('Vul in wanneer u het opnieuw bespreekt.'),
});
export const EndCovenantForm = z.object({ convenantId: z.uuid() });

type At = Readonly<Record<string, readonly [field: string, text: string]>>;
/** Beside which field a refusal stands, and what to do; a name that starts with '_' is about the whole form. */
export const REFUSED_AT: At = {
  'day-in-past': ['dag', 'Kies een dag die nog komt.'],
  'unknown-covenant': ['convenant', 'Kies een convenant uit de lijst. Een zorgtafel steunt altijd op een convenant.'],
  'covenant-lapsed': [
    'grondslag',
    'Het convenant geldt niet meer, dus er kan geen nieuwe persoon op de agenda. Wat al is gedeeld blijft leesbaar, en hulp die loopt gaat door.',
  ],
  'municipality-only': ['soort', 'Een intern signalenoverleg plant de aandachtsfunctionaris van een gemeente.'],
  'unknown-organisation': ['organisatie', 'Kies een andere organisatie dan uw eigen, uit de lijst.'],
  'paper-only': [
    'organisatie',
    'Deze organisatie leest in In Beeld geen overleg, zoals een opvang of CoMensha. Kies «Op papier» en geef de agenda zelf.',
  ],
  'unknown-colleague': ['deelnemer', 'Kies een collega uit de lijst.'],
  'type-missing': ['naam', 'Vul in wie er op papier meedoet, en kies hieronder de soort.'],
  'sounds-like-other': ['naam', 'Deze naam klinkt als een opsporingsdienst. Kies die soort organisatie.'],
  'own-officials-only': ['hoe', 'In een intern signalenoverleg zitten alleen medewerkers van uw eigen gemeente.'],
  'takes-part-already': ['hoe', 'Deze deelnemer zit al aan tafel.'],
  'not-a-party': [
    'voor',
    'Een van deze organisaties is geen partij bij het convenant. Kies haar niet, of pas het convenant aan.',
  ],
  'no-agreement': [
    'voor',
    'Met een van deze organisaties geldt geen afspraak om dit uit te wisselen. Leg die eerst samen vast, of laat haar op papier meedoen.',
  ],
  'sees-no-persons': ['voor', 'Een van deze deelnemers krijgt alleen punten zonder persoon.'],
  'unknown-participant': ['voor', 'Kies deelnemers die aan tafel zitten en dit punt kregen.'],
  'wrong-ground': ['grondslag', 'Kies toestemming of een zorgwet.'],
  'consent-missing': ['gegevenDoor', 'Vul in wie toestemming gaf, hoe, en op welke dag.'],
  'consent-too-old': ['gegevenOp', 'Deze toestemming is ouder dan een jaar. Vraag het opnieuw.'],
  'law-missing': ['wet', 'Kies op welke zorgwet het steunt.'],
  'person-excluded': ['voor', 'Een van deze collega’s mag dit dossier niet zien. Kies haar niet.'],
  'too-many-items': ['doel', 'Er staan al honderd punten op de agenda. Plan een tweede overleg.'],
  'unknown-item': ['agendapunt', 'Kies een punt uit de lijst.'],
  'due-in-past': ['klaarOp', 'Kies een dag die nog komt.'],
  'ends-before-start': ['geldigTot', 'De einddatum moet na de begindatum liggen.'],
  'already-over': ['geldigTot', 'Kies een dag die nog komt.'],
  'runs-too-long': ['geldigTot', 'Kies een datum binnen vier jaar na het begin.'],
  'review-outside': ['bespreken', 'Kies een dag tussen vandaag en de einddatum.'],
  'gate-closed': [
    'doel',
    'Een persoon op de agenda zetten kan pas als de startpoort voor casusoverleg open is. Vraag het uw FG.',
  ],
  'no-parties': ['anderen', 'Noem minstens één andere organisatie.'],
};

/** What stands above the page when a deed was too late. */
export const CONFLICTS: Readonly<Record<string, string>> = {
  'meeting-closed': 'Dit overleg is gesloten. Er verandert niets meer aan.',
  'brought-before': 'Dit punt was al beantwoord of ingetrokken.',
  'brought-lapsed':
    'De afspraak of de toestemming waarop dit is ingebracht, geldt niet meer. Bel wie het inbracht; op de agenda kan het zo niet.',
  'bring-by-phone':
    'Met deze organisatie geldt geen afspraak om punten in te brengen. Leg die samen vast onder Samenwerken, of bel de voorzitter.',
  'not-at-table': 'Uw organisatie doet niet meer mee aan dit overleg. Bel de voorzitter.',
  'no-consent': 'De toestemming geldt niet (meer). Er is niets gedeeld.',
  'receiver-ended': 'Deze organisatie bestaat niet meer. Bel wie haar werk overnam.',
  'receiver-has-no-key': 'Deze organisatie kan nog niets verzegeld ontvangen. Bel de voorzitter.',
  'not-opened': 'Open het overleg eerst. Daarna legt u besluiten en acties vast.',
  'opened-before': 'Het overleg is al geopend.',
  'edit-conflict': 'Dit overleg is intussen veranderd. Hieronder ziet u hoe het nu staat; probeer het dan opnieuw.',
  'no-plan': 'Uw gemeente heeft nog geen plan. Maak het eerst bij Aanpak; de actie wacht hier.',
  'in-plan-already': 'Deze actie staat al in uw plan.',
  'due-in-past': 'De dag waarop dit klaar moest zijn, is voorbij. Bel de voorzitter.',
  'unknown-successor': 'Deze collega kan dit overleg niet voorzitten. Kies een andere.',
  'successor-excluded': 'Deze collega mag een dossier op de agenda niet zien. Kies een andere.',
  'nobody-invited': 'Er is nog niemand om uit te nodigen. Voeg eerst een deelnemer toe.',
  'removed-before': 'Deze deelnemer zat al niet meer aan tafel.',
  'withdrawn-before': 'Dit punt was al van de agenda gehaald.',
  'said-before': 'Van deze actie is al gezegd hoe het ging.',
  'nothing-waits': 'Er wacht niets meer: het is al in ontvangst genomen of ingetrokken.',
  'no-agreement': 'De afspraak om uit te wisselen geldt niet meer. Leg haar samen opnieuw vast, of bel de voorzitter.',
};

/** The errors of a form that was refused; undefined when it is about the whole page. */
export function errorsOf(code: string): Readonly<Record<string, string>> | undefined {
  const at = REFUSED_AT[code];
  return at ? { [at[0]]: at[1] } : CONSENT_REFUSED_AT[code];
}
