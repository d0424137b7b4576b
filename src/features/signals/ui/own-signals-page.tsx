import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import { SIGNAL_ROLES } from '../domain/catalogue.ts';
import { besideTheCatalogue, type OwnSignal } from '../domain/own-signal.ts';
import { SIGNAL_ROLE_NAMES } from './catalogue-texts.ts';
import { NEW_OWN_SIGNAL_PATH, OWN_CARD_PATH, OWN_SIGNALS_PATH, OWN_SIGNALS_TITLE } from './own-signal-words.ts';
import { SignalLine } from './signal-line.tsx';

/** The signals that the reader's municipality added, and the cards on which they stand. */
export function OwnSignalsPage(props: {
  frame: PageFrame;
  municipality: string;
  signals: readonly OwnSignal[];
  mayWrite: boolean;
  /** One key a signal, for the button that takes it away. */
  withdrawKeys: readonly string[];
  saved: 'kept' | 'withdrawn' | undefined;
}) {
  const { frame, municipality, signals } = props;
  const works = SIGNAL_ROLES.filter((role) => signals.some(({ roles }) => roles.includes(role)));
  const add = <ButtonLink href={NEW_OWN_SIGNAL_PATH}>Voeg een signaal toe</ButtonLink>;
  return (
    <Page
      frame={frame}
      title={OWN_SIGNALS_TITLE}
      lead={`Wat alleen hier speelt. ${municipality} voegde het zelf toe; niemand anders ziet het.`}
      status={
        props.saved ? (
          <Alert kind="ok">
            <p>{props.saved === 'kept' ? 'Het signaal staat erin.' : 'Het signaal is weggehaald.'}</p>
          </Alert>
        ) : undefined
      }
    >
      {signals.length === 0 ? (
        <EmptyState
          title="Uw gemeente voegde nog geen signaal toe"
          next={props.mayWrite ? add : <ButtonLink href="/signalen">Alle signalen</ButtonLink>}
        >
          Is er hier iets te zien dat niet in de catalogus staat, zoals in de haven of op een vakantiepark?
          {props.mayWrite ? '' : ' Vertel het aan de aandachtsfunctionaris van uw gemeente.'}
        </EmptyState>
      ) : (
        <>
          {props.mayWrite ? <ActionGroup>{add}</ActionGroup> : null}
          <ul class="ib-tasks">
            {signals.map((signal, index) => (
              <SignalLine
                signal={besideTheCatalogue(signal, municipality)}
                words="Woorden van uw gemeente"
                key={signal.id}
              >
                {props.mayWrite ? (
                  <Form
                    frame={frame}
                    action={`${OWN_SIGNALS_PATH}/weghalen`}
                    idempotencyKey={props.withdrawKeys[index] ?? ''}
                    label={`Haal weg: ${signal.what}`}
                  >
                    <HiddenField name="eigenSignaal" value={signal.id} />
                    <SubmitButton emphasis="subtle">
                      Haal weg<span class="ib-hidden">{`: ${signal.what}`}</span>
                    </SubmitButton>
                  </Form>
                ) : null}
              </SignalLine>
            ))}
          </ul>
          <Heading level={2}>Kaarten waarop dit staat</Heading>
          <Paragraph>De kaart van uw werk, met de signalen van uw gemeente erbij.</Paragraph>
          <BulletList
            items={works.flatMap((role) =>
              (['a4', 'a6'] as const).map((fold) => (
                <Link href={`${OWN_CARD_PATH}?rol=${role}&vouw=${fold}`} key={`${role} ${fold}`}>
                  {`${SIGNAL_ROLE_NAMES.nl[role]}, ${fold === 'a4' ? 'A4' : 'A6, om te vouwen'} (PDF)`}
                </Link>
              )),
            )}
          />
        </>
      )}
      <Paragraph>
        <Link href="/signalen">Alle signalen</Link>
      </Paragraph>
    </Page>
  );
}
