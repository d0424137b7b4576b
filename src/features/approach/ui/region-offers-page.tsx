import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Checkboxes } from '../../../ui/forms/checkboxes.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import { elementById, type Framework } from '../domain/framework.ts';
import { documentsOf, type OfferedDocument, offerHolds, type RegionOffer } from '../domain/region-offer.ts';
import { WhereItStands } from './document-fields.tsx';

/** What the region arranges for its municipalities, with the decision and its end. */
export function RegionOffersPage(props: {
  frame: PageFrame;
  framework: Framework;
  offers: readonly RegionOffer[];
  today: PlainDate;
  values: FieldValues;
  errors: FieldErrors;
  formKey: string;
  /** The form holds something that the region arranges already, to publish it anew. */
  isRenewal: boolean;
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
          caption="Wat de regio regelt, per document"
          rows={documentsOf(offers)}
          rowKey={({ elements, withdrawnOn }) => `${elements[0]} ${withdrawnOn ?? ''}`}
          columns={[
            { header: 'Document', cell: ({ title }) => title },
            { header: 'Onderdelen', cell: (offered) => <Elements framework={framework} {...offered} /> },
            { header: 'Vastgesteld door', cell: ({ adoptingBody }) => adoptingBody },
            { header: 'Geldig tot', kind: 'date', cell: ({ validUntil }) => <DateText date={validUntil} /> },
            { header: 'Stand', cell: (offered) => <Stand offered={offered} today={today} /> },
            { header: 'Wijzigen', sortable: false, cell: (offered) => <Changes {...offered} what={offered.title} /> },
          ]}
        />
      ) : null}
      <Heading level={2} id="toevoegen">
        {props.isRenewal ? 'Vernieuwen' : 'Iets toevoegen'}
      </Heading>
      {props.isRenewal ? (
        <p>Vul het nieuwe besluit en de nieuwe einddatum in. Wat u publiceert, komt in de plaats van wat er stond.</p>
      ) : null}
      <Form
        frame={frame}
        action="/regio/regelt"
        idempotencyKey={props.formKey}
        autocomplete="off"
        label="Toevoegen wat de regio regelt"
      >
        <TextField {...field} name="besluit" label="Naam van het document" />
        <WhereItStands {...field} />
        <TextField {...field} name="vastgesteldDoor" label="Wie het vaststelde" />
        <DateField {...field} name="vastgesteldOp" label="Vastgesteld op" />
        <DateField {...field} name="geldigTot" label="Geldig tot" />
        <Checkboxes
          values={{ onderdeel: String(props.values.onderdeel ?? '').split(' ') }}
          errors={props.errors}
          name="onderdeel"
          label="Welke onderdelen regelt de regio hiermee?"
          description="Kies alles wat in dit document staat. U hoeft het maar één keer in te vullen."
          choices={framework.elements.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
        />
        <SubmitButton>Publiceer</SubmitButton>
      </Form>
    </Page>
  );
}

function Stand({ offered, today }: { offered: OfferedDocument; today: PlainDate }) {
  if (offered.withdrawnOn)
    return <StatusBadge kind="neutral" label={`Ingetrokken op ${writeDutchDate(offered.withdrawnOn)}`} />;
  return offerHolds(offered, today) ? (
    <StatusBadge kind="ok" label="Geldt" />
  ) : (
    <StatusBadge kind="warning" label="Vervallen" />
  );
}

/** Renewing and withdrawing: each is a page or a form of its own, so one click changes nothing. */
function Changes({
  elements,
  withdrawnOn,
  what,
}: Pick<OfferedDocument, 'elements' | 'withdrawnOn'> & { what: string }) {
  const query = elements.join('+');
  return (
    <>
      <Link href={`/regio/regelt?vernieuw=${query}#toevoegen`}>
        Vernieuw<span class="ib-hidden"> {what}</span>
      </Link>
      {withdrawnOn ? null : (
        <>
          {' · '}
          <Link href={`/regio/regelt/intrekken?onderdeel=${query}`}>
            Trek in<span class="ib-hidden">: {what}</span>
          </Link>
        </>
      )}
    </>
  );
}

/** What a document arranges: named when it is one element, otherwise counted and listed on asking. */
function Elements({ framework, elements, withdrawnOn }: OfferedDocument & { framework: Framework }) {
  const nameOf = (element: string) => `${element} ${elementById(framework, element)?.title ?? ''}`;
  if (elements.length === 1) return <>{nameOf(elements[0]!)}</>;
  return (
    <Disclosure summary={`${elements.length} onderdelen`}>
      <BulletList
        items={elements.map((element) => (
          <>
            {nameOf(element)} (<Changes elements={[element]} withdrawnOn={withdrawnOn} what={element} />)
          </>
        ))}
      />
    </Disclosure>
  );
}
