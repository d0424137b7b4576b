import { NumberText } from '../../../ui/format/number-text.tsx';
import { Filters } from '../../../ui/forms/filters.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import type { LifeDomain, OutcomeAnswer } from '../domain/cases/full-file.ts';
import type { ToldCount } from '../domain/cases/yearly.ts';
import type { AgreedHours, HoursTogether } from '../domain/hours-together.ts';
import { type Choice, caseTrail, labelOf, OUTCOME_WORDS } from './case-words.ts';
import { DOMAIN_WORDS, GOES_WORDS } from './full-words.ts';

export const YEARLY_PATH = '/zorgcoordinatie/jaarverslag';
export const YEARLY_TITLE = 'Jaarverslag';

export interface ShownYear {
  readonly year: number;
  readonly isRunning: boolean;
  readonly region: string | undefined;
  readonly regionUnknown: ToldCount;
  readonly helped: ToldCount;
  readonly began: ToldCount;
  readonly regions: readonly ToldCount[];
  readonly outcomes: readonly ToldCount[];
  readonly waited: number | undefined;
  readonly hours: readonly {
    readonly name: string;
    readonly hoursAWeek: number | undefined;
    readonly funder: string | undefined;
  }[];
  readonly goes: readonly { readonly domain: LifeDomain; readonly counts: readonly ToldCount[] }[];
}

const told = ({ shown }: ToldCount) =>
  shown === undefined ? 'minder dan tien, of niet te zeggen' : `${shown} of meer`;

const agreedHours = ({ hoursAWeek, unknown }: Pick<AgreedHours, 'hoursAWeek' | 'unknown'>) =>
  unknown === 0
    ? `${hoursAWeek} uur per week`
    : `${hoursAWeek} uur per week; van ${unknown === 1 ? 'één aanbod is' : `${unknown} keer een aanbod zijn`} de uren onbekend`;

/** The words for what a report counts; `regions` are those of who registers. */
export const yearlyWords = (regions: readonly Choice[]) => ({
  count: told,
  region: (value: string) => labelOf(regions, value),
  outcome: (value: string) =>
    value === 'running' ? 'Loopt nog' : (OUTCOME_WORDS as Readonly<Record<string, string>>)[value]!,
  domain: (value: LifeDomain) => DOMAIN_WORDS[value].label,
  goes: (value: string) => GOES_WORDS[value as OutcomeAnswer],
  hours: ({ name, hoursAWeek, funder }: ShownYear['hours'][number]) =>
    `${name}: ${hoursAWeek === undefined ? 'onbekend' : `${hoursAWeek} uur per week`}, ${funder ? `betaald door ${funder}` : 'wie betaalt is niet bekend'}`,
  agreedHours,
  together: (sum: HoursTogether) =>
    sum.municipalities === 0
      ? 'Uw organisatie bevestigde voor geen gemeente dat zij er werkt. Daarom is hier niets op te tellen. Bevestig uw aanbod.'
      : `Dit volgt uit de ${sum.municipalities === 1 ? 'gemeente' : `${sum.municipalities} gemeenten`} van uw eigen, bevestigde aanbod, met wat elke organisatie zelf invulde: samen ${agreedHours(sum)}. Wie ook elders werkt, telt met alle uren mee. Welke gemeenten in een regio van het register liggen, staat niet in In Beeld. Kiest u een regio, dan verandert dit dus niet.`,
  notKnown: ({ region, regionUnknown }: Pick<ShownYear, 'region' | 'regionUnknown'>): readonly string[] => [
    'Uit welke gemeente iemand komt. Dat staat niet in een dossier, omdat het voor de hulp niet nodig is. De regio is de kleinste plek.',
    region
      ? `Van wie de regio niet bekend is, telt in dit verslag niet mee: ${told(regionUnknown)}.`
      : `Van wie de regio niet bekend is: ${told(regionUnknown)}.`,
    'Wie hulp zocht en nergens kwam. Dit verslag telt alleen mensen met een dossier bij deze organisatie.',
    'Of iemand ook bij een andere organisatie een dossier heeft. Mensen worden daarom niet opgeteld over organisaties, en tel ook verslagen niet bij elkaar op.',
  ],
});

/** A year for who pays for it: from facts, and nobody can be found in it. */
export function YearlyPage(props: {
  frame: PageFrame;
  report: ShownYear;
  together: HoursTogether;
  years: readonly number[];
  regions: readonly Choice[];
}) {
  const { report } = props;
  const words = yearlyWords(props.regions);
  const query = (year: number) =>
    `?${new URLSearchParams({ jaar: String(year), ...(report.region && { regio: report.region }) })}`;
  const counts = (caption: string, header: string, rows: readonly ToldCount[], word: (value: string) => string) => (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ value }) => value}
      columns={[
        { header, cell: ({ value }) => word(value) },
        { header: 'Mensen', cell: told },
      ]}
    />
  );
  return (
    <Page
      frame={props.frame}
      title={
        report.region
          ? `${YEARLY_TITLE} ${report.year}, ${words.region(report.region)}`
          : `${YEARLY_TITLE} ${report.year}`
      }
      breadcrumbs={caseTrail()}
      lead="Voor uw centrumgemeente, uit wat in de dossiers staat. Een aantal staat er vanaf tien mensen, afgerond naar beneden op vijf."
    >
      <ActionGroup>
        <ButtonLink href={`${YEARLY_PATH}.docx${query(report.year)}`} emphasis="primary">
          Jaarverslag in Word
        </ButtonLink>
        {props.years
          .filter((year) => year !== report.year)
          .map((year) => (
            <ButtonLink key={year} href={`${YEARLY_PATH}${query(year)}`}>
              {String(year)}
            </ButtonLink>
          ))}
      </ActionGroup>
      <Filters action={YEARLY_PATH} label="Kies een regio" clearHref={`${YEARLY_PATH}?jaar=${report.year}`}>
        <HiddenField name="jaar" value={String(report.year)} />
        <SelectField
          name="regio"
          label="Regio"
          optional
          values={{ regio: report.region }}
          placeholder="Alle regio’s"
          description="Voor de centrumgemeente van één regio."
          choices={props.regions}
        />
      </Filters>
      {report.isRunning ? <Paragraph>Dit jaar is nog niet voorbij: de aantallen zijn die tot nu toe.</Paragraph> : null}
      <DataList
        facts={[
          { label: 'Kregen hulp', value: told(report.helped) },
          { label: `Begonnen in ${report.year}`, value: told(report.began) },
          {
            label: 'Dagen tot de start van de hulp (de middelste)',
            value: report.waited === undefined ? 'te weinig om te zeggen' : String(report.waited),
          },
          {
            label: 'Afgesproken uren',
            value: report.hours.map(words.hours).join('; ') || 'er staat geen aanbod',
          },
        ]}
      />
      {report.regions.length === 0 ? (
        <EmptyState title="Er waren geen dossiers">
          Zodra er een dossier is, telt het hier mee.{report.region ? ' Kijk ook bij alle regio’s.' : ''}
        </EmptyState>
      ) : (
        <>
          {counts('Per regio', 'Regio', report.regions, words.region)}
          {counts('Hoe het afliep', 'Uitkomst', report.outcomes, words.outcome)}
          <Heading level={2}>Hoe het gaat, volgens de mensen zelf</Heading>
          <Paragraph>Vrijwillig gevraagd. Wie niet antwoordde, telt hier niet mee.</Paragraph>
          <Table
            caption="Antwoorden"
            rows={report.goes}
            rowKey={({ domain }) => domain}
            columns={[
              { header: 'Waarover', cell: ({ domain }) => words.domain(domain) },
              ...(['better', 'same', 'worse'] as const).map((value) => ({
                header: GOES_WORDS[value],
                cell: ({ counts: of }: ShownYear['goes'][number]) => told(of.find((each) => each.value === value)!),
              })),
            ]}
          />
        </>
      )}
      <Heading level={2}>Samen met andere organisaties</Heading>
      <Paragraph>{words.together(props.together)}</Paragraph>
      {props.together.organisations.length > 0 ? (
        <Table
          caption="Afgesproken uren per week in uw gemeenten"
          rows={props.together.organisations}
          rowKey={({ organisationId }) => organisationId}
          columns={[
            { header: 'Organisatie', cell: ({ organisationName }) => organisationName },
            {
              header: 'Van uw gemeenten',
              kind: 'number',
              cell: ({ municipalities }) => <NumberText value={municipalities} />,
            },
            { header: 'Uren', cell: (row) => words.agreedHours(row) },
          ]}
        />
      ) : null}
      <Heading level={2}>Wat wij niet weten</Heading>
      <BulletList items={words.notKnown(report)} />
    </Page>
  );
}
