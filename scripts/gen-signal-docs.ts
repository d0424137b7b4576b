import { ALWAYS_NEEDED, CHECK_ITEMS } from '../src/features/signals/domain/inspection.ts';
import { NORMS } from '../src/features/signals/domain/norms.ts';
import { MOST_READERS, REVIEW_MONTHS } from '../src/features/signals/domain/offender.ts';
import {
  SIGNAL_STATUSES,
  SIGNAL_WORKFLOW,
  type SignalDeed,
  type SignalStatus,
} from '../src/features/signals/domain/signal-status.ts';
import { CHECK_WORDS } from '../src/features/signals/ui/enforcement-words.ts';
import { NEUTRAL_STATUS_WORDS, STATUS_WORDS } from '../src/features/signals/ui/signal-words.ts';

const GENERATED = '<!-- Gemaakt door `npm run gen`. Verander de code, niet deze pagina. -->';

const DEEDS: Readonly<Record<SignalDeed, string>> = {
  'take-up': 'oppakken',
  weigh: 'wegen',
  ask: 'vragen aan wie het doorgaf',
  consult: 'overleggen zonder persoonsgegevens',
  'receive-receipt': 'bevestiging van de ontvanger',
  close: 'sluiten, met een tweede persoon',
};
const word = (status: SignalStatus) => STATUS_WORDS[status].label;

function diagram(): string {
  const arrows = SIGNAL_WORKFLOW.flatMap(({ deed, from, to }) =>
    from.map((status) => `  ${status.replace('-', '_')} --> ${(to ?? status).replace('-', '_')}: ${DEEDS[deed]}`),
  );
  return [
    'stateDiagram-v2',
    ...SIGNAL_STATUSES.map((status) => `  state "${word(status)}" as ${status.replace('-', '_')}`),
    `  [*] --> ${SIGNAL_STATUSES[0]}: doorgeven`,
    ...arrows,
    '  closed --> [*]: wissen na de bewaartermijn',
  ].join('\n');
}

/** docs/signalen.md: where a signal stands and what can be done with it, from the table of the workflow. */
export function signalsPage(): string {
  const rows = SIGNAL_WORKFLOW.map(
    ({ deed, from, to }) => `| ${DEEDS[deed]} | ${from.map(word).join(', ')} | ${to ? word(to) : 'zoals het stond'} |`,
  );
  const days = (count: number) => (count === 1 ? '1 werkdag' : `${count} werkdagen`);
  return `# De weg van een signaal

${GENERATED}

Waar een signaal staat, wordt nooit opgeslagen: het volgt uit de dagen waarop iets gebeurde (\`src/features/signals/domain/signal-status.ts\`). Pagina's bieden aan wat deze tabel toestaat, en handelingen die er niet in staan, worden geweigerd.

\`\`\`mermaid
${diagram()}
\`\`\`

| wat iemand doet | als het staat op | daarna |
| --- | --- | --- |
${rows.join('\n')}

Wie het signaal doorgaf, ziet alleen: ${[...new Set(SIGNAL_STATUSES.map((status) => NEUTRAL_STATUS_WORDS[status].label))].join(', ')}.

De volgende stap heeft een termijn [ontwerp van In Beeld]: een nieuw signaal over een persoon ${days(NORMS.takeUpPerson)}, over een plek ${days(NORMS.takeUpLocation)}, bij gevaar dezelfde dag; wegen ${days(NORMS.weigh)} na het oppakken; laten horen wat ermee is gedaan ${days(NORMS.answer)} na het wegen. Feestdagen tellen niet mee. Is de dag voorbij, dan gaat het bericht naar de vervanger en daarna naar de teamleider, die niet ziet wat erin staat.

## Nagaan en de Meldcode

Bij een signaal legt de aandachtsfunctionaris vast dat zij in een eigen register keek, en wat het betekent: nooit wat er stond. Van de Meldcode staan er alleen stap, dag en conclusie; wat is gevonden, blijft bij de beroepskracht.

## Controles en sluitingen

Een controle is pas gereed als dit een antwoord heeft en minstens één partner zegt met welke bevoegdheid zij komt: ${CHECK_ITEMS.map((item) => CHECK_WORDS[item].title.toLowerCase()).join(', ')}. Nooit «niet nodig» zijn: ${[...ALWAYS_NEEDED].map((item) => CHECK_WORDS[item].title.toLowerCase()).join(', ')}. De uitkomst is een telling, ook van wie een woonplek of werk verloor en waarheen.

Een sluiting is pas gereed als bekend is of wie er woont of werkt mogelijk slachtoffer is, en zo ja, als hulp is geregeld. «Ik weet het niet» is geen antwoord.

Signalen over een adres waar een controle staat, worden langer bewaard, als de gemeente die termijn heeft vastgesteld. Wordt de controle afgelast, dan geldt weer de gewone termijn.

## Mogelijke daders

Een aparte verwerking (VA-10), die uit staat tot haar eigen startpoort open is. Hoogstens ${MOST_READERS} aandachtsfunctionarissen lezen het, genoemd door de burgemeester. Na ${REVIEW_MONTHS} maanden gaat het dicht tot een lezer zegt waarom het nog nodig is. Het verdwijnt met het signaal, en uiterlijk na zijn termijn.
`;
}
