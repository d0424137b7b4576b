import type { ComponentChildren } from 'preact';
import { MomentText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';

export const PASSKEYS_PATH = '/sessies/sleutels';
export const PASSKEY_SIGN_IN_PATH = '/inloggen/sleutel';
const CRUMBS = [{ href: '/sessies', label: 'Waar u bent ingelogd' }] as const;

/** The question to a key, as the standard writes it. */
export interface PasskeyQuestion {
  readonly kind: 'use' | 'make';
  readonly question: object;
}

/** A form that a key answers before it is sent, and what to do when it cannot. */
export function PasskeyForm(props: {
  frame: PageFrame;
  action: string;
  formKey: string;
  label: string;
  asks: PasskeyQuestion;
  children: ComponentChildren;
}) {
  const ask = 'Vraag anders de beheerder van In Beeld in uw organisatie om hulp.';
  return (
    <>
      <noscript>
        <Alert kind="warning" title="een toegangssleutel werkt hier nu niet">
          <p>
            Uw browser voert geen scripts uit. Een toegangssleutel werkt alleen met scripts (JavaScript). Zet ze aan, of
            gebruik een andere browser. {ask}
          </p>
        </Alert>
      </noscript>
      <div data-passkey-says="missing" tabIndex={-1} hidden>
        <Alert kind="warning" title="deze browser kent geen toegangssleutels">
          <p>Gebruik een andere browser of een ander apparaat. {ask}</p>
        </Alert>
      </div>
      <div data-passkey-says="stopped" tabIndex={-1} hidden>
        <Alert kind="warning" title="er is geen toegangssleutel gebruikt">
          <p>
            U stopte, het duurde te lang, of dit apparaat heeft geen toegangssleutel voor In Beeld. Probeer het opnieuw.{' '}
            {ask}
          </p>
        </Alert>
      </div>
      <div data-passkey-says="known" tabIndex={-1} hidden>
        <Alert kind="warning" title="dit apparaat heeft al een toegangssleutel voor In Beeld">
          <p>Maak de nieuwe op een ander apparaat, of op een losse beveiligingssleutel.</p>
        </Alert>
      </div>
      <Form
        frame={props.frame}
        action={props.action}
        idempotencyKey={props.formKey}
        autocomplete="off"
        label={props.label}
        passkey={props.asks}
      >
        <HiddenField name="antwoord" value="" />
        {props.children}
      </Form>
      <script type="module" src={props.frame.assets.passkeyScript} />
    </>
  );
}

/** Asks the key of who signs in, or of who proves herself anew. */
export function UsePasskeyPage(props: { frame: PageFrame; formKey: string; asks: PasskeyQuestion; isStepUp: boolean }) {
  const { isStepUp } = props;
  return (
    <Page
      frame={props.frame}
      title={isStepUp ? 'Bewijs nog eens dat u het bent' : 'Inloggen met een toegangssleutel'}
      lead={
        isStepUp
          ? 'Voor deze stap vragen wij dat extra, zodat niemand hem op uw naam kan zetten. U komt daarna terug waar u was.'
          : 'Uw toegangssleutel (passkey) staat op uw apparaat, of op een losse beveiligingssleutel. U opent hem met uw vinger, uw gezicht of een code.'
      }
    >
      <PasskeyForm
        frame={props.frame}
        action={PASSKEY_SIGN_IN_PATH}
        formKey={props.formKey}
        label="Inloggen met een toegangssleutel"
        asks={props.asks}
      >
        <SubmitButton>Gebruik uw toegangssleutel</SubmitButton>
      </PasskeyForm>
      {isStepUp ? null : (
        <BulletList
          items={[
            'Uw naam of een wachtwoord vragen wij niet. De sleutel weet van wie hij is.',
            <>
              Hebt u een code gekregen en nog geen sleutel? <a href="/uitnodiging">Maak een toegangssleutel</a>.
            </>,
            'Bent u uw sleutel kwijt? Vraag de beheerder van In Beeld in uw organisatie. Die beëindigt uw rol en nodigt u opnieuw uit.',
          ]}
        />
      )}
    </Page>
  );
}

/** The field with which somebody tells her keys apart. */
export function PasskeyNameField(props: { values?: FieldValues | undefined; errors?: FieldErrors | undefined }) {
  return (
    <TextField
      {...props}
      name="naam"
      label="Hoe noemt u deze sleutel?"
      description="Bijvoorbeeld: laptop van het werk. Zo herkent u hem later."
      width="medium"
    />
  );
}

interface PasskeyRow {
  readonly id: string;
  readonly name: string;
  readonly madeAt: Date;
  readonly lastUsedAt: Date | undefined;
  readonly blockedAt: Date | undefined;
}

/** The keys with which somebody signs in, each to be removed but the last. */
export function OwnPasskeysPage(props: {
  frame: PageFrame;
  keys: readonly PasskeyRow[];
  formKey: () => string;
  /** Why she needs none here; undefined for who signs in with a key. */
  unneeded: 'demo' | 'provider' | undefined;
  told: 'first' | 'added' | 'removed' | undefined;
  errors?: FieldErrors | undefined;
}) {
  const { frame, keys } = props;
  const usable = keys.filter(({ blockedAt }) => blockedAt === undefined).length;
  return (
    <Page
      frame={frame}
      title="Uw toegangssleutels"
      wide
      breadcrumbs={CRUMBS}
      errors={props.errors}
      lead="Met een toegangssleutel (passkey) logt u in. Bewaar er twee op verschillende plekken: raakt er een weg, dan komt u nog binnen."
      status={TOLD[props.told ?? 'nothing']}
    >
      {props.unneeded ? (
        <EmptyState title="U hebt hier geen toegangssleutel nodig">
          {props.unneeded === 'demo'
            ? 'Dit is een voorbeeldomgeving. U kiest zelf welke rol u wilt bekijken.'
            : 'U logt in met het account van uw werk.'}
        </EmptyState>
      ) : (
        <>
          {usable === 1 ? (
            <Alert kind="warning" title="u hebt één sleutel">
              <p>Raakt u hem kwijt, dan moet uw organisatie u opnieuw uitnodigen. Maak er nu een tweede bij.</p>
            </Alert>
          ) : null}
          <p>
            <ButtonLink href={`${PASSKEYS_PATH}/nieuw`} emphasis="secondary">
              Maak een toegangssleutel erbij
            </ButtonLink>
          </p>
          <Table
            caption={`Uw toegangssleutels: ${keys.length}`}
            rows={keys}
            rowKey={({ id }) => id}
            columns={[
              { header: 'Naam', cell: ({ name }) => name },
              { header: 'Gemaakt', cell: ({ madeAt }) => <MomentText instant={madeAt} /> },
              {
                header: 'Laatst gebruikt',
                cell: ({ lastUsedAt }) => (lastUsedAt ? <MomentText instant={lastUsedAt} /> : 'nog niet'),
              },
              {
                header: 'Stand',
                cell: ({ blockedAt }) =>
                  blockedAt ? (
                    <StatusBadge kind="error" label="geblokkeerd: misschien bestaat er een kopie" />
                  ) : (
                    <StatusBadge kind="ok" label="werkt" />
                  ),
              },
              {
                header: 'Actie',
                sortable: false,
                cell: ({ id, name, blockedAt }) =>
                  usable > 1 || blockedAt ? (
                    <Form
                      frame={frame}
                      action={`${PASSKEYS_PATH}/weg`}
                      idempotencyKey={props.formKey()}
                      label={`Verwijder ${name}`}
                    >
                      <HiddenField name="toegangssleutel" value={id} />
                      <SubmitButton emphasis="secondary">
                        Verwijder<span class="ib-hidden">{`: ${name}`}</span>
                      </SubmitButton>
                    </Form>
                  ) : (
                    'Dit is uw enige sleutel'
                  ),
              },
            ]}
          />
          <Paragraph>
            Maakt of verwijdert u een sleutel, dan wordt u op uw andere apparaten uitgelogd. Is een sleutel weg of
            gestolen? Verwijder hem hier, en meld het de beheerder van uw organisatie.
          </Paragraph>
        </>
      )}
    </Page>
  );
}

const TOLD = {
  nothing: undefined,
  first: (
    <Alert kind="ok" title="u bent binnen">
      <p>Voortaan logt u in met deze toegangssleutel. De code hebt u niet meer nodig; hij werkt niet meer.</p>
    </Alert>
  ),
  added: (
    <Alert kind="ok" title="de toegangssleutel is gemaakt">
      <p>U kunt er nu mee inloggen.</p>
    </Alert>
  ),
  removed: (
    <Alert kind="ok" title="de toegangssleutel is verwijderd">
      <p>Niemand komt er nog mee binnen. Verwijder hem ook van uw apparaat.</p>
    </Alert>
  ),
} as const;

/** Makes one more key. */
export function NewPasskeyPage(props: {
  frame: PageFrame;
  formKey: string;
  asks: PasskeyQuestion;
  values?: FieldValues | undefined;
  errors?: FieldErrors | undefined;
}) {
  return (
    <Page
      frame={props.frame}
      title="Maak een toegangssleutel erbij"
      lead="Kies straks een ander apparaat of een losse beveiligingssleutel dan die u al hebt."
      breadcrumbs={[...CRUMBS, { href: PASSKEYS_PATH, label: 'Uw toegangssleutels' }]}
      errors={props.errors}
    >
      <PasskeyForm
        frame={props.frame}
        action={`${PASSKEYS_PATH}/nieuw`}
        formKey={props.formKey}
        label="Een toegangssleutel maken"
        asks={props.asks}
      >
        <PasskeyNameField values={props.values} errors={props.errors} />
        <SubmitButton>Maak de toegangssleutel</SubmitButton>
      </PasskeyForm>
    </Page>
  );
}
