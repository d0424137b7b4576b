import { type OpenColumn, writeCsv } from '../../../platform/open-data/open-table.ts';
import { dutchDay } from '../../../shared-kernel/plain-date.ts';
import { activityOf, type LoggedDeed } from '../domain/logged-deed.ts';
import type { ProcessingRegister } from '../domain/processing-activity.ts';

type Text = (deed: LoggedDeed) => string | null;

function column(name: string, title: string, cell: Text): OpenColumn<LoggedDeed> {
  const both = { nl: title, en: title };
  return { name, title: both, description: both, datatype: 'string', cell };
}

/** Deeds of the logs as comma-separated text, for who investigates: everything that stands on the page, and the ids behind it. */
export function writeDeeds(
  deeds: readonly LoggedDeed[],
  register: Pick<ProcessingRegister, 'activities' | 'history'>,
  mark: string | undefined,
): string {
  const activity = (deed: LoggedDeed) => activityOf(register, deed, dutchDay(deed.at));
  const columns = [
    column('tijdstip', 'Wanneer', ({ at }) => at.toISOString()),
    column('spoor', 'Spoor', ({ traceId }) => traceId),
    column('persoonId', 'Wie (id)', ({ personId }) => personId ?? null),
    column('naam', 'Wie', ({ personName }) => personName ?? null),
    column('rol', 'Rol', ({ role }) => role ?? null),
    column('handeling', 'Handeling', ({ action }) => action),
    column('adres', 'Adres', ({ route }) => route ?? null),
    column('onderwerpSoort', 'Onderwerp: soort', ({ subject }) => subject?.kind ?? null),
    column('onderwerpId', 'Onderwerp: id', ({ subject }) => subject?.id ?? null),
    column('activiteit', 'Activiteit', (deed) => deed.activity),
    column('activiteitVersie', 'Versie', ({ activityVersion }) => activityVersion?.toString() ?? null),
    column('activiteitNaam', 'Waarvoor', (deed) => activity(deed)?.name ?? null),
    column('grond', 'Grond', (deed) => activity(deed)?.basis.join('; ') ?? null),
    column('uitkomst', 'Uitkomst', ({ isAllowed }) => (isAllowed ? 'toegestaan' : 'geweigerd')),
    column('reden', 'Waarom', ({ isAllowed, ground, code }) => (isAllowed ? ground : code) ?? null),
    column('geopend', 'Geopend: kenmerk en velden', ({ opened }) =>
      opened.map(({ kind, pseudonym, columns: names }) => `${kind} ${pseudonym}: ${names.join(' ')}`).join('; '),
    ),
  ];
  return writeCsv(columns, deeds, mark);
}
