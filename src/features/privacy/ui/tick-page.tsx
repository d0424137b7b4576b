import { DateText } from '../../../ui/format/date-text.tsx';
import { Checkboxes } from '../../../ui/forms/checkboxes.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { GatedFeature, Tick, TickKind } from '../domain/start-gate.ts';
import { TICK_WORDS } from '../domain/tick-words.ts';

const GATE = { href: '/privacyloket/startpoort', label: 'Startpoort' };
const DESK = { href: '/privacyloket', label: 'Privacyloket' };

/** The form by which one of the six is recorded, for one or more parts at once. */
export function TickPage(props: {
  frame: PageFrame;
  formKey: string;
  kinds: readonly TickKind[];
  features: readonly GatedFeature[];
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { values, errors } = props;
  return (
    <Page
      frame={props.frame}
      title="Leg vast dat iets is geregeld"
      lead="U legt vast wie het regelde, wanneer, waar dat staat en tot wanneer het geldt. Verlengen doet u door het opnieuw vast te leggen."
      breadcrumbs={[DESK, GATE]}
      errors={errors}
    >
      <Form frame={props.frame} action={`${GATE.href}/vastleggen`} idempotencyKey={props.formKey} label="Vastleggen">
        <Radios
          name="vinkje"
          label="Wat is er geregeld?"
          values={values}
          errors={errors}
          choices={props.kinds.map((kind) => ({
            value: kind,
            label: TICK_WORDS[kind].name,
            description: TICK_WORDS[kind].about,
          }))}
        />
        <Checkboxes
          name="onderdelen"
          label="Voor welke onderdelen?"
          values={values}
          errors={errors}
          choices={props.features.map(({ id, name, about }) => ({ value: id, label: name, description: about }))}
        />
        <TextField
          name="door"
          label="Wie heeft dit vastgesteld?"
          description="Naam en functie, bijvoorbeeld: Noor Fictief, FG."
          values={values}
          errors={errors}
        />
        <DateField name="datum" label="Op welke dag?" values={values} errors={errors} />
        <TextField
          name="bewijs"
          label="Waar staat het?"
          description="De titel van het stuk en waar het ligt, bijvoorbeeld een zaaknummer."
          values={values}
          errors={errors}
        />
        <TextField
          name="categorie"
          label="Welke categorie van de selectielijst?"
          description="Alleen bij de archiefcategorie."
          optional
          values={values}
          errors={errors}
        />
        <DateField
          name="geldigTot"
          label="Geldig tot"
          description="Hoogstens vier jaar. Daarna kijkt u er opnieuw naar."
          values={values}
          errors={errors}
        />
        <SubmitButton>Leg vast</SubmitButton>
      </Form>
    </Page>
  );
}

/** Asks why a tick is revoked, and says what that closes. */
export function RevokePage(props: {
  frame: PageFrame;
  formKey: string;
  tick: Tick;
  featureName: string;
  values?: FieldValues | undefined;
  errors?: FieldErrors | undefined;
}) {
  const { tick, featureName } = props;
  const name = TICK_WORDS[tick.kind].name;
  return (
    <Page
      frame={props.frame}
      title={`${name} intrekken voor ${featureName}`}
      lead={`${featureName} gaat dan dicht voor wat nieuw is. Wat al loopt, kan worden afgemaakt.`}
      breadcrumbs={[DESK, GATE]}
      errors={props.errors}
    >
      <DataList
        facts={[
          { label: 'Vastgesteld door', value: tick.decidedBy },
          { label: 'Op', value: <DateText date={tick.decidedOn} /> },
          { label: 'Bewijs', value: tick.evidence },
          { label: 'Geldt tot', value: <DateText date={tick.validUntil} /> },
          { label: 'Vastgelegd door', value: tick.recordedByName },
        ]}
      />
      <Form
        frame={props.frame}
        action={`${GATE.href}/intrekken/${tick.id}`}
        idempotencyKey={props.formKey}
        label="Intrekken"
      >
        <TextArea
          name="reden"
          label="Waarom trekt u dit in?"
          description="Noem geen personen."
          rows={3}
          values={props.values}
          errors={props.errors}
        />
        <SubmitButton>Trek in</SubmitButton>
      </Form>
      <Paragraph kind="small">Wat u vastlegde, blijft staan met de reden erbij.</Paragraph>
    </Page>
  );
}
