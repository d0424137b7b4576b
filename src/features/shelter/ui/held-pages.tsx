import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { Callable } from '../domain/match.ts';
import type { Place } from '../domain/place.ts';
import { actionsFor, isGroundMissing, isRunning, type Placement, placementState } from '../domain/placement.ts';
import { CallShelter } from './contact-page.tsx';
import { Conflict, PlacementTable } from './own-placement-pages.tsx';
import { featureFacts } from './place-fields.tsx';
import { NationalAccess, placementFacts } from './placement-facts.tsx';
import { stateBadge } from './placement-words.ts';

const PATH = '/plaatsen/plaatsingen';
const FREE = { href: '/plaatsen', label: 'Vrije plekken' };

/** What this organisation arranged with shelters. */
export function HeldPlacementsPage(props: {
  frame: PageFrame;
  placements: readonly Placement[];
  total: number;
  page: number;
  pages: number;
  /** What the shelters are called, by id. */
  shelters: ReadonlyMap<string, string>;
}) {
  return (
    <Page frame={props.frame} title="Onze plaatsingen" wide breadcrumbs={[FREE]} lead="Wat u vroeg, en hoe het staat.">
      {props.total === 0 ? (
        <EmptyState title="U hebt nog niets gevraagd">
          Kies een vrije plek, of leg vast wat u aan de telefoon vond.
        </EmptyState>
      ) : (
        <PlacementTable
          {...props}
          path={PATH}
          marked={isGroundMissing}
          other={{ header: 'Opvang', nameOf: ({ tenantId }) => props.shelters.get(tenantId) ?? 'Onbekend' }}
        />
      )}
    </Page>
  );
}

/** One of them: is somebody on the way, is it still needed, and where is it. */
export function HeldPlacementPage(props: {
  frame: PageFrame;
  placement: Placement;
  place: Place | undefined;
  /** What the shelter is called: known to who places before she asks, where it is only after its yes. */
  shelter: string | undefined;
  contact: Callable | undefined;
  /** Of the request that it came from. */
  requestCode: string | undefined;
  formKey: string;
  conflict?: string | undefined;
}) {
  const { frame, placement } = props;
  const path = `${PATH}/${placement.id}`;
  const requestHref = `/plaatsen/aanvragen/${props.requestCode}`;
  const actions = actionsFor(placement, 'placer');
  const state = placementState(placement);
  return (
    <Page
      frame={frame}
      title={`Plaatsing ${placement.code}`}
      breadcrumbs={[FREE, { href: PATH, label: 'Onze plaatsingen' }]}
      status={<Conflict text={props.conflict} />}
    >
      <p>
        <StatusBadge {...stateBadge(placement, state)} />
      </p>
      <DataList
        facts={[
          ...(props.shelter ? [{ label: 'Opvang', value: props.shelter }] : []),
          ...(props.requestCode
            ? [{ label: 'Aanvraag', value: <Link href={requestHref}>{props.requestCode}</Link> }]
            : []),
          ...placementFacts(placement),
        ]}
      />
      {isGroundMissing(placement) ? (
        <Alert kind="warning" title="de grond ontbreekt nog">
          <p>
            Er staat nog niet bij voor welke aanvraag deze plek is, en dus ook geen toestemming of noodgeval. De plek
            blijft geblokkeerd. Wie er komt, kunt u pas doorgeven als dit vastligt.
          </p>
          <p>
            <ButtonLink href={`${path}/aanvraag`}>Leg vast voor wie en waarom</ButtonLink>
          </p>
        </Alert>
      ) : null}
      {isRunning(placement) ? <CallShelter contact={props.contact} /> : null}
      {placement.refusal === 'no-regional-tie' ? <NationalAccess /> : null}
      {state === 'refused' || state === 'lapsed' || state === 'no-show' ? (
        <p>
          <Link href={props.requestCode ? requestHref : '/plaatsen'}>
            {props.requestCode ? 'Zoek een andere plek vanuit de aanvraag' : 'Zoek een andere plek'}
          </Link>
        </p>
      ) : null}
      {placement.addressMessageId && ['accepted', 'under-way', 'arrived'].includes(state) ? (
        <Form frame={frame} action={`${path}/adres`} idempotencyKey={`${props.formKey}a`} label="Open het adres">
          <SubmitButton emphasis="secondary">Open het adres</SubmitButton>
        </Form>
      ) : placement.acceptedAt && isRunning(placement) ? (
        <Paragraph>Er is geen adres gestuurd. Bel de opvang en noem het kenmerk.</Paragraph>
      ) : null}
      {actions.includes('tell-guest') ? (
        <p>
          <Link href={`${path}/wie`}>Geef de opvang door wie er komt</Link>
        </p>
      ) : null}
      {props.requestCode && (state === 'arrived' || state === 'departed') ? (
        <p>
          <Link href={`${requestHref}/elders`}>
            Moet deze persoon naar een andere opvang? Zoek een plek met wat al bekend is
          </Link>
        </p>
      ) : null}
      {actions.includes('set-out') ? (
        <Form frame={frame} action={`${path}/onderweg`} idempotencyKey={`${props.formKey}o`} label="Onderweg">
          <HiddenField name="versie" value={String(placement.version)} />
          <Paragraph kind="small">
            {state === 'option' && placement.via === 'option'
              ? 'Is iemand onderweg, dan loopt de optie niet meer af.'
              : 'De opvang krijgt bericht dat er iemand komt.'}
          </Paragraph>
          <SubmitButton>De persoon is onderweg</SubmitButton>
        </Form>
      ) : null}
      {actions.includes('withdraw') ? (
        <Form frame={frame} action={`${path}/intrekken`} idempotencyKey={`${props.formKey}i`} label="Trek in">
          <HiddenField name="versie" value={String(placement.version)} />
          <SubmitButton emphasis="secondary">Niet meer nodig: geef de plek vrij</SubmitButton>
        </Form>
      ) : null}
      {props.place ? (
        <>
          <Heading level={2}>Wat de plek biedt</Heading>
          <DataList facts={featureFacts(props.place)} />
        </>
      ) : null}
    </Page>
  );
}

/** Where a place is. Whoever opens this stands in the log. */
export function AddressPage(props: { frame: PageFrame; placement: Placement; address: string | undefined }) {
  const { placement } = props;
  return (
    <Page
      frame={props.frame}
      title={`Adres bij plaatsing ${placement.code}`}
      breadcrumbs={[FREE, { href: `${PATH}/${placement.id}`, label: `Plaatsing ${placement.code}` }]}
    >
      {props.address ? (
        <>
          <DataList facts={[{ label: 'Adres', value: props.address }]} />
          <Paragraph>
            Geef dit alleen aan wie de persoon brengt. Zet het niet in een mail of bericht. Dat u het opende, staat in
            het logboek.
          </Paragraph>
        </>
      ) : (
        <Paragraph>Hier is geen adres te lezen. Bel de opvang en noem het kenmerk.</Paragraph>
      )}
    </Page>
  );
}
