/**
 * Writes the pages of docs/ that follow from the code: addresses, refusal codes, the register of tables and the access matrix. `npm run gen` calls
 * it; a test compares the pages with what it would write.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build as bundle } from 'esbuild';
import type { describeRoutes } from '../src/app/describe-routes.ts';
import { DATA_CLASSES, PROCESSING_ACTIVITIES } from '../src/app/processing-activities.ts';
import { REFUSALS } from '../src/app/refusals.ts';
import { TABLES } from '../src/app/tables.ts';
import type { DataClass, TableDeclaration } from '../src/platform/db/table-register.ts';
import { accessPage } from './gen-access-docs.ts';
import { signalsPage } from './gen-signal-docs.ts';
import { termsPage } from './gen-term-docs.ts';
import { REFUSAL_MEANINGS } from './refusal-meanings.ts';

export type DescribedRoute = ReturnType<typeof describeRoutes>[number];

const GENERATED = '<!-- Gemaakt door `npm run gen`. Verander de code, niet deze pagina. -->';
const code = (text: string) => `\`${text}\``;
const list = (items: readonly string[]) => (items.length > 0 ? items.map(code).join(', ') : '–');
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

function dataClassTable(used: readonly string[]): string {
  const rows = (Object.keys(DATA_CLASSES) as DataClass[]).filter((each) => used.includes(each));
  return table(
    ['klasse', 'wat'],
    rows.map((each) => [each, DATA_CLASSES[each]]),
  );
}

function purposeTable(used: readonly string[]): string {
  const known = PROCESSING_ACTIVITIES.filter(({ id }) => used.includes(id));
  return table(
    ['doel', 'verwerking'],
    [...known.map(({ id, name }) => [id, name]), ['geen', 'raakt geen persoonsgegevens']],
  );
}

/** docs/adressen.md: every address of the product. */
export function addressesPage(routes: readonly DescribedRoute[]): string {
  const sorted = routes.toSorted((a, b) => compare(a.pad, b.pad) || compare(a.methode, b.methode));
  const rows = (kind: (route: DescribedRoute) => boolean) =>
    table(
      ['methode', 'pad', 'wie', 'doel', 'gegevens', 'velden'],
      sorted
        .filter(kind)
        .map((route) => [
          route.methode,
          code(route.pad),
          typeof route.rollen === 'string' ? route.rollen : route.rollen.map(code).join(', '),
          route.doel,
          route.gegevensklassen.join(', '),
          list(route.velden),
        ]),
    );
  return `# Adressen

${GENERATED}

Alle adressen van In Beeld, uit de routetabel van de code. Als JSON: \`npm run cli -- routes --json\`. Hoe u er van buiten mee werkt, staat in [koppelvlak.md](koppelvlak.md).

- **wie**: \`iedereen\` heeft geen sessie nodig, \`ingelogd\` is elke rol, anders alleen de genoemde rollen. Wie niet is ingelogd krijgt op een pagina 303 naar \`/inloggen\` en in de API 401; wie de rol niet heeft 403. Een record van een andere organisatie en een record dat niet bestaat geven hetzelfde: 404.
- **gegevens**: de klassen die het antwoord kan bevatten, naast wat de bezoeker van zichzelf ziet.
- **velden**: van het formulier of van de zoekvraag. Elk formulier heeft daarnaast \`_csrf\` en \`_sleutel\` (tweemaal versturen doet het één keer).

## Pagina’s

${rows((route) => route.soort === 'page' && !route.alleenVoorbeeldomgeving)}

## API

${rows((route) => route.soort === 'api' && !route.alleenVoorbeeldomgeving)}

## Alleen in een voorbeeldomgeving

${rows((route) => route.alleenVoorbeeldomgeving)}

## Doelen

${purposeTable(routes.map((route) => route.doel))}

## Klassen van gegevens

${dataClassTable(routes.flatMap((route) => route.gegevensklassen))}
`;
}

/** docs/foutcodes.md: every refusal code with what it means. */
export function refusalsPage(
  edge: Readonly<Record<string, { readonly title: string; readonly what: string }>> = REFUSALS,
  meanings: typeof REFUSAL_MEANINGS = REFUSAL_MEANINGS,
): string {
  const sections = Object.entries(meanings)
    .filter(([, codes]) => Object.keys(codes).length > 0)
    .toSorted(([a], [b]) => compare(a, b))
    .map(([area, codes]) => {
      const rows = Object.entries(codes).toSorted(([a], [b]) => compare(a, b));
      return `## ${area}\n\n${table(
        ['code', 'wat er aan de hand is'],
        rows.map(([name, what]) => [code(name), what]),
      )}`;
    });
  return `# Foutcodes

${GENERATED}

Elke weigering heeft een code. De code staat in het auditlog (\`audit.decision\`) en in het antwoord van de API (\`type\` van het probleem, RFC 9457). Op een pagina staat wat u kunt doen, naast het veld.

## Overal

${table(
  ['code', 'titel', 'wat er aan de hand is'],
  Object.entries(edge)
    .toSorted(([a], [b]) => compare(a, b))
    .map(([name, { title, what }]) => [code(name), title, what]),
)}

${sections.join('\n\n')}
`;
}

const CLASSES: Readonly<Record<TableDeclaration['class'], string>> = {
  tenant: 'van één organisatie: alleen die organisatie ziet en schrijft de rijen',
  published: 'gepubliceerd: de organisatie schrijft, iedereen leest; zonder personen',
  reference: 'verwijzing: iedereen leest, niemand schrijft',
  account: 'toegang: personen, rollen en sessies',
  platform: 'platform: van het systeem zelf',
};

/** docs/register.md: every table and column with its class, its purpose and who may come in by which door. */
export function registerPage(register: typeof TABLES = TABLES): string {
  const tables = Object.entries(register).toSorted(([a], [b]) => compare(a, b));
  const schemas = [...new Set(tables.map(([name]) => name.split('.')[0]!))];
  const sections = schemas.map((schema) => {
    const own = tables.filter(([name]) => name.startsWith(`${schema}.`));
    return `## ${schema}\n\n${table(
      ['tabel', 'soort', 'doel', 'kolommen'],
      own.map(([name, { class: kind, activity, alsoFor = [], columns }]) => [
        code(name),
        kind,
        [activity, ...alsoFor].join(', '),
        columnsByClass(columns)
          .map(([dataClass, names]) => `${dataClass}: ${names.join(', ')}`)
          .join('; '),
      ]),
    )}`;
  });
  return `# Register van tabellen

${GENERATED}

Alle tabellen met hun soort, het doel waarvoor ze er zijn en de klasse van elke kolom. De rechten in de database worden uit dezelfde lijst gemaakt (\`src/app/tables/\`), en een test vergelijkt de lijst met de database.

## Soorten

${table(
  ['soort', 'wat'],
  Object.entries(CLASSES).map(([kind, what]) => [kind, what]),
)}

${sections.join('\n\n')}

## Doelen

${purposeTable(tables.flatMap(([, { activity, alsoFor = [] }]) => [activity, ...alsoFor]))}

## Klassen van gegevens

${dataClassTable(tables.flatMap(([, { columns }]) => Object.values(columns)))}
`;
}

function columnsByClass(columns: Readonly<Record<string, DataClass>>): (readonly [DataClass, readonly string[]])[] {
  const classes = [...new Set(Object.values(columns))].toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
  return classes.map((each) => [each, Object.keys(columns).filter((name) => columns[name] === each)] as const);
}

/** The generated pages by file. */
export function generatedDocs(routes: readonly DescribedRoute[]): Readonly<Record<string, string>> {
  return {
    'docs/adressen.md': addressesPage(routes),
    'docs/foutcodes.md': refusalsPage(),
    'docs/register.md': registerPage(),
    'docs/toegang.md': accessPage(),
    'docs/signalen.md': signalsPage(),
    'docs/zorgtermijnen.md': termsPage(),
  };
}

/** The route table, from the code as it stands: bundled for this once, since Node does not read TSX. */
async function describedRoutes(root: string): Promise<readonly DescribedRoute[]> {
  const { outputFiles } = await bundle({
    stdin: {
      contents: `import { routes } from './src/app/cli/routes.ts'; await routes([]);`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    write: false,
    logLevel: 'warning',
  });
  const file = join(root, '.cache', `routes-${process.pid}.mjs`);
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(file, outputFiles[0]!.contents);
  try {
    return JSON.parse(execFileSync(process.execPath, [file], { encoding: 'utf8' }));
  } finally {
    rmSync(file);
  }
}

if (import.meta.main) {
  const root = resolve(import.meta.dirname, '..');
  const pages = generatedDocs(await describedRoutes(root));
  for (const [file, text] of Object.entries(pages)) writeFileSync(join(root, file), text);
}
