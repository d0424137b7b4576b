import { MomentText } from '../../../ui/format/date-text.tsx';
import { NumberText } from '../../../ui/format/number-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import { K, YEARLY_FIELDS } from '../domain/yearly-delivery.ts';
import { REGISTER_PATH, REGISTER_TITLE, YEARLY_PATH, YEARLY_TITLE } from './registration-words.ts';
import { FOLDED_WORD, YEARLY_COLUMNS } from './yearly-words.ts';

/** How the request about a delivery stands; undefined when nobody asked. */
type AskedState = 'open' | 'approved' | 'refused' | 'withdrawn' | 'expired' | undefined;

/** What the pages show of a delivery. */
export interface ShownYearly {
  readonly id: string;
  readonly year: number;
  readonly nth: number;
  readonly k: number;
  readonly sha256: string;
  readonly rows: number;
  readonly persons: number;
  readonly leftOut: number;
  readonly folded: Readonly<Record<(typeof YEARLY_FIELDS)[number], number>>;
  readonly correctionReason: string | undefined;
  readonly preparedBy: string;
  readonly preparedAt: Date;
  readonly askedBy: string | undefined;
  readonly approvedBy: string | undefined;
  readonly approvedAt: Date | undefined;
}

const kindOf = ({ nth }: Pick<ShownYearly, 'nth'>) =>
  nth === 1 ? 'eerste levering' : `correctie (levering ${nth} over dit jaar)`;
const hrefOf = (id: string) => `${YEARLY_PATH}/${id}`;

/** Every delivery to the Rapporteur, and a form to make the one of a year that is over. */
export function YearlyListPage(props: {
  frame: PageFrame;
  deliveries: readonly Logged[];
  years: readonly number[];
  formKey: string;
  values?: FieldValues | undefined;
  errors?: FieldErrors | undefined;
  /** The very same that was delivered. */
  earlierId?: string | undefined;
}) {
  const { frame, deliveries, years } = props;
  const field = { values: props.values ?? {}, errors: props.errors };
  return (
    <Page
      frame={frame}
      title={YEARLY_TITLE}
      wide
      breadcrumbs={[{ href: REGISTER_PATH, label: REGISTER_TITLE }]}
      lead={`Eén keer per jaar levert het register aan de Nationaal Rapporteur, zonder dat iemand te herkennen is. Elke rij staat voor ten minste ${K} mensen. Een tweede registrator kijkt mee.`}
      errors={props.errors}
      status={
        props.earlierId ? (
          <Alert kind="warning" title="Dit is al geleverd">
            <p>
              Precies deze tabel staat er al. <Link href={hrefOf(props.earlierId)}>Bekijk die levering</Link>.
            </p>
          </Alert>
        ) : undefined
      }
    >
      <Heading level={2}>Leveringen</Heading>
      {deliveries.length === 0 ? (
        <EmptyState title="Er is nog niets samengesteld">
          {years.length === 0
            ? 'Zodra een jaar met aanmeldingen voorbij is, stelt u hier de levering over dat jaar samen.'
            : 'Kies hieronder een jaar dat voorbij is.'}
        </EmptyState>
      ) : (
        <DeliveryTable deliveries={deliveries} />
      )}
      <Heading level={2}>Stel een levering samen</Heading>
      {years.length === 0 ? (
        <Paragraph>Er is nog geen jaar met aanmeldingen voorbij.</Paragraph>
      ) : (
        <Form frame={frame} action={YEARLY_PATH} idempotencyKey={props.formKey} label="Stel een levering samen">
          <SelectField
            {...field}
            name="jaar"
            label="Over welk jaar?"
            description="Alleen jaren die voorbij zijn. Er gaat nog niets weg: u ziet eerst de hele tabel."
            choices={years.map((year) => ({ value: String(year), label: String(year) }))}
          />
          <TextArea
            {...field}
            name="reden"
            label="Waarom is het een correctie?"
            description="Alleen als over dit jaar al is geleverd. Noem geen namen. Dit gaat niet mee naar de Rapporteur."
            rows={3}
            optional
          />
          <SubmitButton>Stel samen</SubmitButton>
        </Form>
      )}
      <Paragraph kind="small">
        Het systeem opent hiervoor wat aanmelders over dat jaar meldden, nooit wie iemand is. Dat staat bij iedere
        persoon in het logboek.
      </Paragraph>
    </Page>
  );
}

/** In the log stands too when the office received it. */
type Logged = ShownYearly & { readonly receivedAt: Date | undefined };

function DeliveryTable({ deliveries }: { deliveries: readonly Logged[] }) {
  return (
    <Table
      caption="Wat is samengesteld en geleverd"
      rows={deliveries}
      rowKey={({ id }) => id}
      columns={[
        {
          header: 'Levering',
          cell: (each) => (
            <Link href={hrefOf(each.id)}>
              {each.year}, {kindOf(each)}
            </Link>
          ),
        },
        {
          header: 'Stand',
          cell: ({ approvedAt }) =>
            approvedAt ? (
              <StatusBadge kind="ok" label="vastgesteld" />
            ) : (
              <StatusBadge kind="neutral" label="nog niet vastgesteld" />
            ),
        },
        { header: 'Samengesteld door', cell: ({ preparedBy }) => preparedBy },
        { header: 'Akkoord van', cell: ({ approvedBy }) => approvedBy ?? 'nog niemand' },
        {
          header: 'Vastgesteld op',
          kind: 'date',
          cell: ({ approvedAt }) => (approvedAt ? <MomentText instant={approvedAt} /> : 'nog niet'),
        },
        {
          header: 'Ontvangen op',
          kind: 'date',
          cell: ({ receivedAt }) => (receivedAt ? <MomentText instant={receivedAt} /> : 'nog niet'),
        },
        { header: 'Rijen', kind: 'number', cell: ({ rows }) => <NumberText value={rows} /> },
        { header: 'Mensen', kind: 'number', cell: ({ persons }) => <NumberText value={persons} /> },
        { header: 'Controlegetal', cell: ({ sha256 }) => <code>{sha256.slice(0, 12)}</code> },
      ]}
    />
  );
}

/** One delivery: what goes, word for word, what is told more coarsely and what is left out; and the request for a second person. */
export function YearlyPage(props: {
  frame: PageFrame;
  delivery: ShownYearly;
  /** The file, line by line. */
  lines: readonly (readonly string[])[];
  asked: AskedState;
  /** The message to the office; undefined when it was not sent. */
  sending: Sending | undefined;
  /** With whom there is an agreement. */
  office: { readonly name: string } | undefined;
  formKey: string;
  values?: FieldValues | undefined;
  errors?: FieldErrors | undefined;
}) {
  const { frame, delivery, asked } = props;
  const { year, approvedAt } = delivery;
  return (
    <Page
      frame={frame}
      title={`${YEARLY_TITLE} over ${year}`}
      wide
      breadcrumbs={[
        { href: REGISTER_PATH, label: REGISTER_TITLE },
        { href: YEARLY_PATH, label: YEARLY_TITLE },
      ]}
      lead="Dit is alles wat gaat, woord voor woord."
      errors={props.errors}
    >
      <Standing delivery={delivery} asked={asked} />
      <DataList
        facts={[
          { label: 'Soort', value: kindOf(delivery) },
          ...(delivery.correctionReason ? [{ label: 'Waarom een correctie', value: delivery.correctionReason }] : []),
          { label: 'Rijen', value: <NumberText value={delivery.rows} /> },
          { label: 'Mensen', value: <NumberText value={delivery.persons} /> },
          { label: 'Kleinste groep', value: `elke rij staat voor ten minste ${delivery.k} mensen` },
          { label: 'Samengesteld door', value: delivery.preparedBy },
          { label: 'Samengesteld op', value: <MomentText instant={delivery.preparedAt} /> },
          ...(approvedAt
            ? [
                { label: 'Gevraagd door', value: delivery.askedBy },
                { label: 'Akkoord van', value: delivery.approvedBy },
                { label: 'Vastgesteld op', value: <MomentText instant={approvedAt} /> },
              ]
            : []),
          { label: 'Controlegetal', value: <code>{delivery.sha256}</code> },
          { label: 'Als bestand', value: <Link href={`${hrefOf(delivery.id)}.csv`}>CSV, precies wat gaat</Link> },
        ]}
      />
      {approvedAt || asked === 'open' ? null : <AskForm {...props} />}
      {approvedAt ? <SendPart {...props} /> : null}
      <Folded delivery={delivery} />
      <Heading level={2}>Wat gaat</Heading>
      <Content year={year} lines={props.lines} />
    </Page>
  );
}

function Standing({ delivery, asked }: { delivery: ShownYearly; asked: AskedState }) {
  if (delivery.approvedAt)
    return (
      <Alert kind="ok" title="Vastgesteld">
        <p>Twee registratoren stelden deze levering vast. Zij verandert niet meer.</p>
      </Alert>
    );
  if (asked === 'open')
    return (
      <Alert kind="info" title="Wacht op een tweede registrator">
        <p>
          Een collega leest deze tabel en besluit bij <Link href="/goedkeuringen">Goedkeuringen</Link>. Tot dan gaat er
          niets weg.
        </p>
      </Alert>
    );
  if (asked === 'refused')
    return (
      <Alert kind="warning" title="Uw collega stemde niet in">
        <p>
          Waarom staat bij <Link href="/goedkeuringen">Goedkeuringen</Link>. U kunt het opnieuw vragen.
        </p>
      </Alert>
    );
  return null;
}

/** What the page shows of the message: sent, and what the office did with it. */
interface Sending {
  readonly state: string;
  readonly sentAt: Date;
  readonly answeredAt: Date | null;
}

/** Sending it to the office, or how that stands; without an agreement, what comes first. */
function SendPart({ frame, delivery, sending, office, formKey }: Parameters<typeof YearlyPage>[0]) {
  const title = <Heading level={2}>Naar de Nationaal Rapporteur</Heading>;
  if (sending)
    return (
      <>
        {title}
        <DataList
          facts={[
            { label: 'Verstuurd op', value: <MomentText instant={sending.sentAt} /> },
            {
              label: sending.state === 'refused' ? 'Niet aangenomen op' : 'Ontvangen op',
              value: sending.answeredAt ? <MomentText instant={sending.answeredAt} /> : 'nog niet',
            },
          ]}
        />
      </>
    );
  if (!office)
    return (
      <>
        {title}
        <Paragraph>
          Er is nog geen afspraak over dit soort bericht met het bureau van de Nationaal Rapporteur. Uw beheerder en die
          van het bureau leggen haar vast onder Samenwerken. Tot dan levert u het bestand zoals u gewend bent.
        </Paragraph>
      </>
    );
  return (
    <>
      {title}
      <Form
        frame={frame}
        action={`${hrefOf(delivery.id)}/versturen`}
        idempotencyKey={`${formKey}-versturen`}
        label="Verstuur"
      >
        <Paragraph>
          U verstuurt precies deze tabel aan {office.name}. Wat u verstuurt, haalt u niet meer terug.
        </Paragraph>
        <SubmitButton>Verstuur de levering</SubmitButton>
      </Form>
    </>
  );
}

function AskForm(props: Parameters<typeof YearlyPage>[0]) {
  return (
    <>
      <Heading level={2}>Vraag een tweede registrator</Heading>
      <Form
        frame={props.frame}
        action={`${hrefOf(props.delivery.id)}/vragen`}
        idempotencyKey={props.formKey}
        label="Vraag een tweede registrator"
      >
        <TextArea
          values={props.values ?? {}}
          errors={props.errors}
          name="reden"
          label="Wat moet uw collega weten?"
          description="Bijvoorbeeld: de levering voor het jaarbeeld. Geen namen."
          rows={3}
        />
        <SubmitButton>Vraag akkoord</SubmitButton>
      </Form>
    </>
  );
}

function Folded({ delivery }: { delivery: ShownYearly }) {
  const coarser = YEARLY_FIELDS.filter((field) => (delivery.folded[field] ?? 0) > 0);
  return (
    <>
      <Heading level={2}>Wat grover staat of niet meegaat</Heading>
      {coarser.length === 0 ? (
        <Paragraph>Niets staat grover dan het register het weet.</Paragraph>
      ) : (
        <Table
          caption="Voor hoeveel mensen een antwoord grover staat dan het register het weet"
          rows={coarser}
          rowKey={(field) => field}
          columns={[
            { header: 'Kolom', cell: (field) => YEARLY_COLUMNS[field] },
            { header: 'Mensen', kind: 'number', cell: (field) => <NumberText value={delivery.folded[field]} /> },
          ]}
        />
      )}
      <BulletList
        items={[
          `«${FOLDED_WORD}»: verschillende antwoorden die te weinig voorkomen, samen als één. Staat het in elke kolom, dan is van deze mensen alleen het aantal bekend.`,
          'Nooit mee gaan: naam, geboortedatum, code, eigen nummer, vrije tekst, elke dag of maand, de naam van de aanmelder, en het land van wie meer dan één nationaliteit heeft.',
          <>
            Weggelaten: <NumberText value={delivery.leftOut} /> mensen van wie niets meer te lezen is, omdat zij hun
            toestemming introkken of de bewaartermijn om is. Dit getal gaat niet mee.
          </>,
          'Een correctie laat naast de eerdere levering zien wat er veranderde. Kijk daar extra goed naar.',
        ]}
      />
    </>
  );
}

/** The file as a table; an answer that repeats stands in every row, as it does in the file. */
function Content(props: { year: number; lines: readonly (readonly string[])[] }) {
  const [head = [], ...lines] = props.lines;
  return (
    <Table
      caption={`De levering over ${props.year}`}
      narrow="scroll"
      rows={lines}
      rowKey={(line) => line.join('|')}
      columns={head.map((name, at) => ({
        header: name,
        ...(name === 'mensen' && { kind: 'number' as const }),
        cell: (line: readonly string[]) =>
          name === 'mensen' ? <NumberText value={Number(line[at])} /> : (line[at] ?? ''),
      }))}
    />
  );
}
