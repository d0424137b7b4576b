import { Checkbox } from '../../../ui/forms/checkboxes.tsx';
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
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { Emergency } from '../../../ui/show/emergency.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { ReportKind } from '../domain/signal-report.ts';
import { choicesOf, FORM_WORDS, MAY_HEAR_WORDS, MINOR_WORDS, SECTOR_WORDS, SOURCE_WORDS } from './signal-words.ts';

const CRUMBS = [{ href: '/meldingen', label: 'Meldingen' }];

/** What is the signal about: a place, or somebody who may need help. */
export function ForSourceStartPage(props: { frame: PageFrame; takesPersons: boolean }) {
  return (
    <Page
      frame={props.frame}
      title="Leg een signaal vast voor iemand anders"
      breadcrumbs={CRUMBS}
      lead="Wat per telefoon, e-mail of aan de balie komt, of van een andere organisatie."
    >
      <Emergency>Is er nu gevaar? Laat de beller 112 bellen, of bel zelf.</Emergency>
      <ActionGroup>
        <ButtonLink href="/meldingen/namens/plek" emphasis="primary">
          Over een plek
        </ButtonLink>
        {props.takesPersons ? (
          <ButtonLink href="/meldingen/namens/persoon">Over een persoon die misschien hulp nodig heeft</ButtonLink>
        ) : null}
      </ActionGroup>
      {props.takesPersons ? null : (
        <Paragraph>
          Signalen over personen bewaart uw gemeente nog niet in In Beeld. Daarvoor moet eerst een aantal dingen zijn
          geregeld. Overleggen zonder naam kan altijd.
        </Paragraph>
      )}
      <Paragraph>
        Zeg tegen wie belt wat er nu gebeurt: u leest het nog eens, u weegt het, en u overlegt als dat nodig is zonder
        de naam te noemen. Vraag wat de beller later mag horen.
      </Paragraph>
    </Page>
  );
}

/** Recording what somebody told: in two minutes, while she is on the telephone. */
export function ForSourcePage(props: {
  frame: PageFrame;
  kind: ReportKind;
  /** The start gate is open: it may be kept how the source can be reached. */
  keepsPersons: boolean;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, kind, values, errors } = props;
  const field = { values, errors };
  const isPerson = kind === 'person';
  const mustCheck = errors?.nagekeken !== undefined || values.nagekeken === 'ja';
  return (
    <Page
      frame={frame}
      title={isPerson ? 'Leg een zorg over een persoon vast' : 'Leg een signaal over een plek vast'}
      breadcrumbs={[...CRUMBS, { href: '/meldingen/namens', label: 'Voor iemand anders' }]}
      errors={errors}
      lead={isPerson ? 'Schrijf geen naam. Die hebt u niet nodig om te overleggen.' : 'Zeg niets over wie er is.'}
    >
      <Form
        frame={frame}
        action={`/meldingen/namens/${isPerson ? 'persoon' : 'plek'}`}
        idempotencyKey={props.formKey}
        autocomplete="off"
        label="Leg dit signaal vast"
      >
        <HiddenField name="functie" value="unknown" />
        <SelectField
          {...field}
          name="bron"
          label="Hoe kwam het binnen?"
          choices={choicesOf(SOURCE_WORDS, ['employee'])}
        />
        <DateField
          {...field}
          name="beslisVoor"
          label="Voor welke dag vraagt de rapportage een besluit?"
          description="Alleen bij een bestuurlijke rapportage."
          optional
        />
        <Radios
          {...field}
          name="gevaar"
          label="Is er nu iemand in gevaar?"
          choices={[
            { value: 'nee', label: 'Nee' },
            { value: 'ja', label: 'Ja' },
          ]}
          inline
        />
        <TextField
          {...field}
          name="gebeld"
          label="Hoe laat is 112 gebeld?"
          description="Alleen als er nu gevaar is. Bel eerst. Bijvoorbeeld 14.30."
          width="short"
          optional
        />
        {isPerson ? null : <Place {...field} />}
        <TextArea
          {...field}
          name="gezien"
          label="Wat zag of hoorde de bron zelf?"
          description="Geen naam, telefoonnummer, BSN of kenteken."
          rows={4}
        />
        {isPerson ? (
          <>
            <TextArea {...field} name="zei" label="Wat zei de persoon om wie het gaat?" rows={2} optional />
            <Radios
              {...field}
              name="minderjarig"
              label="Is de persoon jonger dan 18?"
              choices={choicesOf(MINOR_WORDS)}
              inline
            />
          </>
        ) : null}
        <Radios {...field} name="magHoren" label="Wat mag de bron later horen?" choices={choicesOf(MAY_HEAR_WORDS)} />
        {props.keepsPersons ? (
          <TextField
            {...field}
            name="bereiken"
            label="Hoe is de bron te bereiken?"
            description="Apart verzegeld. De naam van de bron gaat de gemeente niet uit, tenzij de bron dat goedvindt."
            autocomplete="off"
            optional
          />
        ) : null}
        <Disclosure summary="Meer vastleggen (niet verplicht)" open={Boolean(errors?.gehoord ?? errors?.vermoeden)}>
          {isPerson ? <Place {...field} optional /> : null}
          <TextArea {...field} name="gehoord" label="Wat heeft de bron van een ander gehoord?" rows={2} optional />
          <TextArea {...field} name="vermoeden" label="Wat denkt de bron zelf?" rows={2} optional />
          <SelectField
            {...field}
            name="vorm"
            label="Waar lijkt het op?"
            choices={choicesOf(FORM_WORDS)}
            placeholder="Onbekend"
            optional
          />
          <SelectField
            {...field}
            name="sector"
            label="Wat voor plek is het?"
            choices={choicesOf(SECTOR_WORDS)}
            placeholder="Onbekend"
            optional
          />
        </Disclosure>
        {mustCheck ? (
          <Checkbox {...field} name="nagekeken" label="Ik keek het na: er staat geen naam of kenteken in" />
        ) : null}
        <SubmitButton>Leg dit signaal vast</SubmitButton>
      </Form>
    </Page>
  );
}

function Place(props: { values: FieldValues; errors: FieldErrors | undefined; optional?: boolean }) {
  return (
    <TextField
      {...props}
      name="plek"
      label="Waar is het?"
      description="Een adres, of hoe iemand de plek vindt."
      autocomplete="off"
    />
  );
}
