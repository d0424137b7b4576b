import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import type { Offer } from '../domain/match.ts';
import type { Needs } from '../domain/needs.ts';
import type { PlaceRequest } from '../domain/request.ts';
import { CallShelter } from './contact-page.tsx';
import { featureFacts } from './place-fields.tsx';
import { trailOf } from './request-page.tsx';
import { reasons } from './request-words.ts';
import { HOW } from './reserve-page.tsx';
import { placesWord } from './shelter-words.ts';

/** Nothing came of a choice: why, that nothing was written down, and where to see what there is now. */
export function LostChoicePage(props: { frame: PageFrame; code: string; conflict: string }) {
  return (
    <Page frame={props.frame} title="De plek is niet vastgelegd" breadcrumbs={trailOf(props.code)}>
      <Alert kind="warning" title="er is niets vastgelegd">
        <p>{props.conflict}</p>
      </Alert>
      <p>
        <ButtonLink href={`/plaatsen/aanvragen/${props.code}`}>Kijk hoe de aanvraag er nu voor staat</ButtonLink>
      </p>
    </Page>
  );
}

/** Which other requests a place suits too: without an order, and with what to do about it. */
export function Competing({ codes }: { codes: readonly string[] }) {
  return (
    <Alert kind="info" title="deze plek past ook bij een andere aanvraag">
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <Link href={`/plaatsen/aanvragen/${code}`}>{code}</Link>
          </li>
        ))}
      </ul>
      <p>
        De lijst staat op alfabet en zegt niet wie voorgaat. Bespreek het met een collega, en schrijf op waarom u deze
        plek hier geeft.
      </p>
    </Alert>
  );
}

/** One place for one request: what it gives, what not, and whether somebody else would want it too. */
export function ChoosePage(props: {
  frame: PageFrame;
  request: PlaceRequest;
  needs: Needs;
  /** Undefined when it does not fit any more, or was just given. */
  offer: Offer | undefined;
  competing: readonly string[];
  formKey: string;
  values: FieldValues;
  errors: FieldErrors;
  conflict?: string | undefined;
}) {
  const { frame, request, offer, values, errors } = props;
  const field = { values, errors };
  const path = `/plaatsen/aanvragen/${request.code}`;
  const back = (
    <p>
      <ButtonLink href={path}>Kies een andere plek</ButtonLink>
    </p>
  );
  if (!offer)
    return (
      <Page frame={frame} title="Deze plek past niet meer" breadcrumbs={trailOf(request.code)}>
        <Paragraph>
          {props.conflict ?? 'Zij is intussen gegeven, of wat nodig is, is gewijzigd.'} U hebt niets vastgelegd.
        </Paragraph>
        {back}
      </Page>
    );
  const numbers = offer.places.map(({ number }) => number).join(', ');
  return (
    <Page
      frame={frame}
      title={`${offer.organisationName}, ${offer.places.length === 1 ? 'plek' : 'plekken'} ${numbers}`}
      breadcrumbs={trailOf(request.code)}
      errors={errors}
      status={
        props.conflict ? (
          <Alert kind="warning" title="er is niets vastgelegd">
            <p>{props.conflict}</p>
            {back}
          </Alert>
        ) : undefined
      }
    >
      <Heading level={2}>Waarom deze plek</Heading>
      <BulletList
        items={[
          ...reasons(offer, props.needs),
          ...(offer.places.length > 1 ? [`${placesWord(offer.places.length)} in één huis, voor iedereen samen`] : []),
        ]}
      />
      {props.competing.length > 0 ? <Competing codes={props.competing} /> : null}
      <CallShelter contact={offer.contact} />
      <Heading level={2}>Leg vast</Heading>
      <Form frame={frame} action={`${path}/kies`} idempotencyKey={props.formKey} label="Leg de plek vast">
        <HiddenField name="versie" value={String(request.version)} />
        <HiddenField name="plek" value={offer.places[0]!.id} />
        <Radios {...field} name="hoe" label="Hoe?" choices={HOW} />
        <TextField
          {...field}
          name="bevestigdDoor"
          label="Wie van de opvang zei ja?"
          optional="alleen bij telefonisch"
          description="Een naam of functie, zodat u weet wie u terugbelt."
        />
        <TextField {...field} name="uren" label="Na hoeveel uur loopt de optie af?" inputMode="numeric" width="short" />
        <TextArea
          {...field}
          name="waarom"
          label="Waarom deze plek?"
          optional={props.competing.length === 0}
          description="Noem geen naam. Dit blijft bij de keuze staan."
        />
        <SubmitButton>Leg vast</SubmitButton>
      </Form>
      <Heading level={2}>Wat de plek biedt</Heading>
      <DataList facts={featureFacts(offer.places[0]!)} />
      <Paragraph kind="small">Het adres ziet u pas nadat de opvang ja zei. De opvang hoort geen naam.</Paragraph>
    </Page>
  );
}
