import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { NumberText, writeNumber } from '../../../ui/format/number-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import type { RegionalFigure } from '../domain/in-view.ts';
import type { LocalFeature } from '../domain/local-feature.ts';
import { type LocalSources, localRange, type OwnWork, type SourcedNumber } from '../domain/local-picture.ts';
import { MarkBadge, SourceName } from './figure-words.tsx';

export const PICTURE_PATH = '/aanpak/lokaal-beeld';
export const PUBLISHABLE_PATH = `${PICTURE_PATH}/publiceerbaar`;

interface PictureView {
  readonly name: string;
  readonly on: PlainDate;
  readonly sources: LocalSources;
  readonly policeUnit: string | null;
  readonly regional: readonly RegionalFigure[];
  readonly facts: readonly { readonly label: string; readonly value: string; readonly source: string }[];
}

interface FeatureView {
  readonly feature: string;
  readonly name: string;
  readonly confirmed: LocalFeature | undefined;
}

const REGION_NAMES: Readonly<Record<string, string>> = {
  'safety-region': 'Veiligheidsregio',
  'police-unit': 'Politie-eenheid',
  riec: 'RIEC',
  'care-region': 'Regio zorgcoördinatie',
  'centre-municipality': 'Centrumgemeente vrouwenopvang',
  'youth-region': 'Jeugdregio',
};

/** For the municipality itself: what it knows of its own ground, and what it does not. Not to be published. */
export function LocalPicturePage(props: {
  frame: PageFrame;
  picture: PictureView;
  features: readonly FeatureView[];
  values: FieldValues;
  errors?: FieldErrors | undefined;
  formKey: string;
  mayWrite: boolean;
  saved: boolean;
  /** What signals and training show today. */
  ownWork: readonly OwnWork[];
  /** This role may see what colleagues passed on, as counts. */
  seesSignals: boolean;
}) {
  const { frame, picture, features, values, errors } = props;
  const field = { values, errors };
  const unknown = features.filter(({ confirmed }) => !confirmed);
  return (
    <Page
      frame={frame}
      title="Komt het bij ons voor?"
      lead={`Wat ${picture.name} weet van de eigen omgeving. Deze bladzijde is voor uw eigen organisatie.`}
      errors={errors}
      breadcrumbs={[{ href: '/aanpak', label: 'Aanpak' }]}
      status={props.saved ? <Alert kind="ok" title="bewaard" /> : undefined}
    >
      <Alert kind="info" title="Niet om te publiceren">
        <p>
          Voor de raad en voor inwoners is er <Link href={PUBLISHABLE_PATH}>een versie die u mag publiceren</Link>.
        </p>
      </Alert>
      <Heading level={2}>Kenmerken van uw gemeente</Heading>
      <Paragraph>
        Sommige plekken maken uitbuiting makkelijker. Wij vullen niets voor u in, want er is geen landelijk bestand van.
        U bevestigt zelf, met bron en datum. Een kenmerk zegt niet dat er uitbuiting is.
      </Paragraph>
      <Table
        caption="Kenmerken, zoals uw gemeente ze heeft bevestigd"
        rows={features}
        rowKey={({ feature }) => feature}
        columns={[
          { header: 'Kenmerk', cell: ({ name }) => name },
          {
            header: 'Aanwezig',
            cell: ({ confirmed }) => (confirmed ? (confirmed.isPresent ? 'ja' : 'nee') : 'onbekend'),
          },
          {
            header: 'Bron en datum',
            cell: ({ confirmed }) =>
              confirmed ? (
                <>
                  {confirmed.source}, <DateText date={confirmed.asOf} />. Bevestigd door {confirmed.confirmedBy}.
                </>
              ) : (
                'nog niet bevestigd'
              ),
          },
          ...(props.mayWrite
            ? [
                {
                  header: 'Weghalen',
                  sortable: false,
                  cell: ({ feature, name, confirmed }: FeatureView) =>
                    confirmed ? (
                      <Form
                        frame={frame}
                        action={`${PICTURE_PATH}/weghalen`}
                        idempotencyKey={`${props.formKey}-${feature}`}
                        label={`${name} weghalen`}
                      >
                        <HiddenField name="kenmerk" value={feature} />
                        <SubmitButton emphasis="subtle">Weer onbekend</SubmitButton>
                      </Form>
                    ) : (
                      '–'
                    ),
                },
              ]
            : []),
        ]}
      />
      {props.mayWrite ? (
        <>
          <Heading level={2}>Een kenmerk bevestigen</Heading>
          <Form frame={frame} action={PICTURE_PATH} idempotencyKey={props.formKey}>
            <SelectField
              {...field}
              name="kenmerk"
              label="Kenmerk"
              choices={features.map(({ feature, name }) => ({ value: feature, label: name }))}
            />
            <Radios
              {...field}
              name="aanwezig"
              label="Is dit er in uw gemeente?"
              inline
              choices={[
                { value: 'ja', label: 'Ja' },
                { value: 'nee', label: 'Nee' },
              ]}
            />
            <TextField
              {...field}
              name="bron"
              label="Waar weet u dit?"
              description="Bijvoorbeeld een register, een rapport of een bezoek. Geen namen van mensen of bedrijven."
            />
            <DateField {...field} name="datum" label="Op welke dag was dit zo?" />
            <SubmitButton>Bevestig</SubmitButton>
          </Form>
        </>
      ) : null}
      <Heading level={2}>Wat uit openbare bronnen vaststaat</Heading>
      <Table
        caption={`Feiten over ${picture.name}`}
        rows={picture.facts}
        rowKey={({ label }) => label}
        columns={[
          { header: 'Wat', cell: ({ label }) => REGION_NAMES[label] ?? label },
          { header: 'Waarde', cell: ({ value }) => value },
          { header: 'Bron', cell: ({ source }) => source },
        ]}
      />
      <Heading level={2}>Wat uw eigen mensen zien en leren</Heading>
      {props.ownWork.length > 0 ? (
        <Table
          caption="Wat blijkt uit signalen en training"
          rows={props.ownWork}
          rowKey={({ element, source }) => `${element} ${source}`}
          columns={[
            { header: 'Onderdeel', cell: ({ element }) => <Link href={`/aanpak/${element}`}>{element}</Link> },
            { header: 'Wat blijkt', sortable: false, cell: ({ statement }) => statement },
            {
              header: 'Bron en datum',
              sortable: false,
              cell: ({ source, asOf }) => (
                <>
                  <SourceName>{source}</SourceName>, <DateText date={asOf} />
                </>
              ),
            },
          ]}
        />
      ) : (
        <Paragraph>Uit signalen en training blijkt nu niets: er is niets vastgelegd, of het is verlopen.</Paragraph>
      )}
      <BulletList
        items={[
          ...(props.seesSignals
            ? [
                <>
                  <Link href="/meldingen/cijfers">Welke signalen uw mensen doorgaven</Link>, zonder dat iemand te
                  herkennen is
                </>,
              ]
            : []),
          <>
            <Link href="/leren/teams">Hoeveel mensen zijn getraind</Link>, per soort werk
          </>,
          'Deze aantallen zijn voor u zelf. Meer signalen betekent dat meer mensen iets herkennen, niet dat er meer mensenhandel is.',
        ]}
      />
      <Heading level={2}>Wat u nog niet weet</Heading>
      <BulletList
        items={[
          ...(unknown.length > 0
            ? [`Nog niet bevestigd: ${unknown.map(({ name }) => name.toLowerCase()).join(', ')}.`]
            : []),
          'Hoeveel slachtoffers er zijn: dat weet niemand voor één gemeente.',
        ]}
      />
    </Page>
  );
}

/** Where a number comes from and which years it is about, in full: whoever copies the sentence copies that too. */
function RowName({ row: { id, source, when }, about = '' }: { row: SourcedNumber; about?: string }) {
  return (
    <>
      <Link href={`#bron-${id}`}>
        <SourceName>{source}</SourceName>
      </Link>
      , {about}
      {when}
    </>
  );
}

/** A number that names the row of the table it comes from. Without a row there is no number. */
function FromRow({ number, what }: { number: SourcedNumber; what?: string }) {
  return (
    <>
      <NumberText value={number.value} /> {what} (bron: <RowName row={number} />)
    </>
  );
}

/** The published estimates that a range was made of. */
function RangeSources({ from }: { from: readonly SourcedNumber[] }) {
  return (
    <>
      {from.slice(2).map((row, index) => (
        <>
          {index > 0 ? '; ' : ''}
          <RowName key={row.id} row={row} about="over " />
        </>
      ))}
    </>
  );
}

/** May be shown to anybody: an order of magnitude or none, what is registered in the region, and what nobody knows. */
export function PublishablePage({ frame, picture }: { frame: PageFrame; picture: PictureView }) {
  const { name, sources, regional, policeUnit } = picture;
  const range = localRange(sources);
  const rows: readonly SourcedNumber[] = [
    ...(range.kind === 'range'
      ? range.from
      : range.kind === 'unreliable' && sources.population
        ? [sources.population]
        : []),
    ...regional.map((each) => ({
      id: `eenheid-${each.year}`,
      what: `Geregistreerd in politie-eenheid ${policeUnit}`,
      value: each.value,
      source: each.source,
      when: String(each.year),
    })),
  ];
  const [population] = rows;
  return (
    <Page
      frame={frame}
      title={`Mensenhandel in ${name}: wat wij weten`}
      lead="Deze tekst mag u delen met de raad en met inwoners. Er staan geen eigen tellingen van uw gemeente in."
      breadcrumbs={[
        { href: '/aanpak', label: 'Aanpak' },
        { href: PICTURE_PATH, label: 'Komt het bij ons voor?' },
      ]}
    >
      <Heading level={2}>Komt het hier voor?</Heading>
      {range.kind === 'range' && population ? (
        <>
          <Paragraph kind="lead">
            Orde van grootte: {range.words}, als de landelijke schatting naar inwoners wordt verdeeld (bron:{' '}
            <RangeSources from={range.from} />
            ).
          </Paragraph>
          <Paragraph>
            Dat is geen telling. De laagste en de hoogste schatting, verdeeld naar inwoners, geven{' '}
            <span data-marge>
              <data value={String(range.low)}>{writeNumber(range.low)}</data> tot{' '}
              <data value={String(range.high)}>{writeNumber(range.high)}</data> per jaar
            </span>{' '}
            (afgeleid door In Beeld uit <RangeSources from={range.from} />
            ). {name} heeft <FromRow number={population} what="inwoners" />. Mensenhandel is niet gelijk verdeeld. Het
            echte aantal kan lager of hoger zijn.
          </Paragraph>
        </>
      ) : range.kind === 'unreliable' ? (
        <Paragraph kind="lead">Een aantal is niet betrouwbaar op deze schaal.</Paragraph>
      ) : (
        <Paragraph kind="lead">Een orde van grootte is onbekend: er ontbreekt een bron.</Paragraph>
      )}
      <Paragraph>Dat niemand het meldt, betekent niet dat het er niet is.</Paragraph>
      <Heading level={2}>Wat is geregistreerd in de regio</Heading>
      {regional.length === 0 ? (
        <Paragraph>
          {policeUnit ? `Politie-eenheid ${policeUnit}: onbekend.` : 'De politie-eenheid is onbekend.'} Wij kennen geen
          gepubliceerde reeks per politie-eenheid.
        </Paragraph>
      ) : (
        <BulletList
          items={regional.map((each, index) => (
            <>
              Politie-eenheid {policeUnit}, {each.year}:{' '}
              <FromRow number={rows[rows.length - regional.length + index]!} /> <MarkBadge mark={each.mark} />
            </>
          ))}
        />
      )}
      <Heading level={2}>Wat niemand weet</Heading>
      <BulletList
        items={[
          'Hoeveel slachtoffers er in één gemeente zijn.',
          'Welke vormen van uitbuiting hier voorkomen, en hoe vaak.',
          'Of meer meldingen komen door meer mensenhandel of door beter kijken.',
        ]}
      />
      {rows.length > 0 ? (
        <Table
          caption="Bron van elk getal op deze bladzijde"
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              header: 'Wat',
              cell: ({ id, what }) => <span id={`bron-${id}`}>{what}</span>,
            },
            { header: 'Getal', kind: 'number', cell: ({ value }) => <NumberText value={value} /> },
            { header: 'Over', cell: ({ when }) => when },
            { header: 'Bron', cell: ({ source }) => <SourceName>{source}</SourceName> },
          ]}
        />
      ) : null}
      <Heading level={2}>Tekst voor de raad</Heading>
      <blockquote class="ib-flow">
        <p>
          Hoeveel slachtoffers er in {name} zijn, weet niemand.{' '}
          {range.kind === 'range' ? (
            <>
              Naar inwoners verdeeld gaat het om {range.words}: een orde van grootte, geen telling (bron:{' '}
              <RangeSources from={range.from} />
              ).
            </>
          ) : (
            'Voor onze gemeente is een aantal niet te geven.'
          )}{' '}
          Daarom kijken wij vooral of onze aanpak klopt: herkennen, melden, handhaven en helpen.
        </p>
      </blockquote>
      <ButtonLink href="/cijfers">De landelijke cijfers, met hun bronnen</ButtonLink>
    </Page>
  );
}
