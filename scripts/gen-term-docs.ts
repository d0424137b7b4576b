import type { CareProcedure } from '../src/features/care/domain/terms/term-table.ts';
import { CARE_TERMS } from '../src/features/care/use-cases/care-terms.ts';
import { readEditions } from '../src/platform/content/read-editions.ts';

const GENERATED = '<!-- Gemaakt door `npm run gen` uit `content/care-terms`. Verander de inhoud, niet deze pagina. -->';
const key = (id: string) => id.replaceAll('-', '_');

function diagram({ start, states, events }: CareProcedure): string {
  return [
    'stateDiagram-v2',
    ...states.map(({ id, name }) => `  state "${name}" as ${key(id)}`),
    `  [*] --> ${key(start)}`,
    ...events.map(({ from, to, name }) => `  ${key(from)} --> ${key(to)}: ${name.replaceAll(':', ' –')}`),
    ...states.filter(({ isEnd }) => isEnd).map(({ id }) => `  ${key(id)} --> [*]`),
  ].join('\n');
}

function section(procedure: CareProcedure): string {
  const stateName = new Map(procedure.states.map(({ id, name }) => [id, name]));
  const rows = procedure.clocks.map(
    ({ name, starts, runsIn, article }) => `| ${name} | ${starts} | ${stateName.get(runsIn)} | ${article} |`,
  );
  return `## ${procedure.name}

${procedure.about}

\`\`\`mermaid
${diagram(procedure)}
\`\`\`

| klok | begint | loopt in | artikel |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

/** docs/zorgtermijnen.md: the procedures of care coordination as state charts, from the newest edition of their content. */
export function termsPage(): string {
  const terms = CARE_TERMS.schema.parse(readEditions(CARE_TERMS.kind).at(-1));
  return `# Procedures en klokken van de zorgcoördinatie

${GENERATED}

Elke procedure met haar toestanden, wat er gebeurt, en de klokken die er lopen. Een klok stopt door wat uit haar toestand leidt. Termijn, weekend, feestdagen, uitgerekend voorbeeld, bron en twijfel staan op \`/zorgcoordinatie/termijnen\`. Nog geen jurist keek dit na.

${terms.procedures.map(section).join('\n')}`;
}
