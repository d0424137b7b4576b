import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { Source } from '../../../ui/figures/source.tsx';
import { DateText } from '../../../ui/format/date-text.tsx';
import { NumberText } from '../../../ui/format/number-text.tsx';
import { Filters } from '../../../ui/forms/filters.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import type { MunicipalityView } from './municipality-page.tsx';

/** All municipalities of today, to find one's own. */
export function MunicipalitiesPage(props: {
  frame: PageFrame;
  all: readonly MunicipalityView[];
  shown: readonly MunicipalityView[];
  /** No name held what was typed; these are written alike. */
  isGuess: boolean;
  /** Municipalities that are no more and were called so, with the one they belong to now. */
  former: readonly {
    readonly name: string;
    readonly onDate: PlainDate;
    readonly code: string;
    readonly successor: string;
  }[];
  name: string;
  province: string;
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
      {props.former.length > 0 ? (
        <BulletList
          items={props.former.map((former) => (
            <span key={`${former.name} ${former.code}`}>
              {former.name} hoort sinds <DateText date={former.onDate} /> bij{' '}
              <Link href={`/gemeenten/${former.code}`}>{former.successor}</Link>.
            </span>
          ))}
        />
      ) : null}
      {props.isGuess && props.shown.length > 0 ? (
        <p>
          Geen gemeente heet «{props.name}». Bedoelde u {props.shown.length === 1 ? 'deze' : 'een van deze'}?
        </p>
      ) : null}
      {props.shown.length === 0 ? (
        props.former.length > 0 ? null : (
          <EmptyState
            title="Geen gemeente gevonden"
            next={
              <>
                {props.name && props.province ? (
                  <ButtonLink href={`/gemeenten?naam=${encodeURIComponent(props.name)}`}>
                    Zoek in alle provincies
                  </ButtonLink>
                ) : null}
                <ButtonLink href="/gemeenten">Toon alle gemeenten</ButtonLink>
              </>
            }
          >
            Vul een deel van de naam in, bijvoorbeeld «gron». Een dorp of wijk vindt u hier niet, alleen de gemeente
            waar die bij hoort.
          </EmptyState>
        )
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
