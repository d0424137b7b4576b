import type { ComponentChildren } from 'preact';
import { day } from '../../shared-kernel/plain-date.ts';
import { BarChart } from '../figures/bar-chart.tsx';
import { Figure } from '../figures/figure.tsx';
import { HexMap, type HexTile } from '../figures/hex-map.tsx';
import { ShareInHexagons } from '../figures/share-in-hexagons.tsx';
import { DateText } from '../format/date-text.tsx';
import { Money } from '../format/money.tsx';
import { NumberText } from '../format/number-text.tsx';
import { Checkbox, Checkboxes } from '../forms/checkboxes.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FileField } from '../forms/file-field.tsx';
import { Filters } from '../forms/filters.tsx';
import { Form } from '../forms/form.tsx';
import { Radios } from '../forms/radios.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { StepCount } from '../forms/step-count.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { TextArea } from '../forms/text-area.tsx';
import { TextField } from '../forms/text-field.tsx';
import { Page, type PageFrame } from '../page.tsx';
import { Alert } from '../show/alert.tsx';
import { Confirmation } from '../show/confirmation.tsx';
import { DataList } from '../show/data-list.tsx';
import { Disclosure } from '../show/disclosure.tsx';
import { EmptyState } from '../show/empty-state.tsx';
import { KeyFigures } from '../show/key-figures.tsx';
import { LinkCards } from '../show/link-cards.tsx';
import { MainAndAside } from '../show/main-and-aside.tsx';
import { Pagination } from '../show/pagination.tsx';
import { StatusBadge } from '../show/status-badge.tsx';
import { Table } from '../show/table.tsx';
import { TaskList } from '../show/task-list.tsx';
import { Timeline } from '../show/timeline.tsx';
import { ActionGroup, Button, ButtonLink } from '../text/button.tsx';
import { Heading } from '../text/heading.tsx';
import { Link } from '../text/link.tsx';
import { BulletList, Paragraph } from '../text/paragraph.tsx';

const SOURCE = { source: 'Voorbeeld, verzonnen cijfers', date: day('2026-11-24') } as const;

const MUNICIPALITIES = [
  { value: 'GM0014', label: 'Groningen' },
  { value: 'GM0363', label: 'Amsterdam' },
  { value: 'GM0599', label: 'Rotterdam' },
] as const;

const LEGEND = [
  { state: 'anchored', label: 'Geborgd', look: 'full' },
  { state: 'decided', label: 'Vastgesteld', look: 'core' },
  { state: 'scanned', label: 'Scan gedaan', look: 'bar' },
  { state: 'started', label: 'Begonnen', look: 'dot' },
  { state: 'lapsed', label: 'Verlopen', look: 'cross' },
  { state: 'none', label: 'Nog niet begonnen', look: 'open' },
] as const;

const TILES: readonly HexTile[] = LEGEND.flatMap((item, column) =>
  [0, 1, 2].map((row) => ({
    code: `X${column}${row}`,
    name: `Voorbeeldgemeente ${column * 3 + row + 1}`,
    q: column - Math.floor(row / 2),
    r: row,
    state: item.state,
    stateLabel: item.label.toLowerCase(),
    href: `#tegel-${column}-${row}`,
    group: column < 3 ? 'west' : 'oost',
    highlighted: column === 1 && row === 1,
  })),
);

const KEPT = {
  naam: 'Aanpak 2027',
  vanaf: '31-02-2027',
  gemeente: 'GM0014',
  vormen: ['arbeid'],
  regio: 'nee',
  toelichting: '',
} as const;

const ERRORS = {
  vanaf: '31 februari bestaat niet. Vul een dag in die bestaat, bijvoorbeeld 28-02-2027.',
  toelichting: 'Vul een toelichting in.',
} as const;

function Section(props: { title: string; children: ComponentChildren }) {
  return (
    <>
      <Heading level={2}>{props.title}</Heading>
      {props.children}
    </>
  );
}

/** Every component once in every state, for the checks on accessibility and for the eye. */
export function GalleryPage({ frame }: { frame: PageFrame }) {
  return (
    <Page
      frame={frame}
      title="Alle onderdelen"
      lead="Elk onderdeel van de schermen staat hier één keer, in elke toestand. Alles op deze pagina is verzonnen."
      errors={ERRORS}
      breadcrumbs={[
        { href: '/', label: 'Start' },
        { href: '/demo', label: 'Rollen' },
      ]}
      status={<Alert kind="ok" title="uw wijziging is opgeslagen" />}
      wide
    >
      <Section title="Tekst">
        <Paragraph>
          Een alinea met een <Link href="/gemeenten">koppeling</Link>, een datum (<DateText date={day('2026-11-24')} />
          ), een getal (<NumberText value={1062} />) en een bedrag (<Money euros={12_500} />
          ). Regels blijven kort, zodat u rustig kunt lezen, ook op een breed scherm.
        </Paragraph>
        <BulletList items={['Eerste punt', 'Tweede punt', 'Derde punt']} />
        <Heading level={3}>Een kop van het derde niveau</Heading>
        <Paragraph kind="small">Een kleine alinea voor een opmerking.</Paragraph>
        <Heading level={4}>Een kop van het vierde niveau</Heading>
        <ActionGroup>
          <Button emphasis="primary">Stel vast</Button>
          <Button>Bewaar</Button>
          <ButtonLink href="/overzicht">Naar het overzicht</ButtonLink>
          <Button emphasis="subtle">Annuleer</Button>
        </ActionGroup>
      </Section>

      <Section title="Berichten en toestanden">
        <Alert kind="info" title="de scan duurt ongeveer een uur">
          <p>U kunt tussendoor stoppen. Uw antwoorden blijven bewaard.</p>
        </Alert>
        <Alert kind="warning" title="de borging verloopt over 90 dagen">
          <p>
            Plan op tijd een nieuwe vaststelling. <Link href="/aanpak">Bekijk de aanpak</Link>
          </p>
        </Alert>
        <Alert kind="error">
          <p>Uw bestand is niet opgeslagen. Probeer het opnieuw.</p>
        </Alert>
        <p>
          <StatusBadge kind="ok" label="Geborgd" /> <StatusBadge kind="info" label="Vastgesteld" />{' '}
          <StatusBadge kind="warning" label="Verloopt binnenkort" /> <StatusBadge kind="error" label="Verlopen" />{' '}
          <StatusBadge kind="neutral" label="Nog niet begonnen" />
        </p>
        <DataList
          facts={[
            { label: 'Gemeente', value: 'Groningen' },
            { label: 'Vastgesteld op', value: <DateText date={day('2026-03-01')} /> },
            { label: 'Bestuurder', value: undefined, changeHref: '#bestuurder' },
          ]}
        />
        <EmptyState
          title="Er zijn nog geen scans"
          next={
            <ButtonLink href="/aanpak" emphasis="primary">
              Begin met de scan
            </ButtonLink>
          }
        >
          Met een scan ziet u in een uur waar uw gemeente staat en wat de volgende stap is.
        </EmptyState>
      </Section>

      <Section title="Werk">
        <TaskList
          label="Wat vraagt vandaag aandacht"
          tasks={[
            {
              href: '#taak-1',
              title: 'Stel de aanpak opnieuw vast',
              description: 'De borging van Voorbeeldgemeente 1 verloopt.',
              status: { kind: 'warning', label: 'Verloopt binnenkort' },
              dueOn: day('2027-03-01'),
            },
            { href: '#taak-2', title: 'Vul de scan aan', status: { kind: 'info', label: 'Bezig' } },
          ]}
        />
        <Timeline
          label="Geschiedenis"
          items={[
            {
              id: '2',
              at: new Date('2026-11-24T13:05:00Z'),
              title: 'Aanpak vastgesteld',
              by: 'Vera Voorbeeld, bestuurder',
            },
            { id: '1', at: day('2026-10-01'), title: 'Scan afgerond', by: 'Frits Fictief, beleidsmedewerker' },
          ]}
        />
        <KeyFigures
          figures={[
            { label: 'gemeenten met een geborgde aanpak', value: <NumberText value={142} />, note: 'van de 342' },
            { label: 'verlopen binnen een half jaar', value: <NumberText value={17} /> },
            { label: 'plekken vrij', value: <NumberText value={0} /> },
          ]}
        />
        <LinkCards
          label="Verder"
          cards={[
            { href: '#scan', title: 'Doe de scan', description: 'In een uur ziet u waar uw gemeente staat.' },
            { href: '#plan', title: 'Maak een plan', description: 'Met de stappen die bij uw gemeente passen.' },
            { href: '#leren', title: 'Leer herkennen', description: 'Korte lessen voor elk beroep.' },
          ]}
        />
        <MainAndAside
          asideLabel="Feiten"
          aside={
            <DataList
              facts={[
                { label: 'Behandelaar', value: 'Frits Fictief' },
                { label: 'Begonnen', value: <DateText date={day('2026-10-01')} /> },
              ]}
            />
          }
        >
          <Confirmation title="Uw melding is binnen" code="VB-7F3-91K">
            <p>Binnen een week belt iemand van uw gemeente u terug.</p>
          </Confirmation>
          <Disclosure summary="Wie leest mijn melding?">
            <p>Alleen de aandachtsfunctionaris van uw gemeente.</p>
          </Disclosure>
        </MainAndAside>
        <Filters action="#lijst" clearHref="#lijst">
          <TextField name="zoek" label="Naam van de gemeente" optional />
          <SelectField
            name="stand"
            label="Stand"
            placeholder="Alle standen"
            choices={[{ value: 'geborgd', label: 'Geborgd' }]}
          />
        </Filters>
        <Table
          id="lijst"
          caption="Gemeenten en hun aanpak"
          sortable
          filterable
          rowKey={(row) => row.value}
          rows={MUNICIPALITIES}
          columns={[
            { header: 'Gemeente', cell: (row) => <Link href={`#${row.value}`}>{row.label}</Link> },
            { header: 'Stand', cell: () => <StatusBadge kind="ok" label="Geborgd" /> },
            { header: 'Tot', kind: 'date', cell: () => <DateText date={day('2027-03-01')} /> },
            {
              header: 'Inwoners',
              kind: 'number',
              cell: (row) => <NumberText value={Number(row.value.slice(2)) * 731} />,
            },
          ]}
        />
        <Pagination page={4} pages={12} hrefOf={(page) => `?pagina=${page}`} />
      </Section>

      <Section title="Formulier">
        <Form frame={frame} action="#formulier" idempotencyKey="voorbeeld" label="Voorbeeldformulier" multipart>
          <StepCount step={2} of={5} />
          <TextField name="naam" label="Naam van de aanpak" values={KEPT} errors={ERRORS} />
          <DateField
            name="vanaf"
            label="Geldig vanaf"
            description="De dag waarop het college besluit."
            values={KEPT}
            errors={ERRORS}
          />
          <SelectField name="gemeente" label="Gemeente" choices={MUNICIPALITIES} values={KEPT} searchable />
          <Radios
            name="regio"
            label="Werkt u samen met de regio?"
            values={KEPT}
            choices={[
              { value: 'ja', label: 'Ja' },
              { value: 'nee', label: 'Nee', description: 'U kunt later alsnog aansluiten.' },
            ]}
          />
          <Checkboxes
            name="vormen"
            label="Over welke vormen gaat het?"
            optional
            values={KEPT}
            choices={[
              { value: 'seksueel', label: 'Seksuele uitbuiting' },
              { value: 'arbeid', label: 'Arbeidsuitbuiting' },
              { value: 'crimineel', label: 'Criminele uitbuiting' },
            ]}
          />
          <TextArea name="toelichting" label="Toelichting" values={KEPT} errors={ERRORS} />
          <FileField name="besluit" label="Besluit" description="Een pdf van ten hoogste 10 MB." optional />
          <Checkbox name="akkoord" label="Ik heb alles gecontroleerd" values={{}} />
          <ActionGroup>
            <SubmitButton>Stel de aanpak vast</SubmitButton>
            <SubmitButton emphasis="secondary" name="bewaar" value="ja">
              Bewaar en ga later verder
            </SubmitButton>
          </ActionGroup>
        </Form>
      </Section>

      <Section title="Cijfers">
        <Figure
          id="balken"
          title="De meeste gemeenten in dit voorbeeld zijn begonnen"
          subtitle="Aantal gemeenten per stand, met de onzekerheid"
          source={{ ...SOURCE, series: 'reeks A', uncertainty: 'verzonnen', id: 'VB-1', jsonHref: '#balken.json' }}
        >
          <BarChart
            caption="Aantal gemeenten per stand"
            labelHeader="Stand"
            valueHeader="Gemeenten"
            bars={[
              { label: 'Geborgd', value: 40, low: 30, high: 52, highlighted: true },
              { label: 'Vastgesteld', value: 75, low: 66, high: 90 },
              { label: 'Nog niet begonnen', value: 227, low: 200, high: 240 },
            ]}
          />
        </Figure>
        <Figure id="aandeel" title="Eén op de zes is in beeld" subtitle="Aandeel in dit voorbeeld" source={SOURCE}>
          <ShareInHexagons id="aandeel-tekening" share={0.19} label="19 procent is in beeld" />
        </Figure>
        <Figure id="kaart" title="Zes standen, zes tekens" subtitle="Elke zeshoek is één gemeente" source={SOURCE}>
          <HexMap
            id="kaart-tekening"
            title="Kaart van voorbeeldgemeenten"
            description="Elke zeshoek is een gemeente. Het teken in de zeshoek zegt hoe ver zij is."
            tiles={TILES}
            legend={LEGEND}
            tableId="kaart-tabel"
          />
          <Table
            id="kaart-tabel"
            caption="Stand per gemeente"
            narrow="scroll"
            rowKey={(tile) => tile.code}
            rows={TILES.slice(0, 4)}
            columns={[
              { header: 'Gemeente', cell: (tile) => tile.name },
              { header: 'Stand', cell: (tile) => tile.stateLabel },
            ]}
          />
        </Figure>
      </Section>
    </Page>
  );
}
