import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Checkboxes } from '../../../ui/forms/checkboxes.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { Callable } from '../domain/match.ts';
import type { NightState, Place } from '../domain/place.ts';
import { CallShelter } from './contact-page.tsx';
import { featureFacts } from './place-fields.tsx';
import { TYPE_WORDS } from './shelter-words.ts';

export const HOW = [
  { value: 'optie', label: 'Optie: de opvang zegt nog ja of nee' },
  { value: 'telefonisch', label: 'Aan de telefoon beloofd: blokkeer de plek meteen' },
] as const;

/** Somebody was quicker: what was asked, that nothing was written down, and where to go from here. */
export function LostPage(props: {
  frame: PageFrame;
  place: Place;
  organisationName: string;
  asked: { readonly from: PlainDate; readonly until: PlainDate; readonly isByPhone: boolean };
}) {
  const { place, asked } = props;
  return (
    <Page
      frame={props.frame}
      title={`${props.organisationName}, plek ${place.number}`}
      breadcrumbs={[{ href: '/plaatsen', label: 'Vrije plekken' }]}
    >
      <Alert kind="warning" title="er is niets vastgelegd">
        <p>
          Deze plek is op een van deze nachten al aan een ander gegeven. U vroeg de plek van{' '}
          <DateText date={asked.from} /> tot <DateText date={asked.until} />.
        </p>
        {asked.isByPhone ? <p>Zei de opvang ja aan de telefoon? Bel dan terug: de plek is niet meer vrij.</p> : null}
      </Alert>
      <ActionGroup>
        <ButtonLink href={`/plaatsen?soort=${TYPE_WORDS[place.type].value}`}>Kies een andere plek</ButtonLink>
        <ButtonLink href={`/plaatsen/vrij/${place.id}`} emphasis="secondary">
          Kies andere nachten
        </ButtonLink>
      </ActionGroup>
    </Page>
  );
}

const NOT_TONIGHT: Readonly<Record<Exclude<NightState, 'free'>, string>> = {
  taken: 'Deze plek is vannacht al aan een ander gegeven.',
  out: 'Deze plek is nu buiten gebruik.',
  closed: 'Deze plek is vannacht niet open.',
};

/** A place that cannot be had tonight: why, from when it can, and where to go from here. */
export function TakenPage(props: {
  frame: PageFrame;
  place: Place;
  organisationName: string;
  contact: Callable | undefined;
  state: NightState;
  free: { readonly from: PlainDate; readonly until: PlainDate | undefined } | undefined;
}) {
  const { place, state, free } = props;
  return (
    <Page
      frame={props.frame}
      title={`${props.organisationName}, plek ${place.number}`}
      breadcrumbs={[{ href: '/plaatsen', label: 'Vrije plekken' }]}
    >
      <Alert kind="warning" title="vannacht niet vrij">
        <p>
          {NOT_TONIGHT[state as keyof typeof NOT_TONIGHT]}{' '}
          {free ? (
            <>
              Vrij vanaf <DateText date={free.from} />
              {free.until ? (
                <>
                  {' '}
                  tot <DateText date={free.until} />
                </>
              ) : null}
              .
            </>
          ) : (
            'Er is geen nacht bekend waarop zij vrij komt.'
          )}
        </p>
        {state === 'taken' ? (
          <p>
            Zegt de opvang aan de telefoon dat de plek toch vrij is? Vraag haar de plek in In Beeld vrij te zetten. Pas
            daarna legt u haar vast.
          </p>
        ) : null}
      </Alert>
      <ActionGroup>
        <ButtonLink href={`/plaatsen?soort=${TYPE_WORDS[place.type].value}`}>Kies een andere plek</ButtonLink>
        {free ? (
          <ButtonLink href={`/plaatsen/vrij/${place.id}?later`} emphasis="secondary">
            Leg de plek later vast
          </ButtonLink>
        ) : null}
      </ActionGroup>
      <CallShelter contact={props.contact} />
      <Heading level={2}>Wat de plek biedt</Heading>
      <DataList facts={featureFacts(place)} />
    </Page>
  );
}

/** One place, to reserve: as an option, or because somebody at the shelter said yes on the telephone. */
export function ReservePage(props: {
  frame: PageFrame;
  place: Place;
  organisationName: string;
  /** Other places in the same house that are free tonight, for a family. */
  beside: readonly Place[];
  contact: Callable | undefined;
  /** From which night on it is given to somebody else, or shut. */
  givenFrom: PlainDate | undefined;
  formKey: string;
  values: FieldValues;
  errors: FieldErrors;
  /** Why it could not be done, and what to do now. */
  conflict?: string | undefined;
}) {
  const { frame, place, values, errors } = props;
  const field = { values, errors };
  return (
    <Page
      frame={frame}
      title={`${props.organisationName}, plek ${place.number}`}
      errors={errors}
      breadcrumbs={[{ href: '/plaatsen', label: 'Vrije plekken' }]}
      status={
        props.conflict ? (
          <Alert kind="warning" title="er is niets vastgelegd">
            <p>{props.conflict}</p>
            <p>
              <ButtonLink href={`/plaatsen?soort=${TYPE_WORDS[place.type].value}`}>Kies een andere plek</ButtonLink>
            </p>
          </Alert>
        ) : undefined
      }
    >
      <CallShelter contact={props.contact} />
      <Heading level={2}>Leg vast</Heading>
      {props.givenFrom ? (
        <Paragraph>
          De plek is vrij tot <DateText date={props.givenFrom} />. Daarna is zij aan een ander gegeven, of gesloten.
        </Paragraph>
      ) : null}
      <Form frame={frame} action={`/plaatsen/vrij/${place.id}`} idempotencyKey={props.formKey} label="Leg de plek vast">
        <Radios {...field} name="hoe" label="Hoe?" choices={HOW} />
        <TextField
          {...field}
          name="bevestigdDoor"
          label="Wie van de opvang zei ja?"
          optional="alleen bij telefonisch"
          description="Een naam of functie, zodat u weet wie u terugbelt."
        />
        <DateField
          {...field}
          name="beloofdOp"
          label="Wanneer beloofde de opvang de plek?"
          optional="alleen bij telefonisch"
          description="Legt u het later vast? Dat kan tot 7 dagen terug. Leeg betekent vandaag."
        />
        <DateField {...field} name="van" label="Eerste nacht" />
        <DateField
          {...field}
          name="tot"
          label="Verwacht vrij op"
          description="De eerste nacht dat de plek weer vrij is."
        />
        <TextField
          {...field}
          name="uren"
          label="Na hoeveel uur loopt de optie af?"
          optional="alleen bij een optie"
          description="Wij waarschuwen u en de opvang op tijd. Is iemand onderweg, dan loopt er niets af."
          inputMode="numeric"
          width="short"
        />
        {props.beside.length > 0 ? (
          <Checkboxes
            {...field}
            name="ook"
            label="Ook deze plekken in hetzelfde huis"
            optional="voor een gezin"
            choices={props.beside.map(({ id, number }) => ({ value: id, label: `Plek ${number}` }))}
          />
        ) : null}
        <SubmitButton>Leg vast</SubmitButton>
      </Form>
      <Heading level={2}>Wat de plek biedt</Heading>
      <DataList facts={featureFacts(place)} />
      <Paragraph kind="small">Het adres ziet u pas nadat de opvang ja zei.</Paragraph>
    </Page>
  );
}
