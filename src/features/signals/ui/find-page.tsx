import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { SignalReport } from '../domain/signal-report.ts';
import type { SignalStatus } from '../domain/signal-status.ts';
import { LinkedSignals } from './linked-signals.tsx';

/** Finding signals about exactly one place or person. What is sought does not come in the address of the page. */
export function FindPage(props: {
  frame: PageFrame;
  /** Undefined before anything was sought. */
  found: readonly (SignalReport & { readonly status: SignalStatus })[] | undefined;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, found, values, errors } = props;
  const field = { values, errors };
  return (
    <Page
      frame={frame}
      title="Zoek op plek of persoon"
      breadcrumbs={[{ href: '/meldingen', label: 'Meldingen' }]}
      errors={errors}
      lead="U vindt alleen wat precies zo is vastgelegd, en alleen in uw eigen gemeente."
    >
      {found === undefined ? null : found.length === 0 ? (
        <EmptyState title="Er is geen signaal gevonden">
          Misschien is het anders geschreven. In de inhoud van signalen zoeken kan niet: die is verzegeld.
        </EmptyState>
      ) : (
        <LinkedSignals
          id="gevonden"
          title={found.length === 1 ? '1 signaal gevonden' : `${found.length} signalen gevonden`}
          intro="Wat erin staat, ziet u als u een signaal opent."
          signals={found}
        />
      )}
      <Form
        frame={frame}
        action="/meldingen/zoeken"
        idempotencyKey={props.formKey}
        autocomplete="off"
        label="Zoek een signaal"
      >
        <Heading level={2}>Op plek</Heading>
        <TextField
          {...field}
          name="plek"
          label="Adres, of hoe de plek is beschreven"
          description="Hoofdletters, accenten en leestekens maken niet uit."
          autocomplete="off"
          optional
        />
        <Heading level={2}>Of op persoon</Heading>
        <TextField {...field} name="naam" label="Naam" autocomplete="off" spellcheck={false} optional />
        <DateField {...field} name="geboortedatum" label="Geboortedatum" autocomplete="off" optional />
        <SubmitButton>Zoek</SubmitButton>
      </Form>
      <Paragraph kind="small">Dat u zocht, staat in het logboek. Wat u zocht, niet.</Paragraph>
    </Page>
  );
}
