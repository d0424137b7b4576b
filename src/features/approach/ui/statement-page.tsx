import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { FileField } from '../../../ui/forms/file-field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BODY_NAMES } from '../domain/adoption.ts';
import type { Framework } from '../domain/framework.ts';
import { OWN_BODIES } from '../domain/statement.ts';
import { WhereItStands } from './document-fields.tsx';

interface Props {
  readonly frame: PageFrame;
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
  readonly formKey: string;
  /** A document that was received already. */
  readonly evidence: { readonly id: string; readonly name: string } | undefined;
}

const CRUMBS = [
  { href: '/aanpak', label: 'Aanpak' },
  { href: '/aanpak/borging', label: 'Borging' },
] as const;

/** A drill of the route for reports, with its report. */
export function DrillPage(props: Props) {
  const { values, errors } = props;
  return (
    <Page
      frame={props.frame}
      title="Oefening vastleggen"
      errors={errors}
      breadcrumbs={CRUMBS}
      lead="Een oefening met een verslag laat zien dat de meldroute werkt. Zij telt twaalf maanden. U hoeft geen signalen te zoeken."
    >
      <Form
        frame={props.frame}
        action="/aanpak/borging/oefening"
        idempotencyKey={props.formKey}
        multipart
        autocomplete="off"
        label="Oefening vastleggen"
      >
        <DateField name="gehoudenOp" label="Dag van de oefening" values={values} errors={errors} />
        <TextField
          name="scenario"
          label="Wat heeft u geoefend?"
          description="Eén zin, zonder namen. Bijvoorbeeld: Een melding aan de balie, tot en met de terugkoppeling."
          values={values}
          errors={errors}
        />
        <EvidenceFields {...props} title="Naam van het verslag" />
        <SubmitButton>Leg de oefening vast</SubmitButton>
      </Form>
    </Page>
  );
}

/** What the municipality states of an element: arranged elsewhere, by the region, or handed over. */
export function StatementPage(
  props: Props & {
    readonly framework: Framework;
    /** To which the municipality belongs today. */
    readonly regions: readonly { readonly id: string; readonly name: string }[];
  },
) {
  const { values, errors } = props;
  return (
    <Page
      frame={props.frame}
      title="Verklaring vastleggen"
      errors={errors}
      breadcrumbs={CRUMBS}
      lead="Is iets buiten In Beeld geregeld, of doet de regio het? Leg vast wat er is, met bewijs en een datum."
    >
      <Form
        frame={props.frame}
        action="/aanpak/borging/verklaring"
        idempotencyKey={props.formKey}
        multipart
        autocomplete="off"
        label="Verklaring vastleggen"
      >
        <SelectField
          name="onderdeel"
          label="Onderdeel"
          description="Bij K2.1 gaat het om de overdracht aan een opvolger."
          values={values}
          errors={errors}
          choices={props.framework.elements.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
        />
        <Radios
          name="stand"
          label="Wie doet dit?"
          values={values}
          errors={errors}
          choices={[
            { value: 'gemeente', label: 'De gemeente zelf' },
            { value: 'regio', label: 'De regio, voor de gemeente' },
          ]}
        />
        <SelectField
          name="regio"
          label="Welke regio?"
          description="Trekt die regio haar deel in, dan telt deze verklaring niet meer, en u krijgt daar bericht van."
          optional="alleen als de regio het doet"
          values={values}
          errors={errors}
          choices={[
            ...props.regions.map(({ id, name }) => ({ value: id, label: name })),
            { value: 'onbekend', label: 'Een andere regio, of dat weet ik niet' },
          ]}
        />
        <TextField
          name="verklaring"
          label="Wat is er geregeld?"
          description="Eén zin, zonder namen van personen."
          values={values}
          errors={errors}
        />
        <SelectField
          name="orgaan"
          label="Wie nam het besluit?"
          description="Ook regionaal beleid heeft een eigen besluit van uw gemeente nodig."
          optional="alleen bij K1.1"
          values={values}
          errors={errors}
          choices={OWN_BODIES.map((body) => ({ value: body, label: BODY_NAMES[body] }))}
        />
        <DateField
          name="datum"
          label="Datum"
          description="De dag van het besluit, de afspraak, het verslag of de overdracht."
          values={values}
          errors={errors}
        />
        <DateField
          name="geldigTot"
          label="Geldig tot"
          description="Hoogstens vier jaar. Niet nodig bij een verslag aan de raad (K1.8, telt een jaar), een evaluatie (K1.9, telt twee jaar) of een overdracht (K2.1, heeft geen einde)."
          optional
          values={values}
          errors={errors}
        />
        <EvidenceFields {...props} title="Naam van het bewijs" />
        <SubmitButton>Leg de verklaring vast</SubmitButton>
      </Form>
    </Page>
  );
}

function EvidenceFields({ values, errors, evidence, title }: Props & { readonly title: string }) {
  const atFile = errors?.bewijsstukId ? { ...errors, bewijsstuk: errors.bewijsstukId } : errors;
  return (
    <>
      <Heading level={2}>Bewijs</Heading>
      <TextField name="bewijs" label={title} values={values} errors={errors} />
      <WhereItStands values={values} errors={errors} />
      <FileField
        name="bewijsstuk"
        label={evidence ? 'Ander document' : 'Het document'}
        description="PDF, Word, ODT of een foto, tot 20 MB. Alleen uw gemeente kan het openen."
        optional
        accept=".pdf,.docx,.odt,.png,.jpg,.jpeg"
        errors={atFile}
      />
      {evidence ? (
        <p class="ib-soft">
          Al ontvangen: <Link href={`/bestanden/${evidence.id}`}>{evidence.name}</Link>. U hoeft het niet opnieuw te
          kiezen.
        </p>
      ) : null}
      <HiddenField name="bewijsstukId" value={evidence?.id ?? ''} />
    </>
  );
}
