import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { REJECT_REASONS, type RejectReason } from '../domain/public-fact.ts';
import { BODY_CHOICES, SOURCE_CHOICES } from './public-fact-words.ts';
import { PUBLIC_FACTS_CRUMBS, PUBLIC_FACTS_PATH } from './public-facts-page.tsx';

interface Props {
  readonly frame: PageFrame;
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
  readonly formKey: string;
}

/** Entering what stands in a public source about one municipality. */
export function EnterPublicFactPage(
  props: Props & {
    municipalities: readonly { readonly code: string; readonly name: string }[];
    elements: readonly { readonly id: string; readonly title: string }[];
  },
) {
  const { frame, values, errors } = props;
  return (
    <Page
      frame={frame}
      title="Openbare bron invoeren"
      errors={errors}
      breadcrumbs={PUBLIC_FACTS_CRUMBS}
      lead="Voer alleen in wat iedereen zelf kan nalezen. De gemeente ziet het en zegt of het klopt."
    >
      <Form
        frame={frame}
        action={PUBLIC_FACTS_PATH}
        idempotencyKey={props.formKey}
        autocomplete="off"
        label="Openbare bron invoeren"
      >
        <SelectField
          name="gemeente"
          label="Gemeente"
          searchable
          values={values}
          errors={errors}
          choices={props.municipalities.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <SelectField
          name="onderdeel"
          label="Onderdeel"
          description="Alleen de onderdelen van de monitor. Borging kan niet: die volgt uit feiten."
          values={values}
          errors={errors}
          choices={props.elements.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
        />
        <SourceFields {...props} />
        <SubmitButton>Voer in</SubmitButton>
      </Form>
    </Page>
  );
}

/** Correcting or withdrawing an own entry. */
export function CorrectPublicFactPage(
  props: Props & {
    id: string;
    municipality: string;
    element: string;
    version: number;
    /** Why the municipality says that it is not right. */
    reason: RejectReason | undefined;
    conflict: boolean;
    withdrawKey: string;
  },
) {
  const { frame, municipality, element } = props;
  const path = `${PUBLIC_FACTS_PATH}/${props.id}`;
  return (
    <Page
      frame={frame}
      title={`Bron over ${municipality}`}
      errors={props.errors}
      breadcrumbs={PUBLIC_FACTS_CRUMBS}
      lead={`Onderdeel ${element}. Wijzigt u iets, dan vragen wij de gemeente opnieuw of het klopt.`}
      status={
        props.conflict ? (
          <Alert kind="warning" title="een collega wijzigde deze bron net">
            <p>Hieronder staat wat u invulde. Kijk het na en bewaar opnieuw.</p>
          </Alert>
        ) : props.reason ? (
          <Alert kind="warning" title="de gemeente zegt dat dit niet klopt">
            <p>{REJECT_REASONS[props.reason]}. Niemand anders ziet deze bron nu. Pas hem aan of trek hem in.</p>
          </Alert>
        ) : undefined
      }
    >
      <Form frame={frame} action={path} idempotencyKey={props.formKey} autocomplete="off" label="Bron wijzigen">
        <SourceFields {...props} />
        <HiddenField name="versie" value={String(props.version)} />
        <SubmitButton>Bewaar de wijziging</SubmitButton>
      </Form>
      <section class="ib-flow" aria-labelledby="intrekken">
        <Heading level={2} id="intrekken">
          Intrekken
        </Heading>
        <p>Hoort deze bron er niet te staan? Trek hem in. Dan ziet niemand hem meer.</p>
        <Form frame={frame} action={`${path}/intrekken`} idempotencyKey={props.withdrawKey} label="Bron intrekken">
          <HiddenField name="versie" value={String(props.version)} />
          <SubmitButton emphasis="secondary">Trek deze bron in</SubmitButton>
        </Form>
      </section>
    </Page>
  );
}

/** An entry that can no longer be changed by VNG. */
export function PublicFactClosedPage(props: { frame: PageFrame; title: string; text: string }) {
  return (
    <Page frame={props.frame} title={props.title} breadcrumbs={PUBLIC_FACTS_CRUMBS}>
      <p>{props.text}</p>
      <ButtonLink href={PUBLIC_FACTS_PATH}>Naar alle openbare bronnen</ButtonLink>
    </Page>
  );
}

function SourceFields({ values, errors }: Props) {
  const field = { values, errors };
  return (
    <>
      <Radios {...field} name="bron" label="Waar staat het?" choices={SOURCE_CHOICES} />
      <TextField
        {...field}
        name="cvdr"
        label="CVDR-nummer"
        description="Bijvoorbeeld CVDR123456. Alleen bij lokaleregelgeving.overheid.nl."
        optional
        width="medium"
      />
      <TextField
        {...field}
        name="titel"
        label="Titel van het document"
        description="Zoals het document zelf heet. Zet hier geen namen van mensen."
      />
      <TextField
        {...field}
        name="vindplaats"
        label="Adres van de bron"
        description="Een adres dat met https:// begint. Leeg mag als u een CVDR-nummer invult."
        optional
      />
      <SelectField
        {...field}
        name="orgaan"
        label="Vastgesteld door"
        optional
        placeholder="Dat zegt de bron niet"
        choices={BODY_CHOICES}
      />
      <DateField
        {...field}
        name="datum"
        label="Vastgesteld op"
        description="Zegt de bron dat niet, vul dan de datum van de bron in."
      />
      <DateField
        {...field}
        name="geldigTot"
        label="Geldig tot"
        description="Laat leeg als de bron dat niet zegt."
        optional
      />
      <DateField {...field} name="bekekenOp" label="Bekeken op" description="De dag waarop u de bron bekeek." />
    </>
  );
}
