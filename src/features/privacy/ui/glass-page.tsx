import type { VNode } from 'preact';
import { MomentText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { type Crumb, Page, type PageFrame } from '../../../ui/page.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { DeedView, GlassView } from './glass-view.ts';
import { stateOf } from './glasses-page.tsx';

/** One broken glass: who, why, what was done meanwhile (for who supervises), and the review. */
export function GlassPage(props: {
  frame: PageFrame;
  glass: GlassView;
  breadcrumbs: readonly Crumb[];
  /** Undefined for who was told and does not supervise. */
  deeds: readonly DeedView[] | undefined;
  formKey: string;
  status?: VNode | undefined;
  values?: FieldValues | undefined;
  errors?: FieldErrors | undefined;
}) {
  const { glass, deeds, values, errors } = props;
  const mayReview = deeds !== undefined && !glass.review && !glass.isMine && !glass.isOpen;
  return (
    <Page
      frame={props.frame}
      title="Noodtoegang van een collega"
      breadcrumbs={props.breadcrumbs}
      status={props.status}
      errors={errors}
    >
      <p>
        <StatusBadge {...stateOf(glass)} />
      </p>
      <DataList
        facts={[
          { label: 'Wie', value: `${glass.person} (${glass.role})` },
          { label: 'Waarom', value: glass.reason },
          { label: 'Vanaf', value: <MomentText instant={glass.openedAt} /> },
          { label: 'Tot', value: <MomentText instant={glass.until} /> },
          { label: 'Wie het meteen hoorde', value: glass.told.join('; ') },
          { label: 'Beoordelen kan tot', value: <MomentText instant={glass.reviewDueAt} /> },
          ...(glass.review
            ? [
                { label: 'Beoordeeld door', value: glass.review.by },
                { label: 'Beoordeeld op', value: <MomentText instant={glass.review.at} /> },
                { label: 'Toelichting', value: glass.review.note },
              ]
            : []),
        ]}
      />
      {deeds ? (
        <>
          <Heading level={2}>Wat er intussen is gedaan</Heading>
          {deeds.length === 0 ? (
            <Paragraph>Er is intussen niets gelezen of gedaan.</Paragraph>
          ) : (
            <Table
              caption="Handelingen met noodtoegang, uit het logboek"
              columns={[
                { header: 'Wanneer', kind: 'date', cell: ({ at }) => <MomentText instant={at} /> },
                { header: 'Handeling', cell: ({ action }) => action },
                { header: 'Pagina', cell: ({ route }) => route ?? 'onbekend' },
                { header: 'Uitkomst', cell: ({ outcome }) => (outcome === 'allowed' ? 'toegestaan' : 'geweigerd') },
              ]}
              rows={deeds.map((deed, index) => ({ ...deed, key: `${index}` }))}
              rowKey={({ key }) => key}
            />
          )}
        </>
      ) : null}
      {mayReview ? (
        <>
          <Heading level={2}>Uw beoordeling</Heading>
          <Form
            frame={props.frame}
            action={`/privacyloket/noodtoegang/${glass.id}/oordeel`}
            idempotencyKey={props.formKey}
            label="Uw beoordeling"
          >
            <Radios
              name="oordeel"
              label="Was deze noodtoegang nodig?"
              values={values}
              errors={errors}
              choices={[
                { value: 'nodig', label: 'Ja, het was nodig' },
                {
                  value: 'niet-nodig',
                  label: 'Nee, het was niet nodig',
                  description: 'Bespreek het met uw collega. Ga na of het een datalek is.',
                },
              ]}
            />
            <TextArea
              name="toelichting"
              label="Toelichting"
              description="Noem geen personen."
              rows={3}
              values={values}
              errors={errors}
            />
            <SubmitButton>Leg de beoordeling vast</SubmitButton>
          </Form>
        </>
      ) : null}
      {deeds !== undefined && glass.isOpen ? (
        <Paragraph>Beoordelen kan zodra de noodtoegang voorbij is.</Paragraph>
      ) : null}
    </Page>
  );
}
