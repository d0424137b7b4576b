import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { elementById, type Framework } from '../domain/framework.ts';
import { offerHolds, type RegionOffer } from '../domain/region-offer.ts';

/** What the region arranges for its municipalities, with the decision and its end. */
export function RegionOffersPage(props: {
  frame: PageFrame;
  framework: Framework;
  offers: readonly RegionOffer[];
  today: PlainDate;
  values: FieldValues;
  errors: FieldErrors;
  formKey: () => string;
  done: 'published' | 'withdrawn' | undefined;
}) {
  const { frame, framework, offers, today } = props;
  const field = { values: props.values, errors: props.errors };
  return (
    <Page
      frame={frame}
      title="Wat de regio regelt"
      errors={props.errors}
      breadcrumbs={[{ href: '/regio', label: 'Regio' }]}
      wide
      status={
        props.done ? (
          <Alert kind="ok" title={props.done === 'published' ? 'gepubliceerd' : 'ingetrokken'}>
            <p>
              {props.done === 'published'
                ? 'Uw gemeenten kunnen dit nu overnemen in hun scan.'
                : 'Vanaf vandaag telt dit bij geen enkele gemeente meer mee.'}
            </p>
          </Alert>
        ) : undefined
      }
      lead="Wat u hier invult, hoeven uw gemeenten niet meer te beantwoorden. Trekt u iets in? Dan vervalt het vanaf die dag bij alle gemeenten die erop steunen."
    >
      {offers.length > 0 ? (
        <Table
          caption="Wat de regio regelt"
          rows={offers}
          rowKey={({ element }) => element}
          columns={[
            {
              header: 'Onderdeel',
              cell: ({ element }) => `${element} ${elementById(framework, element)?.title ?? ''}`,
            },
            { header: 'Document', cell: ({ title }) => title },
            { header: 'Vastgesteld door', cell: ({ adoptingBody }) => adoptingBody },
            { header: 'Geldig tot', kind: 'date', cell: ({ validUntil }) => <DateText date={validUntil} /> },
            {
              header: 'Stand',
              cell: (offer) =>
                offer.withdrawnOn ? (
                  <StatusBadge kind="neutral" label={`Ingetrokken op ${writeDutchDate(offer.withdrawnOn)}`} />
                ) : offerHolds(offer, today) ? (
                  <StatusBadge kind="ok" label="Geldt" />
                ) : (
                  <StatusBadge kind="warning" label="Vervallen" />
                ),
            },
            {
              header: 'Wijzigen',
              sortable: false,
              cell: (offer) =>
                offer.withdrawnOn ? (
                  '–'
                ) : (
                  <Form
                    frame={frame}
                    action="/regio/regelt/intrekken"
                    idempotencyKey={props.formKey()}
                    label={`${offer.element} intrekken`}
                  >
                    <HiddenField name="onderdeel" value={offer.element} />
                    <SubmitButton emphasis="subtle">
                      Trek in<span class="ib-hidden"> ({offer.element})</span>
                    </SubmitButton>
                  </Form>
                ),
            },
          ]}
        />
      ) : null}
      <Heading level={2}>Iets toevoegen</Heading>
      <Form
        frame={frame}
        action="/regio/regelt"
        idempotencyKey={props.formKey()}
        autocomplete="off"
        label="Toevoegen wat de regio regelt"
      >
        <SelectField
          {...field}
          name="onderdeel"
          label="Welk onderdeel regelt de regio?"
          searchable
          choices={framework.elements.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
        />
        <TextField {...field} name="besluit" label="Naam van het document" />
        <TextField
          {...field}
          name="vindplaats"
          label="Waar het staat"
          description="Een adres dat met https:// begint."
          optional
        />
        <TextField {...field} name="vastgesteldDoor" label="Wie het vaststelde" />
        <DateField {...field} name="vastgesteldOp" label="Vastgesteld op" />
        <DateField {...field} name="geldigTot" label="Geldig tot" />
        <SubmitButton>Publiceer</SubmitButton>
      </Form>
    </Page>
  );
}
