import type { ComponentChildren } from 'preact';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { SignalReport } from '../domain/signal-report.ts';
import type { SignalStatus } from '../domain/signal-status.ts';
import { AftermathFields, type ErasedText } from './aftermath-fields.tsx';
import { DeedStatus } from './deed-status.tsx';
import { LinkedSignals } from './linked-signals.tsx';

/** What every page of a measure at a place is given, beside the measure itself. */
export interface MeasureProps<Deed extends string> {
  readonly frame: PageFrame;
  /** A form that came back opens nothing: then the address stays shut. */
  readonly isOpened: boolean;
  readonly place: string | undefined;
  readonly signals: readonly (SignalReport & { readonly status: SignalStatus })[];
  readonly countdown: Parameters<typeof ErasedText>[0]['countdown'];
  /** Which form came back. */
  readonly deed: Deed | undefined;
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
  readonly conflict?: string | undefined;
  readonly saved: boolean;
  readonly formKey: string;
}

/** What was typed in this form, when it is the one that came back. */
export const typedIn = <Deed extends string>({ deed, values, errors }: MeasureProps<Deed>, own: Deed) =>
  deed === own ? { values, errors } : { values: {} };

/** The page of one measure: how it stands, what is known, what may be done, and the signals about its address. */
export function MeasurePage<Deed extends string>(props: {
  readonly of: MeasureProps<Deed>;
  readonly title: string;
  readonly lead?: string;
  readonly breadcrumbs: Parameters<typeof Page>[0]['breadcrumbs'];
  readonly badge: Parameters<typeof StatusBadge>[0];
  readonly aboutSignals: string;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}) {
  const { of } = props;
  return (
    <Page
      frame={of.frame}
      title={props.title}
      errors={of.errors}
      breadcrumbs={props.breadcrumbs}
      status={<DeedStatus conflict={of.conflict} saved={of.saved} />}
      {...(props.lead !== undefined && { lead: props.lead })}
      {...(props.wide && { wide: true })}
    >
      <p>
        <StatusBadge {...props.badge} />
      </p>
      {props.children}
      <LinkedSignals id="signalen" title="Signalen over dit adres" intro={props.aboutSignals} signals={of.signals} />
    </Page>
  );
}

interface OneButton {
  readonly verb: string;
  readonly label: string;
  readonly button: string;
}

/** What may be done with it now: what comes before, ready, how it ended in numbers, and that it does not go on. */
export function NextDeeds<Deed extends string>(props: {
  readonly of: MeasureProps<Deed>;
  readonly path: string;
  /** Only when it can be ready. */
  readonly ready: OneButton | undefined;
  /** Only when it is ready: then it can be recorded how it ended. */
  readonly end:
    | {
        readonly deed: Deed;
        readonly verb: string;
        readonly day: string;
        readonly summary: string;
        readonly label: string;
        readonly note: string;
        readonly button: string;
        readonly counts?: ComponentChildren;
      }
    | undefined;
  readonly stop: OneButton & { readonly summary: string };
  readonly children?: ComponentChildren;
}) {
  const { of, path, ready, end, stop } = props;
  return (
    <section class="ib-flow" aria-labelledby="nu-doen">
      <Heading level={2} id="nu-doen">
        Wat u nu kunt doen
      </Heading>
      {props.children}
      {ready ? (
        <Form
          frame={of.frame}
          action={`${path}/${ready.verb}`}
          idempotencyKey={`${of.formKey}${ready.verb}`}
          label={ready.label}
        >
          <SubmitButton>{ready.button}</SubmitButton>
        </Form>
      ) : null}
      {end ? (
        <Disclosure summary={end.summary} open={of.deed === end.deed}>
          <Form
            frame={of.frame}
            action={`${path}/${end.verb}`}
            idempotencyKey={`${of.formKey}${end.verb}`}
            autocomplete="off"
            label={end.label}
          >
            <Paragraph>{end.note}</Paragraph>
            <DateField name={end.day} label="Op welke dag?" {...typedIn(of, end.deed)} />
            {end.counts}
            <AftermathFields {...typedIn(of, end.deed)} />
            <SubmitButton>{end.button}</SubmitButton>
          </Form>
        </Disclosure>
      ) : null}
      <Disclosure summary={stop.summary}>
        <Form
          frame={of.frame}
          action={`${path}/${stop.verb}`}
          idempotencyKey={`${of.formKey}${stop.verb}`}
          label={stop.label}
        >
          <SubmitButton emphasis="secondary">{stop.button}</SubmitButton>
        </Form>
      </Disclosure>
    </section>
  );
}
