import { Checkbox, Checkboxes } from '../../../ui/forms/checkboxes.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { CARE_AGES, CARE_FORMS, CARE_GENDERS } from '../domain/need.ts';
import { lastDayOf, type Offer, type OfferStanding } from '../domain/offer.ts';
import { AGE_WORDS, choicesOf, FORM_WORDS, GENDER_WORDS } from './care-words.ts';
import { OfferFacts } from './offer-facts.tsx';

/** Writing an offer down, or looking after one that is there: confirm, change, end. */
export function OfferPage(props: {
  frame: PageFrame;
  /** Undefined for a new one. */
  current: { readonly offer: Offer; readonly standing: OfferStanding } | undefined;
  /** What the municipalities object. */
  objections: readonly { readonly municipality: string; readonly reason: string }[];
  regions: readonly { readonly code: string; readonly name: string }[];
  values: FieldValues;
  errors: FieldErrors;
  formKey: string;
  isConfirmed: boolean;
}) {
  const { frame, current, errors } = props;
  const offer = current?.offer;
  const goesOn = offer === undefined || offer.endedOn === undefined;
  return (
    <Page
      frame={frame}
      title={offer ? offer.name : 'Aanbod toevoegen'}
      errors={errors}
      breadcrumbs={[{ href: '/netwerk/aanbod', label: 'Ons aanbod' }]}
      status={
        props.isConfirmed ? (
          <Alert kind="ok">
            <p>Bevestigd. Over zes maanden vragen we het opnieuw.</p>
          </Alert>
        ) : undefined
      }
    >
      {current ? (
        <>
          {props.objections.map(({ municipality, reason }) => (
            <Alert kind="warning" title={`${municipality} zegt dat dit niet klopt`} key={municipality}>
              <p>{reason}</p>
              <p>Bel de gemeente. Wijzig uw aanbod, of vraag de gemeente haar bezwaar in te trekken.</p>
            </Alert>
          ))}
          <OfferFacts offer={current.offer} standing={current.standing} level={3} />
          {lastDayOf(current.offer) ? (
            <>
              <Paragraph>
                Uw gemeenten zien op hun eerste pagina dat dit stopt. Stuur hun ook een brief: hier is een begin.
              </Paragraph>
              <p>
                <ButtonLink href={`/netwerk/aanbod/${current.offer.id}/brief.docx`}>
                  Brief aan de gemeenten (Word)
                </ButtonLink>
              </p>
            </>
          ) : null}
          {goesOn ? (
            <Form
              frame={frame}
              action={`/netwerk/aanbod/${current.offer.id}/bevestigen`}
              idempotencyKey={`${props.formKey}b`}
              label="Bevestig het aanbod"
            >
              <SubmitButton>Alles klopt nog</SubmitButton>
            </Form>
          ) : null}
          {goesOn ? <Heading level={2}>Wijzigen</Heading> : null}
        </>
      ) : null}
      {goesOn ? (
        <OfferForm {...props} />
      ) : (
        <>
          <Paragraph>U hebt dit aanbod beëindigd. Gaat u toch door? Voeg het dan opnieuw toe.</Paragraph>
          <p>
            <ButtonLink href="/netwerk/aanbod/nieuw">Voeg aanbod toe</ButtonLink>
          </p>
        </>
      )}
      {offer && goesOn ? (
        <>
          <Heading level={2}>Stoppen</Heading>
          <Paragraph>
            Stopt u ermee? Dan staat vanaf die dag bij uw gemeenten dat er niemand is, tot een ander het overneemt.
          </Paragraph>
          <Form
            frame={frame}
            action={`/netwerk/aanbod/${offer.id}/beeindigen`}
            idempotencyKey={`${props.formKey}e`}
            label="Beëindig het aanbod"
          >
            <HiddenField name="versie" value={String(offer.version)} />
            <DateField
              name="stoptOp"
              label="Eerste dag waarop u dit niet meer doet"
              values={props.values}
              errors={errors}
            />
            <SubmitButton emphasis="secondary">Beëindig dit aanbod</SubmitButton>
          </Form>
        </>
      ) : null}
    </Page>
  );
}

function OfferForm(props: Parameters<typeof OfferPage>[0]) {
  const { frame, current, values, errors } = props;
  const field = { values, errors } as const;
  return (
    <Form
      frame={frame}
      action={current ? `/netwerk/aanbod/${current.offer.id}` : '/netwerk/aanbod'}
      idempotencyKey={props.formKey}
      label={current ? 'Wijzig het aanbod' : 'Voeg aanbod toe'}
    >
      {current ? <HiddenField name="versie" value={String(values.versie ?? current.offer.version)} /> : null}
      <TextField {...field} name="naam" label="Naam" description="Bijvoorbeeld: Zorgcoördinatie mannen." />
      <SelectField
        {...field}
        name="regio"
        label="Alle gemeenten van een regio"
        optional
        placeholder="Geen hele regio"
        description="Wij vullen de gemeenten van nu in."
        choices={props.regions.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <TextArea
        {...field}
        name="gemeenten"
        label="Gemeenten"
        optional="niet nodig als u een regio koos"
        description="Namen of codes, met komma’s ertussen of onder elkaar. Bijvoorbeeld: Groningen, Assen."
        rows={4}
      />
      <Checkboxes {...field} name="vormen" label="Voor welke vormen?" choices={choicesOf(CARE_FORMS, FORM_WORDS)} />
      <Checkboxes
        {...field}
        name="leeftijden"
        label="Voor welke leeftijden?"
        choices={choicesOf(CARE_AGES, AGE_WORDS)}
      />
      <Checkboxes {...field} name="geslachten" label="Voor wie?" choices={choicesOf(CARE_GENDERS, GENDER_WORDS)} />
      <TextField
        {...field}
        name="talen"
        label="Talen"
        optional
        description="Welke talen spreekt u zelf, zonder tolk? Met komma’s ertussen."
      />
      <TextField
        {...field}
        name="telefoon"
        label="Telefoonnummer"
        type="tel"
        width="medium"
        description="Van de organisatie, niet van een persoon."
      />
      <Checkbox
        {...field}
        name="openbaar"
        label="Inwoners mogen dit nummer ook zien"
        description="Op de openbare pagina van de gemeente, met de uren. Het nummer voor buiten die uren staat daar nooit."
      />
      <Radios
        {...field}
        name="bereikbaar"
        label="Wanneer neemt er iemand op?"
        choices={[
          { value: 'werkdagen', label: 'Op werkdagen, tussen vaste tijden' },
          { value: 'altijd', label: 'Dag en nacht' },
        ]}
      />
      <TextField
        {...field}
        name="vanaf"
        label="Vanaf"
        optional="alleen bij vaste tijden"
        width="short"
        description="Bijvoorbeeld 09:00."
      />
      <TextField
        {...field}
        name="tot"
        label="Tot"
        optional="alleen bij vaste tijden"
        width="short"
        description="Bijvoorbeeld 17:00."
      />
      <TextField
        {...field}
        name="nachtnummer"
        label="Nummer buiten die tijden"
        optional
        type="tel"
        width="medium"
        description="Alleen als er dan echt altijd iemand opneemt."
      />
      <Radios
        {...field}
        name="vervanging"
        label="Is er vervanging bij ziekte of vakantie?"
        choices={[
          { value: 'ja', label: 'Ja, dat is geregeld' },
          { value: 'nee', label: 'Nee' },
          { value: 'onbekend', label: 'Nog niet bekend' },
        ]}
      />
      <TextField
        {...field}
        name="uren"
        label="Uren per week voor zorgcoördinatie, samen"
        optional
        inputMode="decimal"
        width="short"
      />
      <TextField
        {...field}
        name="betaaldDoor"
        label="Wie betaalt dit?"
        optional
        description="Bijvoorbeeld een centrumgemeente."
      />
      <DateField {...field} name="contractTot" label="Laatste dag van het contract" optional />
      <SubmitButton>{current ? 'Bewaar de wijziging' : 'Voeg toe'}</SubmitButton>
    </Form>
  );
}
