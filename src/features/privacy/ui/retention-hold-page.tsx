import { HOLD_GROUNDS } from '../../../shared-kernel/hold-ground.ts';
import { DateText, MomentText } from '../../../ui/format/date-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import type { CountedView, HoldView } from './retention-view.ts';
import { HOLD_PATH, HOLD_WORDS, RETENTION_PATH, subjectWords } from './retention-words.ts';

/** Keeps one record longer than its term, for a reason and until a day; or lets it go. */
export function RetentionHoldPage(props: {
  frame: PageFrame;
  formKey: string;
  counted: {
    readonly record: CountedView & { readonly rule: string; readonly holds: readonly HoldView[] };
    readonly what: string;
  };
  isHeld: boolean;
  values?: FieldValues | undefined;
  errors?: FieldErrors | undefined;
}) {
  const { record, what } = props.counted;
  return (
    <Page
      frame={props.frame}
      title="Uitstel van wissen"
      lead="Alleen de FG stelt wissen uit, met een reden en tot een dag. Na die dag geldt de gewone termijn weer."
      breadcrumbs={[
        { href: '/privacyloket', label: 'Privacyloket' },
        { href: RETENTION_PATH, label: 'Bewaartermijnen' },
        { href: `${RETENTION_PATH}/${record.rule}`, label: what },
      ]}
      errors={props.errors}
    >
      <DataList
        facts={[
          { label: 'Wat', value: subjectWords(record.subjectKind) },
          { label: 'Telt vanaf', value: <DateText date={record.startsOn} /> },
          {
            label: 'Blijft tot',
            value: record.endsOn ? <DateText date={record.endsOn} /> : 'de termijn is nog niet vastgesteld',
          },
          {
            label: 'Uitstel tot',
            value: props.isHeld && record.heldUntil ? <DateText date={record.heldUntil} /> : 'geen',
          },
        ]}
      />
      <Heading level={2}>{props.isHeld ? 'Verleng het uitstel' : 'Stel wissen uit'}</Heading>
      <Form frame={props.frame} action={`${HOLD_PATH}/${record.id}`} idempotencyKey={props.formKey} label="Uitstellen">
        <Radios
          name="grond"
          label="Waarom?"
          values={props.values}
          errors={props.errors}
          choices={HOLD_GROUNDS.map((ground) => ({ value: ground, label: HOLD_WORDS[ground] }))}
        />
        <DateField
          name="tot"
          label="Tot welke dag?"
          description="Hoogstens een jaar."
          values={props.values}
          errors={props.errors}
        />
        <SubmitButton>Stel uit</SubmitButton>
      </Form>
      {props.isHeld ? (
        <Form
          frame={props.frame}
          action={`${HOLD_PATH}/${record.id}/opheffen`}
          idempotencyKey={`${props.formKey}-op`}
          label="Uitstel opheffen"
        >
          <SubmitButton>Hef het uitstel op</SubmitButton>
        </Form>
      ) : null}
      {record.holds.length > 0 ? (
        <Table
          caption="Eerder uitstel"
          columns={[
            { header: 'Reden', cell: ({ ground }) => HOLD_WORDS[ground] },
            { header: 'Tot', kind: 'date', cell: ({ untilOn }) => <DateText date={untilOn} /> },
            { header: 'Door', cell: ({ laidByName }) => laidByName },
            { header: 'Op', kind: 'date', cell: ({ laidAt }) => <MomentText instant={laidAt} /> },
            {
              header: 'Opgeheven',
              cell: ({ liftedByName, liftedAt }) =>
                liftedAt ? (
                  <>
                    {liftedByName}, <MomentText instant={liftedAt} />
                  </>
                ) : (
                  'nee'
                ),
            },
          ]}
          rows={record.holds}
          rowKey={({ laidAt, untilOn }) => `${laidAt.toISOString()} ${untilOn}`}
        />
      ) : null}
    </Page>
  );
}
