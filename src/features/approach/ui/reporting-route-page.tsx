import { dutchDay, type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { withinSentence } from '../../../shared-kernel/within-sentence.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { addressOf } from '../../../ui/public-pages.ts';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Timeline } from '../../../ui/show/timeline.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import {
  isLineComplete,
  missingIn,
  type ReportingRoute,
  type RouteDrill,
  SITUATION_WORDS,
  SITUATIONS,
  WITHIN_WORDS,
} from '../domain/reporting-route.ts';

/** The route for reports as every colleague reads it: whom to go to in which situation, and when it was last tried. */
export function ReportingRoutePage(props: {
  readonly frame: PageFrame;
  readonly route: ReportingRoute | undefined;
  readonly drills: readonly RouteDrill[];
  readonly today: PlainDate;
  readonly saved: boolean;
  readonly mayWrite: boolean;
  readonly mayPrint: boolean;
}) {
  const { route, drills, today } = props;
  const open = <span class="ib-soft">nog niet vastgelegd</span>;
  return (
    <Page
      frame={props.frame}
      title="Meldroute"
      wide
      status={props.saved ? <Alert kind="ok" title="vastgelegd" /> : undefined}
      lead="Ziet of hoort u iets dat niet klopt? Hier staat naar wie u gaat. U hoeft niet zeker te zijn."
    >
      <Alert kind="warning" title="is iemand nu in gevaar? Bel 112">
        <p>
          Breng uzelf en de ander niet in gevaar, en spreek een mogelijke dader niet aan.{' '}
          <Link href="/meldingen/nieuw">Geef het daarna door als signaal</Link>.
        </p>
      </Alert>
      {route ? (
        <>
          <Standing route={route} today={today} />
          <Table
            caption="Wie pakt het op, hoe en wanneer"
            rows={SITUATIONS.map((situation) => ({
              situation,
              line: route.lines.find((line) => line.situation === situation),
            }))}
            rowKey={({ situation }) => situation}
            columns={[
              { header: 'Situatie', cell: ({ situation }) => SITUATION_WORDS[situation].title },
              { header: 'Naar wie', cell: ({ line }) => line?.who ?? open },
              { header: 'Hoe', cell: ({ line }) => line?.how ?? open },
              { header: 'Die pakt het op', cell: ({ line }) => (line?.within ? WITHIN_WORDS[line.within] : open) },
            ]}
          />
          <p class="ib-soft">
            Vastgelegd door {route.changedBy} op <DateText date={dutchDay(route.changedAt)} />. Opnieuw nakijken vóór{' '}
            <DateText date={route.validUntil} />.
          </p>
        </>
      ) : (
        <EmptyState
          title="De meldroute van uw gemeente staat niet in In Beeld"
          next={
            props.mayWrite ? undefined : (
              <>
                <ButtonLink href="/meldingen/nieuw">Geef een signaal door</ButtonLink>
                <ButtonLink href={addressOf('whoToCall', 'nl')}>Bekijk wie u kunt bellen</ButtonLink>
              </>
            )
          }
        >
          {props.mayWrite
            ? 'Misschien staat zij ergens anders, zoals op uw intranet. Leg hier per situatie vast wie het oppakt, hoe en wanneer (onderdeel K2.2). Dan vindt elke collega haar.'
            : 'Misschien staat zij ergens anders, zoals op uw intranet. Ga anders naar de aandachtsfunctionaris mensenhandel van uw gemeente, of naar uw teamleider.'}
        </EmptyState>
      )}
      {props.mayWrite ? (
        <ActionGroup>
          <ButtonLink href="/meldroute/wijzigen">{route ? 'Wijzig de meldroute' : 'Leg de meldroute vast'}</ButtonLink>
          {route?.lines.some(isLineComplete) ? (
            <ButtonLink href="/meldroute/oefening" emphasis="secondary">
              Leg een oefening vast
            </ButtonLink>
          ) : null}
        </ActionGroup>
      ) : null}
      {props.mayPrint ? (
        <BulletList
          items={[
            <Link key="a4" href="/aanpak/documenten/meldroute">
              Bekijk en print de meldroute op één A4
            </Link>,
            <Link key="borging" href="/aanpak/borging">
              Bekijk wat dit bewijst voor uw aanpak
            </Link>,
          ]}
        />
      ) : null}
      <Heading level={2}>Oefeningen</Heading>
      {drills.length === 0 ? (
        <EmptyState title="Er is nog geen oefening vastgelegd">
          Oefen met een verzonnen signaal. Eén oefening die werkt, telt een jaar als bewijs dat de meldroute wordt
          gebruikt.
        </EmptyState>
      ) : (
        <Timeline
          label="Oefeningen van de meldroute"
          items={drills.map((drill) => ({
            id: drill.id,
            at: drill.heldOn,
            by: drill.recordedBy,
            title: `${SITUATION_WORDS[drill.situation].title}: ${drill.hasWorked ? 'de meldroute werkte' : 'de meldroute werkte nog niet'}`,
            children: (
              <>
                <p>{drill.scenario}</p>
                {drill.toMend ? <p>Wat anders moet: {drill.toMend}</p> : null}
                {route && drill.routeVersion < route.version ? (
                  <p class="ib-soft">De meldroute is na deze oefening gewijzigd.</p>
                ) : null}
              </>
            ),
          }))}
        />
      )}
    </Page>
  );
}

function Standing({ route, today }: { readonly route: ReportingRoute; readonly today: PlainDate }) {
  const missing = missingIn(route.lines);
  if (route.validUntil <= today)
    return (
      <p>
        <StatusBadge kind="warning" label="Opnieuw nakijken" /> Dit had voor {writeDutchDate(route.validUntil)} opnieuw
        moeten worden nagekeken. Vraag na of het nog klopt.
      </p>
    );
  if (missing.length > 0)
    return (
      <p>
        <StatusBadge kind="warning" label="Nog niet compleet" /> Nog open:{' '}
        {missing.map((situation) => withinSentence(SITUATION_WORDS[situation].title)).join(', ')}. Pas als alles is
        ingevuld, telt de meldroute als bewijs.
      </p>
    );
  return (
    <p>
      <StatusBadge kind="ok" label="Compleet" /> Voor elke situatie staat er wie het oppakt, hoe en wanneer.
    </p>
  );
}
