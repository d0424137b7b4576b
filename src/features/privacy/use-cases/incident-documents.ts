import { heading, list, paragraph, TO_FILL_IN, table } from '../../../platform/documents/blocks.ts';
import type { Block, DocumentTree } from '../../../platform/documents/document-tree.ts';
import { dutchDay, type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { dutiesOf, type Incident, safetyOf } from '../domain/incident.ts';
import {
  DATA_WORDS,
  DUTY_WORDS,
  KIND_WORDS,
  PEOPLE_WORDS,
  SAFETY_QUESTIONS,
  SAFETY_WORDS,
  STEP_WORDS,
  YES_NO_WORDS,
} from '../domain/incident-words.ts';

/** What a document about an incident may say; nothing in it is about who it happened to. */
export interface IncidentFacts {
  readonly organisation: string;
  readonly incident: Incident;
  readonly now: Date;
  readonly today: PlainDate;
  readonly mark: string | undefined;
}

export interface IncidentDocument {
  /** In the address and in the name of the file. */
  readonly slug: string;
  readonly title: string;
  readonly write: (facts: IncidentFacts) => DocumentTree;
}

const TIME = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', timeStyle: 'short' });
const moment = (at: Date) => `${writeDutchDate(dutchDay(at))} ${TIME.format(at)} uur`;
const named = (items: readonly string[], none: string) => (items.length > 0 ? items.join('; ') : none);

function document(facts: IncidentFacts, title: string, subject: string, blocks: readonly Block[]): DocumentTree {
  const drill = facts.incident.isDrill ? 'Oefening, niet echt gebeurd' : undefined;
  return {
    title: facts.incident.isDrill ? `Oefening: ${title}` : title,
    subject,
    author: facts.organisation,
    language: 'nl-NL',
    madeOn: facts.today,
    mark: [drill, facts.mark].filter(Boolean).join('. ') || undefined,
    blocks,
  };
}

/** What happened, in the order in which an authority asks it. */
function facts({ incident }: IncidentFacts): Block {
  return table(
    'Wat er gebeurde',
    ['Vraag', 'Antwoord'],
    [
      ['Soort', KIND_WORDS[incident.kind]],
      ['Wat er gebeurde', incident.what],
      ['Ontdekt', moment(incident.discoveredAt)],
      [
        'Welke gegevens',
        named(
          incident.dataKinds.map((kind) => DATA_WORDS[kind]),
          'geen gegevens over mensen',
        ),
      ],
      ['Over hoeveel mensen', PEOPLE_WORDS[incident.people]],
      ['Kan iemand die gevaarlijk voor hen is ze nu hebben?', YES_NO_WORDS[incident.reachesOffender]],
      ['Wat er is gedaan', incident.taken || 'nog niets vastgelegd'],
    ],
    '',
  );
}

function steps({ incident }: IncidentFacts): Block {
  return table(
    'Stappen',
    ['Wanneer', 'Wat', 'Toelichting', 'Door'],
    incident.steps.map(({ kind, outcome, note, doneByName, doneAt }) => [
      moment(doneAt),
      outcome ? `${STEP_WORDS[kind]}: ${SAFETY_WORDS[outcome]}` : STEP_WORDS[kind],
      note,
      doneByName,
    ]),
    'Er is nog geen stap vastgelegd.',
  );
}

const contact = (who: string) => paragraph(`${who}: ${TO_FILL_IN}\nTelefoon en e-mail: ${TO_FILL_IN}`);

export const INCIDENT_DOCUMENTS: readonly IncidentDocument[] = [
  {
    slug: 'melding-ap',
    title: 'Melding aan de Autoriteit Persoonsgegevens',
    write: (all) =>
      document(
        all,
        `Melding van een datalek: ${all.organisation}`,
        'Voor het meldformulier van de AP (AVG artikel 33)',
        [
          paragraph(
            'Neem dit over in het meldformulier van de Autoriteit Persoonsgegevens. Weet u nog niet alles, meld dan wat u weet en vul later aan.',
          ),
          facts(all),
          heading('Wat dit voor mensen kan betekenen'),
          paragraph(TO_FILL_IN),
          heading('Wat wij doen om gevolgen te beperken'),
          paragraph(all.incident.taken || TO_FILL_IN),
          heading('Zijn de mensen om wie het gaat bericht?'),
          paragraph(sayTold(all.incident)),
          heading('Contact'),
          contact('Functionaris gegevensbescherming'),
        ],
      ),
  },
  {
    slug: 'bericht-verwerkingsverantwoordelijke',
    title: 'Bericht aan de organisatie van wie de gegevens zijn',
    write: (all) =>
      document(all, 'Bericht over een incident met uw gegevens', 'Aan de verwerkingsverantwoordelijke, binnen 24 uur', [
        paragraph(
          'Wij verwerken gegevens voor u. Daarmee ging iets mis. U beslist of u het meldt en aan wie; de klok van 72 uur loopt voor u vanaf dit bericht.',
        ),
        facts(all),
        heading('Wat u van ons krijgt'),
        list(
          [
            'Alles wat u voor uw melding nodig hebt.',
            'Een bericht zodra wij meer weten.',
            'Het verslag als het onderzoek klaar is.',
          ],
          '',
        ),
        contact('Wie bij ons uw vragen beantwoordt'),
      ]),
  },
  {
    slug: 'vroege-waarschuwing',
    title: 'Vroege waarschuwing (24 uur)',
    write: (all) =>
      document(all, 'Vroege waarschuwing', 'Cyberbeveiligingswet, binnen 24 uur; artikel nog te verifiëren', [
        facts(all),
        heading('Opzet of kwaad?'),
        paragraph(`Vermoeden van opzet: ja / nee / onbekend. ${TO_FILL_IN}`),
        paragraph(`Gevolgen in andere landen: ja / nee / onbekend. ${TO_FILL_IN}`),
        contact('CISO'),
      ]),
  },
  {
    slug: 'incidentmelding',
    title: 'Incidentmelding (72 uur)',
    write: (all) =>
      document(all, 'Incidentmelding', 'Cyberbeveiligingswet, binnen 72 uur; artikel nog te verifiëren', [
        facts(all),
        heading('Hoe ernstig, en met welke gevolgen'),
        paragraph(TO_FILL_IN),
        heading('Waaraan een ander dit herkent'),
        paragraph(TO_FILL_IN),
        contact('CISO'),
      ]),
  },
  {
    slug: 'eindverslag',
    title: 'Eindverslag (een maand)',
    write: (all) =>
      document(all, 'Eindverslag van een incident', 'Cyberbeveiligingswet, binnen een maand na de melding', [
        facts(all),
        steps(all),
        heading('Oorzaak'),
        paragraph(TO_FILL_IN),
        heading('Wat er is veranderd zodat het niet weer gebeurt'),
        paragraph(TO_FILL_IN),
      ]),
  },
  {
    slug: 'brief-betrokkene',
    title: 'Bericht aan iemand om wie het gaat',
    write: (all) =>
      document(all, 'Er ging iets mis met gegevens over u', 'AVG artikel 34', [
        paragraph(
          'Gebruik deze tekst alleen nadat is nagegaan dat een bericht veilig is. Het liefst vertelt iemand die zij vertrouwt het haar zelf, zonder papier. Haal deze alinea weg.',
        ),
        paragraph(
          'Er ging iets mis met gegevens over u. Dat spijt ons. In dit bericht leest u wat er gebeurde en wat u kunt doen.',
        ),
        heading('Wat er gebeurde'),
        paragraph(TO_FILL_IN),
        heading('Wat dit voor u kan betekenen'),
        paragraph(TO_FILL_IN),
        heading('Wat wij doen'),
        paragraph(TO_FILL_IN),
        heading('Wat u kunt doen'),
        paragraph(
          `Voelt u zich nu niet veilig? Bel 112.\nHebt u vragen? Bel ${TO_FILL_IN}, op een moment dat u alleen bent.`,
        ),
        paragraph('U kunt ook een klacht indienen bij de Autoriteit Persoonsgegevens.'),
      ]),
  },
  {
    slug: 'register',
    title: 'Regel voor het register van datalekken',
    write: (all) =>
      document(all, `Datalek: verslag van ${all.organisation}`, 'Register van datalekken (AVG artikel 33 lid 5)', [
        facts(all),
        table(
          'Klokken',
          ['Wat', 'Uiterlijk', 'Gedaan', 'Op tijd?'],
          dutiesOf(all.incident, all.now).map(({ name, by, doneAt, isLate }) => [
            DUTY_WORDS[name].what,
            by ? moment(by) : 'zo snel als veilig kan',
            doneAt ? moment(doneAt) : 'nog niet',
            isLate ? 'te laat' : doneAt ? 'ja' : 'loopt',
          ]),
          '',
        ),
        steps(all),
        heading('Nagegaan voor er iets wordt verteld'),
        list(SAFETY_QUESTIONS, ''),
      ]),
  },
];

function sayTold(incident: Incident): string {
  if (incident.steps.some(({ kind }) => kind === 'tell-persons')) return 'Ja.';
  if (incident.steps.some(({ kind }) => kind === 'not-persons')) return `Nee: ${TO_FILL_IN}`;
  const safety = safetyOf(incident);
  return safety === 'not-safe'
    ? 'Nog niet. Een bericht is nu gevaarlijk voor hen; wij wegen dit opnieuw zodra dat kan.'
    : 'Nog niet. Eerst wordt nagegaan hoe dat veilig kan.';
}
