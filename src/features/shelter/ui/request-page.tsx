import { daysBetween, dutchDay, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText, MomentText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { MainAndAside } from '../../../ui/show/main-and-aside.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import { PhoneLink } from '../../../ui/text/phone-link.tsx';
import { type Condition, type Offer, SHOWN_OFFERS } from '../domain/match.ts';
import type { Needs } from '../domain/needs.ts';
import { AUTHORITY, isPlacedByCoMensha, isStale } from '../domain/place.ts';
import { type Placement, placementState } from '../domain/placement.ts';
import type { PlaceRequest, RequestContent } from '../domain/request.ts';
import { type RightsEdition, routeFor } from '../domain/rights.ts';
import { CallGuardian } from './call-guardian.tsx';
import { Decided, type ShownDecision } from './decided.tsx';
import { Conflict } from './own-placement-pages.tsx';
import { stateBadge } from './placement-words.ts';
import { CloseRequestForm } from './request-pages.tsx';
import { CONDITION_WORDS, needsFacts, OUTCOME_WORDS, reasons, requestState, URGENCY_WORDS } from './request-words.ts';
import { AUTHORITY_WORDS, choicesOf, nothingFound, placesWord, regionWord, TYPE_WORDS } from './shelter-words.ts';

const PATH = '/plaatsen/aanvragen';
export const trailOf = (code?: string) => [
  { href: '/plaatsen', label: 'Vrije plekken' },
  { href: PATH, label: 'Aanvragen' },
  ...(code ? [{ href: `${PATH}/${code}`, label: `Aanvraag ${code}` }] : []),
];

/** One request: what somebody needs, which places fit, and what was chosen for what reason. */
export function RequestPage(props: {
  frame: PageFrame;
  request: PlaceRequest;
  content: RequestContent;
  /** What it rests on was taken back. */
  isGone: boolean;
  edition: RightsEdition;
  offers: readonly Offer[];
  /** Beside each offer: other open requests that it suits too, without an order. */
  competing: readonly (readonly string[])[];
  keptOut: readonly { readonly condition: Condition; readonly places: number }[];
  stays: readonly Placement[];
  decisions: readonly ShownDecision[];
  today: PlainDate;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  conflict?: string | undefined;
}) {
  const { frame, request, content, edition, stays } = props;
  const isPlaced = stays.some((each) => ['accepted', 'under-way', 'arrived'].includes(placementState(each)));
  const isOpen = request.closedAt === undefined;
  return (
    <Page
      frame={frame}
      title={`Aanvraag ${request.code}`}
      wide
      breadcrumbs={trailOf()}
      errors={props.errors}
      status={<Conflict text={props.conflict} />}
    >
      <p>
        <StatusBadge {...requestState(request, isPlaced)} />{' '}
        {request.ground === 'vital-interest' ? (
          <StatusBadge
            kind="warning"
            label={request.checkedByName ? 'noodgeval, een collega keek mee' : 'noodgeval, zonder toestemming'}
          />
        ) : null}
      </p>
      <MainAndAside
        asideLabel="Wat nodig is"
        aside={
          <>
            <Heading level={2}>Wat nodig is</Heading>
            <DataList
              facts={[
                { label: 'Hoe snel', value: URGENCY_WORDS[request.urgency].label },
                {
                  label: 'Nachten',
                  value: (
                    <>
                      <DateText date={request.from} /> tot <DateText date={request.until} />
                    </>
                  ),
                },
                ...needsFacts(content.needs, edition),
                { label: 'Bel wie het vroeg', value: content.callBack },
                { label: 'Gevraagd', value: <MomentText instant={request.openedAt} /> },
                { label: 'Door', value: request.openedByName },
              ]}
            />
            {isOpen ? (
              <p>
                <Link href={`${PATH}/${request.code}/wijzigen`}>Wijzig wat nodig is</Link>
              </p>
            ) : null}
          </>
        }
      >
        {props.isGone && isOpen ? (
          <Alert kind="warning" title="de toestemming is ingetrokken">
            <p>Zoek niet verder. Trek opties in, en sluit de aanvraag.</p>
          </Alert>
        ) : null}
        {stays.length > 0 ? <Stays stays={stays} /> : null}
        {isOpen && !props.isGone ? <Offers {...props} /> : null}
        {props.decisions.length > 0 ? (
          <>
            <Heading level={2}>Wat wij kozen, en waarom</Heading>
            {props.decisions.map((decision) => (
              <Decided key={decision.id} decision={decision} edition={edition} stays={stays} />
            ))}
          </>
        ) : null}
        {isOpen ? (
          <>
            <Heading level={2}>Klaar?</Heading>
            <CloseRequestForm
              frame={frame}
              code={request.code}
              version={request.version}
              choices={choicesOf(OUTCOME_WORDS)}
              formKey={props.formKey}
              values={props.values}
              errors={props.errors}
            />
          </>
        ) : null}
      </MainAndAside>
    </Page>
  );
}

function Stays({ stays }: { stays: readonly Placement[] }) {
  return (
    <>
      <Heading level={2}>Gevraagd bij een opvang</Heading>
      <Table
        caption={stays.length === 1 ? '1 plaatsing' : `${stays.length} plaatsingen`}
        rows={stays}
        rowKey={({ id }) => id}
        columns={[
          {
            header: 'Plaatsing',
            cell: ({ id, code }) => <Link href={`/plaatsen/plaatsingen/${id}`}>{code}</Link>,
          },
          { header: 'Gevraagd', kind: 'date', cell: ({ reservedAt }) => <MomentText instant={reservedAt} /> },
          { header: 'Stand', cell: (stay) => <StatusBadge {...stateBadge(stay, placementState(stay))} /> },
        ]}
      />
    </>
  );
}

function Offers(props: {
  request: PlaceRequest;
  content: RequestContent;
  edition: RightsEdition;
  offers: readonly Offer[];
  competing: readonly (readonly string[])[];
  keptOut: readonly { readonly condition: Condition; readonly places: number }[];
  today: PlainDate;
}) {
  const { request, offers, today } = props;
  const route = routeFor(props.edition, props.content.needs.position);
  if (request.types.length === 0)
    return (
      <Alert kind="warning" title={nothingFound(props.content.needs.position)}>
        <p>{route.say}</p>
        <p>
          <Link href="/plaatsen/vannacht">Wie belt u vannacht?</Link>
        </p>
        <p class="ib-soft">
          Bron: {route.source}.{route.verifiedOn === null ? ' Nog te verifiëren.' : ''}
        </p>
      </Alert>
    );
  return (
    <>
      <Heading level={2}>Plekken die passen</Heading>
      <Paragraph>{route.say}</Paragraph>
      <CallGuardian route={route} />
      {request.until <= today ? (
        <Alert kind="warning" title="De nachten die zijn gevraagd, zijn voorbij">
          <p>
            <Link href={`${PATH}/${request.code}/wijzigen`}>Wijzig tot wanneer de plek nodig is</Link>, of sluit de
            aanvraag.
          </p>
        </Alert>
      ) : offers.length === 0 ? (
        <NothingFits keptOut={props.keptOut} />
      ) : (
        <ol class="ib-flow">
          {offers.slice(0, SHOWN_OFFERS).map((offer, index) => (
            <li key={offer.places[0]!.id}>
              <OfferLine
                offer={offer}
                code={request.code}
                needs={props.content.needs}
                competing={props.competing[index] ?? []}
                today={today}
              />
            </li>
          ))}
        </ol>
      )}
      {offers.length > SHOWN_OFFERS ? (
        <Paragraph>
          Er passen nog <data value={offers.length - SHOWN_OFFERS}>{offers.length - SHOWN_OFFERS}</data> plekken. Zeg
          liever wat de persoon wil; dan staat de beste bovenaan.
        </Paragraph>
      ) : null}
      <Paragraph kind="small">
        De lijst zet plekken op volgorde voor deze ene persoon: eerst waar het meeste kan wat liever is, dan waar de
        opvang het laatst van zich liet horen. Mensen zetten wij nooit op volgorde.
      </Paragraph>
    </>
  );
}

function OfferLine(props: {
  offer: Offer;
  code: string;
  needs: Needs;
  competing: readonly string[];
  today: PlainDate;
}) {
  const { offer, today } = props;
  const [place] = offer.places;
  const numbers = offer.places.map(({ number }) => number).join(', ');
  const name = `${offer.organisationName}, ${offer.places.length === 1 ? 'plek' : 'plekken'} ${numbers}`;
  const checkedOn = offer.checkedAt ? dutchDay(offer.checkedAt) : undefined;
  return (
    <>
      <p>
        {isPlacedByCoMensha(place!.type) ? (
          <Link href={`${PATH}/${props.code}/kies?${new URLSearchParams({ plek: place!.id }).toString()}`}>{name}</Link>
        ) : (
          name
        )}{' '}
        {isStale(checkedOn, today, daysBetween) ? <StatusBadge kind="warning" label="bel eerst" /> : null}{' '}
        {offer.contact ? <PhoneLink number={offer.contact.number} isSure /> : null}
      </p>
      <BulletList
        items={[
          `${TYPE_WORDS[place!.type].label}, ${regionWord(place!.region)}`,
          ...(isPlacedByCoMensha(place!.type) ? [] : [AUTHORITY_WORDS[AUTHORITY[place!.type]]]),
          ...(offer.places.length > 1 ? [`${placesWord(offer.places.length)} in één huis samen`] : []),
          ...reasons(offer, props.needs),
          ...(offer.takenFrom ? ['daarna aan een ander gegeven'] : []),
        ]}
      />
      {props.competing.length > 0 ? (
        <p>
          <StatusBadge kind="info" label="past ook bij een andere aanvraag" />{' '}
          {props.competing.map((code, index) => (
            <>
              {index > 0 ? ', ' : ''}
              <Link href={`${PATH}/${code}`}>{code}</Link>
            </>
          ))}
        </p>
      ) : null}
    </>
  );
}

function NothingFits(props: { keptOut: readonly { readonly condition: Condition; readonly places: number }[] }) {
  return (
    <Alert kind="warning" title="niets vrij dat past: bel">
      <p>
        Bel de opvang, ook als zij vol lijkt. Een plek die u aan de telefoon vindt, legt u vast bij{' '}
        <Link href="/plaatsen">de vrije plekken</Link>; daarna koppelt u haar aan deze aanvraag.{' '}
        <Link href="/plaatsen/vannacht">Wie belt u?</Link>
      </p>
      {props.keptOut.length > 0 ? (
        <>
          <p>Dit houdt vrije plekken alleen tegen:</p>
          <BulletList
            items={props.keptOut.map(({ condition, places }) => `${placesWord(places)}: ${CONDITION_WORDS[condition]}`)}
          />
        </>
      ) : null}
      <p>Dat er niets was, telt mee in de cijfers over wat er ontbreekt.</p>
    </Alert>
  );
}
