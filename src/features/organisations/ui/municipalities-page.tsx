import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { Source } from '../../../ui/figures/source.tsx';
import { NumberText } from '../../../ui/format/number-text.tsx';
import { Filters } from '../../../ui/forms/filters.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Link } from '../../../ui/text/link.tsx';
import type { MunicipalityView } from './municipality-page.tsx';

/** All municipalities of today, to find one's own. */
export function MunicipalitiesPage(props: {
  frame: PageFrame;
  all: readonly MunicipalityView[];
  shown: readonly MunicipalityView[];
  name: string;
  province: string;
  today: PlainDate;
}) {
  const provinces = [...new Map(props.all.map((m) => [m.provinceCode, m.provinceName])).entries()].sort((a, b) =>
    a[1].localeCompare(b[1], 'nl'),
  );
  const values = { naam: props.name, provincie: props.province };
  return (
    <Page
      frame={props.frame}
      title="Gemeenten"
      wide
      lead={`Nederland telt vandaag ${props.all.length} gemeenten. Elke gemeente heeft een taak bij de aanpak van mensenhandel.`}
    >
      <Filters action="/gemeenten" label="Zoek een gemeente">
        <TextField name="naam" label="Naam" optional values={values} />
        <SelectField
          name="provincie"
          label="Provincie"
          optional
          values={values}
          placeholder="Alle provincies"
          choices={provinces.map(([value, label]) => ({ value, label }))}
        />
      </Filters>
      {props.shown.length === 0 ? (
        <EmptyState
          title="Geen gemeente gevonden"
          next={<ButtonLink href="/gemeenten">Toon alle gemeenten</ButtonLink>}
        >
          Controleer de spelling, of kies een andere provincie. Een gemeente die is opgegaan in een andere staat onder
          de nieuwe naam.
        </EmptyState>
      ) : (
        <Table
          caption={
            props.shown.length === props.all.length
              ? 'Alle gemeenten'
              : `${props.shown.length} van ${props.all.length} gemeenten`
          }
          sortable
          rows={props.shown}
          rowKey={(m) => m.code}
          columns={[
            { header: 'Gemeente', cell: (m) => <Link href={`/gemeenten/${m.code}`}>{m.name}</Link> },
            { header: 'Provincie', cell: (m) => m.provinceName },
            { header: 'Inwoners', kind: 'number', cell: (m) => <NumberText value={m.population} /> },
          ]}
        />
      )}
      {props.all[0] ? (
        <Source
          source="CBS"
          series="Gemeenten en inwoners"
          date={props.all[0].populationOn}
          uncertainty="geen, dit is een telling"
          jsonHref="/api/v1/gemeenten?paginaGrootte=500"
        />
      ) : null}
    </Page>
  );
}
