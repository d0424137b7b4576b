import { DateText, MomentText } from '../../../ui/format/date-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { Place } from '../domain/place.ts';
import { actionsFor, type Placement, type PlacementAction, placementState } from '../domain/placement.ts';
import { NationalAccess, placementFacts } from './placement-facts.tsx';
import { DEPARTURE_WORDS, NO_WORDS, ROUTE_WORDS, SAFETY_WORDS, stateBadge } from './placement-words.ts';
import { choicesOf, TYPE_WORDS } from './shelter-words.ts';
import { TakeGuestIn } from './take-guest-in.tsx';

const PATH = '/opvang/plaatsingen';
const OWN = { href: '/opvang', label: 'Onze plekken' };

/** Stays in a table, with where each is opened. */
export function PlacementTable(props: {
  placements: readonly Placement[];
  total: number;
  page: number;
  pages: number;
  path: string;
  /** Of which stays the ground is missing, for who placed. */
  marked?: (placement: Placement) => boolean;
  /** The other side of each stay. */
  other: { readonly header: string; readonly nameOf: (placement: Placement) => string };
}) {
  return (
    <>
      <Table
        caption={props.total === 1 ? '1 plaatsing' : `${props.total} plaatsingen`}
        rows={props.placements}
        rowKey={({ id }) => id}
        columns={[
          { header: 'Kenmerk', cell: ({ id, code }) => <Link href={`${props.path}/${id}`}>{code}</Link> },
          {
            header: 'Stand',
            cell: (each) => (
              <>
                <StatusBadge {...stateBadge(each, placementState(each))} />{' '}
                {props.marked?.(each) ? <StatusBadge kind="warning" label="grond ontbreekt" /> : null}
              </>
            ),
          },
          { header: 'Gevraagd', kind: 'date', cell: ({ reservedAt }) => <MomentText instant={reservedAt} /> },
          { header: 'Eerste nacht', kind: 'date', cell: ({ from }) => <DateText date={from} /> },
          { header: 'Vrij vanaf', kind: 'date', cell: ({ until }) => <DateText date={until} /> },
          { header: props.other.header, cell: props.other.nameOf },
        ]}
      />
      <Pagination page={props.page} pages={props.pages} hrefOf={(page) => `${props.path}?pagina=${page}`} />
    </>
  );
}

/** What was asked of a shelter. */
export function OwnPlacementsPage(props: {
  frame: PageFrame;
  placements: readonly Placement[];
  total: number;
  page: number;
  pages: number;
}) {
  return (
    <Page
      frame={props.frame}
      title="Plaatsingen"
      wide
      breadcrumbs={[OWN]}
      lead="Wat er aan u is gevraagd, en hoe het staat. U ziet hier geen namen."
    >
      {props.total === 0 ? (
        <EmptyState title="Er is nog niets gevraagd">Zodra iemand een plek vraagt, staat dat hier.</EmptyState>
      ) : (
        <PlacementTable {...props} path={PATH} other={{ header: 'Door', nameOf: ({ holderName }) => holderName }} />
      )}
    </Page>
  );
}

const BUTTONS: Readonly<Partial<Record<PlacementAction, { readonly at: string; readonly label: string }>>> = {
  accept: { at: 'aannemen', label: 'Ja, deze persoon kan komen' },
  arrive: { at: 'aangekomen', label: 'Aangekomen' },
  miss: { at: 'niet-gekomen', label: 'Niet gekomen' },
};

/** One stay for the shelter: say yes or no, and what happened then. */
export function OwnPlacementPage(props: {
  frame: PageFrame;
  placement: Placement;
  places: readonly Place[];
  units: readonly { readonly id: string; readonly name: string }[];
  elsewhere: readonly Place[];
  formKey: string;
  values?: FieldValues | undefined;
  errors?: FieldErrors | undefined;
  conflict?: string | undefined;
}) {
  const { frame, placement, errors, values } = props;
  const path = `${PATH}/${placement.id}`;
  const actions = actionsFor(placement, 'shelter');
  const nameOf = (place: Place) =>
    `${props.units.find(({ id }) => id === place.unitId)?.name ?? ''}, plek ${place.number} (${TYPE_WORDS[place.type].label})`;
  const form = { frame, values: values ?? {}, errors: errors ?? {} };
  return (
    <Page
      frame={frame}
      title={`Plaatsing ${placement.code}`}
      errors={errors}
      breadcrumbs={[OWN, { href: PATH, label: 'Plaatsingen' }]}
      status={<Conflict text={props.conflict} />}
    >
      <p>
        <StatusBadge {...stateBadge(placement, placementState(placement))} />
      </p>
      {placement.warnedAt && placementState(placement) === 'option' ? (
        <Alert kind="warning" title="wie plaatst, wacht op u">
          <p>Zeg ja of nee, of bel wie vroeg en noem het kenmerk.</p>
        </Alert>
      ) : null}
      <DataList facts={[{ label: 'Plek', value: props.places.map(nameOf).join('; ') }, ...placementFacts(placement)]} />
      {placement.guestMessageId && ['accepted', 'under-way', 'arrived'].includes(placementState(placement)) ? (
        <TakeGuestIn frame={frame} placement={placement} formKey={props.formKey} />
      ) : null}
      {actions.includes('answer-safety') ? (
        <>
          <Heading level={2}>Veiligheidsvraag</Heading>
          <Paragraph>
            Bel wie plaatst en noem het kenmerk. Vraag of iemand die bij u woont de persoon kent, of wie de persoon
            zoekt. Noem geen namen, en schrijf geen namen op.
          </Paragraph>
          <Form
            frame={frame}
            action={`${path}/veiligheidsvraag`}
            idempotencyKey={`${props.formKey}b`}
            label="Leg het antwoord vast"
          >
            <HiddenField name="versie" value={String(placement.version)} />
            <Radios {...form} name="bekend" label="Wat hoorde u?" choices={choicesOf(SAFETY_WORDS)} inline />
            <SubmitButton emphasis="secondary">Leg vast</SubmitButton>
          </Form>
        </>
      ) : null}
      {(['accept', 'arrive', 'miss'] as const)
        .filter((action) => actions.includes(action))
        .map((action) => (
          <Form
            key={action}
            frame={frame}
            action={`${path}/${BUTTONS[action]!.at}`}
            idempotencyKey={`${props.formKey}${action[0]}`}
            label={BUTTONS[action]!.label}
          >
            <HiddenField name="versie" value={String(placement.version)} />
            <SubmitButton emphasis={action === actions[0] ? 'primary' : 'secondary'}>
              {BUTTONS[action]!.label}
            </SubmitButton>
          </Form>
        ))}
      {actions.includes('accept') ? (
        <Paragraph kind="small">Zegt u ja, dan krijgt wie plaatst het adres, verzegeld.</Paragraph>
      ) : null}
      {actions.includes('refuse') ? (
        <>
          <Heading level={2}>Nee zeggen</Heading>
          <Form frame={frame} action={`${path}/weigeren`} idempotencyKey={`${props.formKey}w`} label="Zeg nee">
            <HiddenField name="versie" value={String(placement.version)} />
            <Radios
              {...form}
              name="reden"
              label="Waarom kan het niet?"
              description="Redenen tellen mee in het beeld van wat er ontbreekt. Zet er niets over de persoon bij."
              choices={choicesOf(NO_WORDS)}
            />
            <SubmitButton emphasis="secondary">Zeg nee</SubmitButton>
          </Form>
        </>
      ) : null}
      {actions.includes('cancel') ? (
        <>
          <Heading level={2}>De plek kan niet doorgaan</Heading>
          <Paragraph>
            Is er brand, een lek of te weinig personeel? Bel wie plaatste, en meld het hier. Wie plaatste, krijgt meteen
            bericht. Dit telt als een plek die wegviel, niet als iemand die niet kwam.
          </Paragraph>
          <Form
            frame={frame}
            action={`${path}/gaat-niet-door`}
            idempotencyKey={`${props.formKey}n`}
            label="De plek kan niet doorgaan"
          >
            <HiddenField name="versie" value={String(placement.version)} />
            <SubmitButton emphasis="secondary">De plek kan niet doorgaan</SubmitButton>
          </Form>
        </>
      ) : null}
      {placement.refusal === 'place-lost' ? (
        <Paragraph>
          De nachten zijn weer vrij. Kan er niemand in? Zet dan {props.places.length === 1 ? 'de plek' : 'elke plek'}{' '}
          buiten gebruik:{' '}
          {props.places.map((place) => (
            <>
              <Link href={`/opvang/plekken/${place.id}`}>{nameOf(place)}</Link>{' '}
            </>
          ))}
        </Paragraph>
      ) : null}
      {placement.refusal === 'no-regional-tie' ? <NationalAccess /> : null}
      {actions.includes('extend') ? (
        <>
          <Heading level={2}>Langer blijven</Heading>
          <Form frame={frame} action={`${path}/verlengen`} idempotencyKey={`${props.formKey}l`} label="Verleng">
            <HiddenField name="versie" value={String(placement.version)} />
            <DateField {...form} name="langerTot" label="Tot wanneer blijft iemand?" />
            <SubmitButton emphasis="secondary">Verleng</SubmitButton>
          </Form>
        </>
      ) : null}
      {actions.includes('move') ? <Heading level={2}>Naar een andere plek bij u</Heading> : null}
      {actions.includes('move') && props.elsewhere.length === 0 ? (
        <Paragraph>
          In dit huis is geen plek vrij die hetzelfde biedt. Moet iemand toch naar een andere plek, of naar een ander
          huis? Bel dan wie plaatste: alleen daar is te zien of dat veilig is.
        </Paragraph>
      ) : null}
      {actions.includes('move') && props.elsewhere.length > 0 ? (
        <>
          <Paragraph kind="small">
            U ziet alleen plekken in dit huis die vrij zijn en alles bieden wat de plek van nu biedt. Naar een ander
            huis? Bel wie plaatste: alleen daar is te zien of dat veilig is.
          </Paragraph>
          <Form frame={frame} action={`${path}/verplaatsen`} idempotencyKey={`${props.formKey}p`} label="Verplaats">
            <HiddenField name="versie" value={String(placement.version)} />
            <SelectField
              {...form}
              name="naarPlek"
              label="Naar welke plek, vanaf vannacht?"
              choices={props.elsewhere.map((place) => ({ value: place.id, label: nameOf(place) }))}
            />
            <SubmitButton emphasis="secondary">Verplaats</SubmitButton>
          </Form>
        </>
      ) : null}
      {actions.includes('ready') ? (
        <>
          <Heading level={2}>Klaar voor uitstroom</Heading>
          <Paragraph>
            Kan iemand verder, en is er nog geen woning? Zeg sinds wanneer. Zo wordt zichtbaar hoeveel dagen een plek
            bezet blijft door gebrek aan woningen.
          </Paragraph>
          <Form
            frame={frame}
            action={`${path}/uitstroom`}
            idempotencyKey={`${props.formKey}u`}
            label="Klaar voor uitstroom"
          >
            <HiddenField name="versie" value={String(placement.version)} />
            <DateField {...form} name="klaarOp" label="Sinds welke dag?" />
            <Radios {...form} name="route" label="Hoe gaat iemand verder?" choices={choicesOf(ROUTE_WORDS)} />
            <SubmitButton emphasis="secondary">Leg vast</SubmitButton>
          </Form>
        </>
      ) : null}
      {actions.includes('depart') ? (
        <>
          <Heading level={2}>Vertrek</Heading>
          <Form frame={frame} action={`${path}/vertrokken`} idempotencyKey={`${props.formKey}v`} label="Meld vertrek">
            <HiddenField name="versie" value={String(placement.version)} />
            <Radios {...form} name="waarheen" label="Waarheen?" choices={choicesOf(DEPARTURE_WORDS)} />
            <SubmitButton emphasis="secondary">Meld vertrek</SubmitButton>
          </Form>
        </>
      ) : null}
    </Page>
  );
}

export function Conflict({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <Alert kind="warning" title="dit kon niet">
      <p>{text}</p>
    </Alert>
  );
}
