import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { Checkboxes } from '../../../ui/forms/checkboxes.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
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
import { BulletList } from '../../../ui/text/paragraph.tsx';
import { elementById, type Framework, type FrameworkElement } from '../domain/framework.ts';
import type { RegionOffer } from '../domain/region-offer.ts';
import type { Answer } from '../domain/scan.ts';
import { WhereItStands, WhoAdoptedIt } from './document-fields.tsx';
import { KNOWN_DONE, KnownCard, type KnownDone, type KnownView } from './known-publicly-page.tsx';
import { SCAN_CRUMBS } from './scan-page.tsx';

/** What exists already comes first: policy of the region and own documents, and which elements they answer. */
export function ScanExistingPage(props: {
  frame: PageFrame;
  framework: Framework;
  answers: readonly Answer[];
  /** Elements that are known already, from here or from elsewhere. */
  known: ReadonlySet<string>;
  regions: readonly { readonly id: string; readonly name: string }[];
  offers: readonly RegionOffer[];
  /** What public sources say of the municipality: to be confirmed before anything is asked. */
  publicly: readonly KnownView[];
  mayConfirm: boolean;
  values: FieldValues;
  errors?: FieldErrors;
  formKeys: { readonly add: string; readonly takeOver: string; readonly confirm: string };
  saved?: boolean;
  /** Elements that were answered otherwise, or with evidence of their own: left as they were. */
  leftAlone?: readonly FrameworkElement[];
  confirmed?: KnownDone | undefined;
}) {
  const { frame, framework, regions, offers, values, errors } = props;
  const field = { values, errors };
  const noted = Map.groupBy(
    props.answers.filter(({ origin }) => origin !== 'asked'),
    ({ evidence }) => evidence.title ?? 'Zonder naam',
  );
  const regionName = (id: string | undefined) => regions.find((region) => region.id === id)?.name ?? 'Onbekend';
  return (
    <Page
      frame={frame}
      title="Wat is er al?"
      errors={errors}
      breadcrumbs={[SCAN_CRUMBS[1]]}
      status={
        props.saved ? (
          <Alert kind="ok" title="toegevoegd">
            <p>
              Wat hierin staat, vragen wij niet meer. Voeg nog iets toe, of{' '}
              <Link href="/aanpak/scan/thema/1">ga verder met thema 1</Link>.
            </p>
            {props.leftAlone && props.leftAlone.length > 0 ? (
              <>
                <p>Bij deze onderdelen gaf u zelf al een ander antwoord of ander bewijs. Dat bleef staan:</p>
                <BulletList
                  items={props.leftAlone.map(({ id, title }) => (
                    <Link href={`/aanpak/scan/onderdeel/${id}`}>{`${id} ${title}`}</Link>
                  ))}
                />
              </>
            ) : null}
          </Alert>
        ) : props.confirmed ? (
          <Alert kind="ok" title={KNOWN_DONE[props.confirmed].title}>
            <p>{KNOWN_DONE[props.confirmed].text}</p>
          </Alert>
        ) : undefined
      }
      lead="Heeft de regio beleid, of hebt u zelf documenten? Zeg welke onderdelen erin staan. Die hoeft niemand meer te beantwoorden."
    >
      {props.publicly.length > 0 ? (
        <section class="ib-flow" aria-labelledby="openbaar">
          <Heading level={2} id="openbaar">
            Openbare bronnen
          </Heading>
          <p>VNG vond dit over uw gemeente. Klopt het, neem het dan over: dan vragen wij er niet meer naar.</p>
          {props.publicly.map((fact) => (
            <KnownCard
              key={fact.id}
              frame={frame}
              fact={fact}
              mayAnswer={props.mayConfirm}
              formKey={props.formKeys.confirm}
              level={3}
              fromScan
            />
          ))}
        </section>
      ) : null}
      {offers.length > 0 ? (
        <section class="ib-flow" aria-labelledby="regio-regelt">
          <Heading level={2} id="regio-regelt">
            Uw regio regelt dit al
          </Heading>
          <Form
            frame={frame}
            action="/aanpak/scan/regio-overnemen"
            idempotencyKey={props.formKeys.takeOver}
            label="Overnemen van de regio"
          >
            <Checkboxes
              name="overnemen"
              label="Wat neemt u over?"
              description="Haal weg wat uw gemeente zelf regelt, of waar de regio voor u niets doet."
              values={{ overnemen: offers.map(({ element }) => element) }}
              errors={errors}
              choices={offers.map((offer) => ({
                value: offer.element,
                label: `${offer.element} ${elementById(framework, offer.element)?.title}`,
                description: `${offer.title} (${regionName(offer.regionId)}, geldig tot ${writeDutchDate(offer.validUntil)})`,
              }))}
            />
            <SubmitButton emphasis="secondary">Neem dit over</SubmitButton>
          </Form>
        </section>
      ) : null}
      {noted.size > 0 ? (
        <Table
          caption="Wat er al is"
          rows={[...noted]}
          rowKey={([title]) => title}
          columns={[
            { header: 'Document', cell: ([title]) => title },
            {
              header: 'Van wie',
              cell: ([, [first]]) =>
                first?.origin === 'region' ? `Regio: ${regionName(first.regionId)}` : 'Eigen gemeente',
            },
            {
              header: 'Onderdelen',
              cell: ([, all]) => [...new Set(all.map(({ element }) => element))].join(', '),
            },
          ]}
        />
      ) : null}
      <Heading level={2}>Iets toevoegen</Heading>
      <Form
        frame={frame}
        action="/aanpak/scan/wat-is-er-al"
        idempotencyKey={props.formKeys.add}
        autocomplete="off"
        label="Iets toevoegen dat er al is"
      >
        <Radios
          {...field}
          name="soort"
          label="Wat voegt u toe?"
          choices={[
            { value: 'regio', label: 'Beleid of afspraken van de regio' },
            { value: 'document', label: 'Een document van onze eigen gemeente' },
          ]}
        />
        <SelectField
          {...field}
          name="regio"
          label="Welke regio?"
          description="Alleen bij beleid of afspraken van de regio."
          optional
          choices={[
            ...regions.map(({ id, name }) => ({ value: id, label: name })),
            { value: 'onbekend', label: 'Onbekend' },
          ]}
        />
        <TextField {...field} name="bewijs" label="Naam van het document" />
        <WhereItStands {...field} />
        <WhoAdoptedIt {...field} />
        <DateField {...field} name="geldigTot" label="Geldig tot" optional />
        <Checkboxes
          {...field}
          name="onderdelen"
          label="Welke onderdelen staan hierin?"
          description="Kies alleen wat u er echt in vindt."
          choices={framework.elements
            .filter(({ id }) => !props.known.has(id))
            .map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
        />
        <SubmitButton>Voeg toe</SubmitButton>
      </Form>
      <ButtonLink href="/aanpak/scan/thema/1" emphasis="secondary">
        Ga verder met thema 1
      </ButtonLink>
    </Page>
  );
}
