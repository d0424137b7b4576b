import type { GridRow, Shown } from '../../../shared-kernel/guarded-counts.ts';
import { addDays, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { Filters } from '../../../ui/forms/filters.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { type Evidence, SMALLEST, type SoughtType } from '../domain/evidence.ts';
import { aboutWord, QUARTER_WORDS, soughtRegion, soughtWord, WAIT_MEANS, WAIT_WORDS } from './evidence-words.ts';
import { NationalAccess } from './placement-facts.tsx';
import { REFUSAL_WORDS, ROUTE_WORDS } from './placement-words.ts';

const PATH = '/plaatsen/cijfers';

/** What is missing in the shelter of the country, as it came out of the work: nobody entered a number here. */
export function EvidencePage(props: {
  frame: PageFrame;
  evidence: Evidence;
  year: number;
  years: readonly number[];
  period: { readonly from: Parameters<typeof writeDutchDate>[0]; readonly until: Parameters<typeof writeDutchDate>[0] };
}) {
  const { evidence, period, year } = props;
  const said = `${writeDutchDate(period.from)} tot en met ${writeDutchDate(addDays(period.until, -1))}`;
  const isEmpty = period.until <= period.from;
  return (
    <Page
      frame={props.frame}
      title="Wat er ontbreekt"
      wide
      breadcrumbs={[{ href: '/plaatsen', label: 'Vrije plekken' }]}
      lead="Cijfers die vanzelf uit het plaatsen komen. Een laag getal kan ook betekenen dat er minder is vastgelegd."
    >
      <Filters action={PATH} clearHref={PATH}>
        <SelectField
          name="jaar"
          label="Jaar"
          placeholder="Dit jaar"
          values={{ jaar: String(year) }}
          choices={props.years.map((each) => ({ value: String(each), label: String(each) }))}
        />
      </Filters>
      <ActionGroup>
        <ButtonLink href="/plaatsen/wat-als">Wat als er meer plekken waren?</ButtonLink>
        <ButtonLink href={`${PATH}/feitenblad.docx?jaar=${year}`}>Feitenblad als Word</ButtonLink>
        <ButtonLink href={`${PATH}/feitenblad.pdf?jaar=${year}`}>Feitenblad als PDF</ButtonLink>
      </ActionGroup>
      {isEmpty ? (
        <Paragraph>Dit jaar is er nog geen hele maand om te tellen.</Paragraph>
      ) : isQuiet(evidence) ? (
        <Paragraph>
          In deze periode is in In Beeld geen plek gevraagd en niemand geplaatst. Zodra u een{' '}
          <Link href="/plaatsen/aanvragen">aanvraag</Link> doet, telt zij vanzelf mee, vanaf het begin van de volgende
          maand.
        </Paragraph>
      ) : (
        <>
          <DataList
            facts={[
              { label: 'Over', value: said },
              { label: 'Aanvragen', value: aboutWord(evidence.asked) },
              { label: 'Waarvan zonder enige passende plek', value: aboutWord(evidence.nothing) },
              { label: 'Dagen bezet door wie verder kon', value: aboutWord(evidence.blockedDays) },
              { label: 'Plekken zo bezet aan het eind', value: aboutWord(evidence.blockedPlaces) },
            ]}
          />
          <Counts
            id="kwartaal"
            title="Aanvragen per kwartaal"
            rows={evidence.quarters}
            wordOf={(key) => QUARTER_WORDS[key]}
          />
          <Counts id="soort" title="Aanvragen per soort opvang" rows={evidence.types} wordOf={soughtWord} />
          <Counts
            id="soort-niets"
            title="Geen passende plek, per soort opvang"
            rows={evidence.nothingByType}
            wordOf={soughtWord}
          />
          <Counts id="regio" title="Aanvragen per gewenste regio" rows={evidence.regions} wordOf={soughtRegion} />
          <Counts
            id="regio-niets"
            title="Geen passende plek, per gewenste regio"
            rows={evidence.nothingByRegion}
            wordOf={soughtRegion}
          />
          <Crossed
            id="regio-soort"
            title="Aanvragen per regio en soort"
            rows={evidence.regionByType}
            types={evidence.types}
          />
          <Crossed
            id="regio-soort-niets"
            title="Geen passende plek, per regio en soort"
            rows={evidence.nothingRegionByType}
            types={evidence.types}
          />
          <Counts
            id="wachten"
            title="Hoe lang men wachtte"
            means={WAIT_MEANS}
            rows={evidence.waits}
            wordOf={(key) => WAIT_WORDS[key]}
          />
          <Counts
            id="weigeren"
            title="Waarom een opvang nee zei"
            rows={evidence.refusals}
            wordOf={(key) => REFUSAL_WORDS[key].label}
          />
          <NationalAccess />
          <Counts
            id="uitstroom"
            title="Wie verder kon en nog geen woning had, per route"
            rows={evidence.outflow}
            wordOf={(key) => ROUTE_WORDS[key].label}
          />
        </>
      )}
      <p class="ib-soft">
        Bron: de aanvragen en plaatsingen van uw organisatie in In Beeld, {said}. De lopende maand telt nog niet mee.
        Minder dan {SMALLEST} staat er niet; soms is ook een tweede getal verborgen, zodat niemand het kan uitrekenen.
        Getallen zijn naar beneden afgerond op vijf. Wie twee keer vroeg, telt twee keer.
      </p>
    </Page>
  );
}

/** Nothing was asked and nobody was placed: a page of noughts would say no more. */
const isQuiet = ({ asked, waits, refusals, outflow }: Evidence): boolean =>
  asked === 0 && [...waits, ...refusals, ...outflow].every(({ count }) => count === 0);

function Counts<Key extends string>(props: {
  readonly id: string;
  readonly title: string;
  /** What is counted, when the title does not say all of it. */
  readonly means?: string;
  readonly rows: readonly Shown<Key>[];
  readonly wordOf: (key: Key) => string;
}) {
  return (
    <section class="ib-flow" aria-labelledby={props.id}>
      <Heading level={2} id={props.id}>
        {props.title}
      </Heading>
      {props.means ? <Paragraph kind="small">{props.means}</Paragraph> : null}
      {props.rows.every(({ count }) => count === 0) ? (
        <Paragraph>Niets om te tellen.</Paragraph>
      ) : (
        <Table
          caption={props.title}
          captionHidden
          rows={props.rows}
          rowKey={({ key }) => key}
          columns={[
            { header: 'Wat', cell: ({ key }) => props.wordOf(key) },
            {
              header: 'Ongeveer',
              kind: 'number',
              cell: ({ count }) => <About count={count} />,
            },
          ]}
        />
      )}
    </section>
  );
}

const About = ({ count }: { readonly count: number | undefined }) =>
  count === undefined ? <span class="ib-soft">te weinig</span> : <data value={count}>{count}</data>;

function Crossed(props: {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly GridRow<string, number | undefined>[];
  readonly types: readonly Shown<SoughtType>[];
}) {
  return (
    <section class="ib-flow" aria-labelledby={props.id}>
      <Heading level={2} id={props.id}>
        {props.title}
      </Heading>
      {props.rows.length === 0 ? (
        <Paragraph>In elke regio te weinig om te noemen.</Paragraph>
      ) : (
        <>
          <Table
            caption={props.title}
            captionHidden
            rows={props.rows}
            rowKey={({ key }) => key}
            columns={[
              { header: 'Gewenste regio', cell: ({ key }) => soughtRegion(key) },
              ...props.types.map(({ key }, index) => ({
                header: soughtWord(key),
                kind: 'number' as const,
                cell: ({ cells }: GridRow<string, number | undefined>) => <About count={cells[index]} />,
              })),
            ]}
          />
          <Paragraph>Andere regio’s staan er niet bij: daar was het te weinig om te noemen, of niets.</Paragraph>
        </>
      )}
    </section>
  );
}
