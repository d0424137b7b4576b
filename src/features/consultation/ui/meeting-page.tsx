import { DateText, MomentText } from '../../../ui/format/date-text.tsx';
import { NumberText } from '../../../ui/format/number-text.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import type { ShownRemark } from '../../../ui/show/remarks.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import type { MeetingSeen } from '../domain/meeting-seen.ts';
import { BroughtWaiting } from './brought-sections.tsx';
import {
  BRING_ELSEWHERE,
  CANCELLED,
  FAILED_WORDS,
  KIND_WORDS,
  OVERVIEW_PATH,
  OVERVIEW_TITLE,
  STATE_WORDS,
  TYPE_WORDS,
} from './consultation-words.ts';
import { conflictAlert, factsOf } from './meeting-parts.tsx';
import { AgendaSection, OutcomeSection, TableSection } from './meeting-sections.tsx';

/** A consultation: all of it for the chair, the own part for a colleague at the table. */
export function MeetingPage(props: {
  frame: PageFrame;
  view: MeetingSeen;
  /** What was said about actions of other organisations, by action. */
  remarks: ReadonlyMap<string, readonly ShownRemark[]>;
  formKey: string;
  conflict?: string | undefined;
}) {
  const { frame, view, formKey } = props;
  const { meeting, isChair, participants } = view;
  const nameOf = (id: string | undefined) => participants.find((each) => each.id === id)?.name;
  return (
    <Page
      frame={frame}
      title={meeting.title}
      wide
      breadcrumbs={[{ href: OVERVIEW_PATH, label: OVERVIEW_TITLE }]}
      status={conflictAlert(props.conflict)}
    >
      <Facts view={view} />
      {isChair ? null : (
        <p class="utrecht-paragraph">
          De voorzitter is een collega van u. Wilt u iets inbrengen, of iets zeggen over een actie? Spreek of bel{' '}
          {meeting.chairName}; zet geen namen in een gewone e-mail.
        </p>
      )}
      {isChair ? <Warnings view={view} nameOf={nameOf} /> : null}
      {isChair ? <BroughtWaiting brought={view.brought} /> : null}
      {isChair ? <Steps frame={frame} view={view} formKey={formKey} /> : null}
      {isChair ? <TableSection frame={frame} view={view} formKey={formKey} /> : null}
      <AgendaSection frame={frame} view={view} formKey={formKey} />
      <OutcomeSection frame={frame} view={view} formKey={formKey} remarks={props.remarks} />
      {isChair && view.turnedAway.length > 0 ? <TurnedAwaySection view={view} /> : null}
    </Page>
  );
}

function Facts({ view }: { view: MeetingSeen }) {
  const { meeting, covenant, keptUntil } = view;
  return (
    <DataList
      facts={[
        { label: 'Soort', value: KIND_WORDS[meeting.kind].label },
        { label: 'Stand', value: <StatusBadge {...(meeting.cancelledAt ? CANCELLED : STATE_WORDS[meeting.state])} /> },
        ...factsOf(meeting),
        ...(covenant ? [{ label: 'Convenant', value: covenant.title }] : []),
        {
          label: 'Bewaard tot',
          value: (
            <>
              <DateText date={keptUntil.on} />
              {keptUntil.isProposal
                ? ' (voorstel van In Beeld; uw FG stelde nog geen termijn vast)'
                : meeting.closedAt
                  ? ''
                  : ' (telt opnieuw vanaf het sluiten)'}
            </>
          ),
        },
      ]}
    />
  );
}

function Warnings({ view, nameOf }: { view: MeetingSeen; nameOf: (id: string | undefined) => string | undefined }) {
  const { meeting, enforcement, covenantHolds, failed } = view;
  const said = new Set(
    failed.map(
      ({ participantId, failed: why }) =>
        `${nameOf(participantId)}: ${FAILED_WORDS[why ?? ''] ?? 'het kon niet worden verstuurd'}.`,
    ),
  );
  return (
    <>
      {enforcement.length > 0 && meeting.state !== 'closed' ? (
        <Alert kind="warning" title={`aan tafel: ${enforcement.map((type) => TYPE_WORDS[type]).join(', ')}`}>
          <p>{BRING_ELSEWHERE}</p>
        </Alert>
      ) : null}
      {meeting.kind === 'care' && !covenantHolds && meeting.state !== 'closed' ? (
        <Alert kind="warning" title="het convenant geldt niet meer">
          <p>Er kan geen nieuwe persoon op de agenda. Wat al is gedeeld en afgesproken, gaat gewoon door.</p>
        </Alert>
      ) : null}
      {failed.length > 0 ? (
        <Alert kind="warning" title="niet alles kon worden verstuurd">
          <ul>
            {[...said].slice(0, 12).map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
          {meeting.state === 'closed' ? (
            <p>Laat deze deelnemer zelf weten wat er is afgesproken.</p>
          ) : (
            <p>
              Geef deze deelnemer de agenda op papier, of herstel de afspraak onder{' '}
              <Link href="/samenwerken/afspraken">Afspraken</Link> en verstuur opnieuw.
            </p>
          )}
        </Alert>
      ) : null}
    </>
  );
}

/** What the chair does next, one primary step at a time. */
function Steps({ frame, view, formKey }: { frame: PageFrame; view: MeetingSeen; formKey: string }) {
  const { meeting, participants, unsent, failed } = view;
  const own = `${OVERVIEW_PATH}/${meeting.id}`;
  if (meeting.state === 'closed')
    return (
      <ActionGroup>
        <ButtonLink href={`${own}/verslag.docx`}>Verslag in Word</ButtonLink>
      </ActionGroup>
    );
  const waits = unsent + failed.length;
  const mayInvite = participants.some(({ removedAt }) => !removedAt) && waits > 0;
  return (
    <section class="ib-flow" aria-labelledby="stappen">
      <Heading level={2} id="stappen">
        Wat nu
      </Heading>
      {waits > 0 ? (
        <p class="utrecht-paragraph">
          Er {waits === 1 ? 'wacht' : 'wachten'} <NumberText value={waits} /> {waits === 1 ? 'stuk' : 'stukken'} op
          verzending. Iedere deelnemer krijgt alleen het eigen deel; de e-mail zegt alleen dat er iets klaarstaat.
        </p>
      ) : null}
      <div class="utrecht-action-group">
        {mayInvite ? (
          <Form frame={frame} action={`${own}/versturen`} idempotencyKey={`${formKey}v`} label="Versturen">
            <SubmitButton>{meeting.invitedAt ? 'Verstuur wat wacht' : 'Verstuur de uitnodigingen'}</SubmitButton>
          </Form>
        ) : null}
        {meeting.state === 'planned' ? (
          <Form frame={frame} action={`${own}/openen`} idempotencyKey={`${formKey}o`} label="Openen">
            <HiddenField name="versie" value={String(meeting.version)} />
            <SubmitButton emphasis="secondary">Open het overleg</SubmitButton>
          </Form>
        ) : (
          <>
            <ButtonLink href={`${own}/vastleggen`}>Leg een besluit of actie vast</ButtonLink>
            <Form frame={frame} action={`${own}/sluiten`} idempotencyKey={`${formKey}s`} label="Sluiten">
              <HiddenField name="versie" value={String(meeting.version)} />
              <SubmitButton emphasis="secondary">Sluit het overleg</SubmitButton>
            </Form>
          </>
        )}
      </div>
      <p class="utrecht-paragraph">
        <Link href={`${own}/verslag.docx`}>Verslag in Word</Link>.{' '}
        {meeting.state === 'planned' ? (
          <>
            Kunt u er niet bij zijn, of gaat het niet door?{' '}
            <Link href={`${own}/overdragen`}>Draag het over of zeg het af</Link>.
          </>
        ) : (
          <>
            Moet u weg? <Link href={`${own}/overdragen`}>Draag het voorzitten over</Link>.
          </>
        )}
      </p>
    </section>
  );
}

function TurnedAwaySection({ view }: { view: MeetingSeen }) {
  return (
    <section class="ib-flow" aria-labelledby="verwezen">
      <Heading level={2} id="verwezen">
        Hoorde hier niet
      </Heading>
      <ul>
        {view.turnedAway.map(({ id, what, types, at, byName }) => (
          <li key={id}>
            <MomentText instant={at} />: {what === 'person' ? 'een persoon' : 'een deelnemer'} (
            {types.map((type) => TYPE_WORDS[type]).join(', ')}), door {byName}. Verwezen naar het Zorg- en
            Veiligheidshuis of het RIEC; meer is niet bewaard.
          </li>
        ))}
      </ul>
    </section>
  );
}
