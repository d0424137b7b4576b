import { MomentText } from '../../../ui/format/date-text.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import type { OwnBrought } from '../domain/brought.ts';
import type { MeetingSeen } from '../domain/meeting-seen.ts';
import { NOT_ON_AGENDA, OVERVIEW_PATH, RECEIVED_PATH } from './consultation-words.ts';
import { DeedButton } from './meeting-parts.tsx';

/** What participants brought in and waits for an answer of the chair. */
export function BroughtWaiting({ brought }: Pick<MeetingSeen, 'brought'>) {
  const waiting = brought.filter(({ isWaiting }) => isWaiting);
  if (waiting.length === 0) return null;
  return (
    <Alert kind="info" title={waiting.length === 1 ? 'er is een punt ingebracht' : 'er zijn punten ingebracht'}>
      <p>Lees het, en zet het op de agenda of laat weten waarom niet.</p>
      <ul>
        {waiting.map(({ id, from, aboutPerson, at }) => (
          <li key={id}>
            <Link href={`${OVERVIEW_PATH}/ingebracht/${id}`}>
              {aboutPerson ? 'Een persoon' : 'Een punt zonder persoon'}, van {from}
            </Link>
            , <MomentText instant={at} />
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** What one's own organisation brought in for the table of another, what became of it, and bringing something in. */
export function OwnBroughtSection(props: {
  frame: PageFrame;
  meetingId: string;
  brought: readonly OwnBrought[];
  isOver: boolean;
  formKey: string;
}) {
  const { brought, isOver } = props;
  if (isOver && brought.length === 0) return null;
  const own = `${RECEIVED_PATH}/${props.meetingId}`;
  return (
    <section class="ib-flow" aria-labelledby="ingebracht">
      <Heading level={2} id="ingebracht">
        Zelf iets inbrengen
      </Heading>
      {brought.length === 0 ? (
        <p class="utrecht-paragraph">
          Wilt u zelf iets bespreken? De voorzitter zet het op de agenda, of laat weten waarom niet.
        </p>
      ) : (
        brought.map((each) => <Own key={each.id} {...props} own={own} each={each} />)
      )}
      {isOver ? null : (
        <ActionGroup>
          <ButtonLink href={`${own}/punt`}>Breng een punt zonder persoon in</ButtonLink>
          <ButtonLink href={`${own}/persoon`}>Breng een persoon in</ButtonLink>
        </ActionGroup>
      )}
    </section>
  );
}

function Own({ frame, own, each, formKey }: { frame: PageFrame; own: string; each: OwnBrought; formKey: string }) {
  const { id, aboutPerson, topic, person, state } = each;
  const called = topic ?? (person ? `Over een persoon: ${person.called}` : aboutPerson ? 'Een persoon' : 'Een punt');
  const takeBack = (waarom: 'toestemming' | 'niet-nodig', label: string) => (
    <DeedButton
      frame={frame}
      action={`${own}/inbreng-intrekken`}
      formKey={`${formKey}${waarom[0]}${id.slice(-8)}`}
      label={`${label}: ${called}`}
      says={{ ingebrachtPunt: id, waarom }}
      emphasis="subtle"
    >
      {label}
    </DeedButton>
  );
  return (
    <div class="ib-flow">
      <Heading level={3}>{called}</Heading>
      <p class="utrecht-paragraph">
        {state === 'waiting' ? 'Wacht op antwoord van de voorzitter. Is het dringend? Bel.' : null}
        {state === 'accepted' ? 'De voorzitter zette dit op de agenda.' : null}
        {state === 'refused' ? `Niet op de agenda: ${NOT_ON_AGENDA[each.why ?? ''] ?? 'bel de voorzitter.'}` : null}
        {state === 'withdrawn' ? 'Ingetrokken. De voorzitter kan het niet meer lezen.' : null}
      </p>
      {state === 'waiting' || state === 'accepted' ? (
        <div class="utrecht-action-group">
          {takeBack('niet-nodig', 'Trek in')}
          {aboutPerson ? takeBack('toestemming', 'De toestemming is ingetrokken') : null}
        </div>
      ) : null}
    </div>
  );
}
