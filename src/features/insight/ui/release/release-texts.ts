import type { CheckEnding, ReportedReason } from '../../domain/release/proposal.ts';
import type { CountsFault, CountsProblem } from '../../domain/release/read-counts.ts';

/** Why a cell is hidden, for who makes the publication; the public only sees that it is. */
export const REASON_TEXTS: Readonly<Record<ReportedReason, string>> = {
  'too-few': 'Minder dan tien mensen, ook nul',
  'one-contributor': 'Eén bijdrager telde meer dan de helft',
  'one-group': 'Meer dan negen tiende van een totaal staat in deze ene cel',
  beside: 'Zou een ander verborgen getal verraden',
  before: 'Was in een eerdere uitgave verborgen',
};

export const ENDING_TEXTS: Readonly<
  Record<CheckEnding | 'busy' | 'lost', { readonly label: string; readonly text: string }>
> = {
  busy: {
    label: 'Wordt gecontroleerd',
    text: 'Dit duurt meestal een paar tellen. Deze bladzijde ververst zichzelf. U mag haar ook sluiten.',
  },
  safe: { label: 'Veilig', text: 'De aanvaller vond niets. U kunt nu om uitgave vragen.' },
  'cannot-protect': {
    label: 'Niet te beschermen',
    text: 'Er blijft een getal te herleiden, wat wij ook verbergen. Dat komt door wat eerder is uitgegeven, of doordat de tabel te klein is. Neem minder eigenschappen of meer jaren samen.',
  },
  found: {
    label: 'Niet veilig',
    text: 'Een nieuwe aanvaller vond alsnog een verborgen getal. Dit mag niet naar buiten. Neem minder eigenschappen.',
  },
  contradiction: {
    label: 'Niet te bewijzen',
    text: 'De getallen spreken elkaar tegen. Dan bewijst een aanval niets, en geldt de controle als mislukt. Kijk de tabel na.',
  },
  'too-long': {
    label: 'Duurde te lang',
    text: 'De controle was na twee minuten niet klaar. Neem minder jaren of minder eigenschappen.',
  },
  died: { label: 'Gestopt', text: 'De controle is gestopt voordat zij klaar was. Laat opnieuw controleren.' },
  lost: { label: 'Gestopt', text: 'De server is gestopt tijdens de controle. Laat opnieuw controleren.' },
};

const ADVICE: Readonly<Record<CountsFault, string>> = {
  'empty-text': 'Kies een bestand, of plak de tabel in het vak.',
  'no-year': 'Er is geen kolom “jaar”.',
  'no-count': 'Er is geen kolom “aantal”.',
  'no-contributor':
    'Er is geen kolom “bijdrager”: wie deze mensen telde. Zonder die kolom kan niemand zien of één organisatie een getal verraadt.',
  'no-property': 'Er is geen kolom met een eigenschap, zoals “vorm” of “leeftijd”.',
  'too-many-properties': 'Gebruik hoogstens drie eigenschappen tegelijk.',
  'unknown-column': 'deze kolom kennen wij niet. Gebruik alleen de kolommen die hieronder staan.',
  'repeated-column': 'deze kolom staat er twee keer.',
  municipality: 'hier staat een gemeente of iets nog kleiners. Openbaar mag alleen de politie-eenheid of groter.',
  'wrong-number-of-fields': 'deze regel heeft meer of minder velden dan de eerste regel.',
  'not-a-year': 'zet hier een jaar vanaf 2000.',
  'year-not-over': 'dit jaar is nog niet voorbij. Alleen hele jaren komen naar buiten.',
  'too-many-years': 'Gebruik hoogstens vijftien jaren.',
  'unknown-value': 'deze waarde kennen wij niet. Gebruik alleen de waarden die hieronder staan.',
  'nameless-contributor': 'vul in wie deze mensen telde. Een letter of nummer is genoeg.',
  'not-a-count': 'zet hier een heel getal van nul of meer.',
  'too-many-lines': 'Gebruik hoogstens 20.000 regels. Tel gelijke regels bij elkaar op.',
  'no-people': 'De tabel bevat geen mensen. Vul aantallen in.',
};

/** What is wrong with a table of counts, where, and how to mend it. Does not repeat what was typed. */
export function countsProblemText({ fault, line, column }: CountsProblem, columnNumber?: number): string {
  const advice = ADVICE[fault];
  if (line === undefined) return advice;
  const place = columnNumber ? `, kolom ${columnNumber}` : column ? ', een kolom' : '';
  return `Regel ${line}${place}: ${advice}`;
}
