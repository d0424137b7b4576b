/** Writes docs/toegang.md: the access matrix in words. Part of `npm run gen` (scripts/gen-docs.ts). */
import { ACCESS_ROWS, ROLE_ROWS, ROW_PURPOSES, type RowName } from '../src/app/access-matrix.ts';
import { DATA_CLASSES, PROCESSING_ACTIVITIES } from '../src/app/processing-activities.ts';
import { ROLE_DESCRIPTIONS } from '../src/features/accounts/domain/roles.ts';
import type { DataClass } from '../src/platform/db/table-register.ts';
import type { Grant, Letter, Limit, MatrixRow } from '../src/platform/policy/access-matrix.ts';
import { ROLES, type Role } from '../src/shared-kernel/role.ts';

const LETTERS: Readonly<Record<Letter, string>> = {
  L: 'weten dat het er is',
  R: 'lezen',
  W: 'schrijven',
  X: 'uitvoeren, altijd met vier ogen',
  A: 'alleen totalen',
};

export const LIMITS: Readonly<Record<Limit, string>> = {
  own: 'wat de persoon zelf maakte, of wat over haar gaat',
  'own-organisation': 'binnen de eigen organisatie',
  assigned: 'alleen wie aan het dossier is toegewezen, of haar vervangt',
  purpose: 'binnen de eigen organisatie, voor het genoemde doel',
  'thirty-days': 'tot dertig dagen nadat het is gemaakt',
  'phase-only': 'alleen in welke fase een zaak is',
  'need-profile-only': 'alleen wat een plek moet bieden, niet wie het is',
  'after-acceptance': 'vanaf het moment dat de opvang de aanvraag aannam',
  'own-beds': 'alleen de eigen plekken',
  'step-up': 'pas na opnieuw inloggen',
  'va-10-on': 'alleen waar de gemeente VA-10 heeft aangezet, voor hoogstens drie genoemde personen',
  received: 'alleen wat een andere organisatie heeft gestuurd',
  'no-address': 'regio en vrije plekken, nooit het adres',
  'restricted-cubes': 'alleen tabellen die door de onthullingscontrole gingen',
  'four-eyes': 'pas als een tweede persoon heeft ingestemd',
  'status-only': 'klaar of niet, zonder antwoorden',
  reasoned: 'per geval, met een reden van ten minste twintig tekens',
  'withheld-list': 'alleen de lijst van wat niet is gegeven',
  accounts: 'alleen accounts en rechten',
  'processing-log': 'alleen het logboek van verwerkingen, waarin geen medewerkers staan',
};

const ROW_NAMES: Readonly<Record<RowName, string>> = {
  'anonymous-reporter': 'bezoeker zonder account',
  'municipal-employee': 'medewerker',
  triage: 'triage (geen eigen rol: hoort bij de aandachtsfunctionaris)',
  'focal-point': 'aandachtsfunctionaris',
  'care-coordinator': 'zorgcoördinator',
  'shelter-intake': 'opvang: intake',
  'shelter-counsellor': 'opvang: begeleiding',
  'comensha-helpdesk': 'CoMensha: plaatsing',
  analyst: 'analist',
  adviser: 'adviseur',
  'functional-administrator': 'functioneel beheerder',
  'technical-administrator': 'technisch beheerder (heeft geen account in In Beeld)',
  'data-protection-officer': 'functionaris gegevensbescherming',
  auditor: 'CISO',
  client: 'slachtoffer in het portaal (later)',
  policy: 'beleidsmedewerker',
  governor: 'bestuurder',
  'team-leader': 'teamleider',
  'chain-director': 'ketenregisseur',
  registrant: 'aanmelder bij CoMensha',
  partner: 'politie en ketenpartner',
  'national-register': 'CoMensha: registratie',
};

const GENERATED = '<!-- Gemaakt door `npm run gen`. Verander de code, niet deze pagina. -->';
const CLASSES = Object.keys(DATA_CLASSES) as DataClass[];

const sayGrant = ({ letters, limits }: Grant) =>
  `${letters.join('')}${limits.length > 0 ? ` (${limits.map((limit) => `\`${limit}\``).join(', ')})` : ''}`;

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** docs/toegang.md: which role may do what with which class of data, for which purposes. */
export function accessPage(rows: Readonly<Record<string, MatrixRow>> = ACCESS_ROWS): string {
  const matrix = Object.entries(rows).map(([name, row]) => {
    const given = CLASSES.flatMap((each) => (row[each] ?? []).map((grant) => `${each} ${sayGrant(grant)}`));
    return [ROW_NAMES[name as RowName] ?? name, given.join('<br>'), (ROW_PURPOSES[name as RowName] ?? []).join(', ')];
  });
  const roles = ROLES.map((role: Role) => [
    `\`${role}\``,
    ROLE_DESCRIPTIONS[role].label,
    ROLE_ROWS[role].map((row) => ROW_NAMES[row]).join('; '),
  ]);
  return `# Toegang

${GENERATED}

Wie mag wat, met welke klasse van gegevens, en waarvoor. Uit dezelfde tabel (\`src/app/access-matrix.ts\`) volgen de beslissing in de code (\`src/platform/policy\`), deze pagina en de tests. Wat hier niet staat, mag niet.

## Regels die altijd gelden

- Een klasse wordt alleen gegeven voor een **doel** van de rol, en alleen als dat doel die klasse in het [verwerkingsregister](register.md) heeft.
- Wie **beheert**, leest geen inhoud: de rijen van functioneel en technisch beheer geven geen klasse van D2 tot en met D9.
- Wie is **buitengesloten** van een dossier (familie, bekende, collega over wie het gaat) krijgt hetzelfde antwoord als voor een dossier dat niet bestaat, ook van de database.
- **Vervangen** duurt hoogstens veertien dagen.
- **Noodtoegang** geeft lezen van één dossier, hoogstens zestig minuten, nooit van mogelijke daders (D7), en alleen aan rollen die op dossiers werken. Twee collega's en de FG horen het meteen; binnen drie werkdagen wordt het beoordeeld.
- Een dossier dat langer dan zes maanden **gesloten** is, is alleen te zien als dat het er is, tot het met een reden opengaat.
- **Uitvoeren** (X) doet niemand alleen.
- Niemand geeft of verhoogt een **rol voor zichzelf**.

## Letters

${table(['letter', 'betekent'], Object.entries(LETTERS))}

## De matrix

${table(['rij', 'klassen, letters en grenzen', 'doelen'], matrix)}

## Rollen en hun rijen

${table(['rol', 'op het scherm', 'rijen'], roles)}

## Grenzen

${table(
  ['grens', 'betekent'],
  Object.entries(LIMITS).map(([limit, text]) => [`\`${limit}\``, text]),
)}

## Klassen van gegevens

${table(['klasse', 'wat'], Object.entries(DATA_CLASSES))}

## Doelen

${table(
  ['doel', 'verwerking', 'klassen'],
  PROCESSING_ACTIVITIES.map(({ id, name, dataClasses }) => [id, name, dataClasses.join(', ')]),
)}
`;
}
