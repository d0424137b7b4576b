import type { ComponentChildren } from 'preact';
import type { Translated } from '../../shared-kernel/language.ts';
import { useLanguage } from '../language.tsx';

const NL = { optional: 'niet verplicht', error: 'Fout' };
const WORDS: Translated<typeof NL> = { nl: NL, en: { optional: 'optional', error: 'Error' } };

/** Error texts by field name, at most one a field. A name that starts with '_' is about the whole form. */
export type FieldErrors = Readonly<Record<string, string>>;

/** What the person filled in, by field name, kept word for word when a form comes back. */
export type FieldValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What every field takes. `values` and `errors` are those of the whole form: a field finds its own by name. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  /** Why we ask or how to answer, between label and field. */
  readonly description?: string | undefined;
  /** Marks the field '(niet verplicht)', or with a text when it is needed: 'alleen als de regio het doet'. Everything else is needed. */
  readonly optional?: boolean | string | undefined;
  readonly values?: FieldValues | undefined;
  readonly errors?: FieldErrors | undefined;
  /** Which of several forms on the page with the same field; left out for the one that came back, so that the summary leads to it. */
  readonly nth?: string | undefined;
  /** Makes the label the heading of the page, for one question a page. */
  readonly labelAsHeading?: boolean | undefined;
}

/** The id of the (first) control of a field: the error summary links to it. */
export function fieldId(name: string, nth?: string): string {
  return `veld-${name.replace(/\s/g, '-')}${nth ? `-${nth}` : ''}`;
}

/** The one value of a field, '' when nothing was filled in. */
export function keptValue(values: FieldValues | undefined, name: string): string {
  const value = values?.[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

/** All values of a field. */
export function keptValues(values: FieldValues | undefined, name: string): readonly string[] {
  const value = values?.[name];
  return typeof value === 'string' ? [value] : (value ?? []);
}

/** The aria attributes that tie a control to its description and error. */
export function describedBy(props: FieldProps) {
  const id = fieldId(props.name, props.nth);
  const ids = [props.description ? `${id}-uitleg` : '', props.errors?.[props.name] ? `${id}-fout` : ''].filter(Boolean);
  return {
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': props.errors?.[props.name] ? ('true' as const) : undefined,
  };
}

export function Optional(props: { optional?: boolean | string | undefined }) {
  const { optional } = WORDS[useLanguage()];
  if (!props.optional) return null;
  return <span class="ib-optional"> ({typeof props.optional === 'string' ? props.optional : optional})</span>;
}

export function Description(props: FieldProps) {
  if (!props.description) return null;
  return (
    <div class="utrecht-form-field-description" id={`${fieldId(props.name, props.nth)}-uitleg`}>
      {props.description}
    </div>
  );
}

export function ErrorMessage(props: FieldProps) {
  const { error } = WORDS[useLanguage()];
  const message = props.errors?.[props.name];
  if (!message) return null;
  return (
    <div class="utrecht-form-field-error-message" id={`${fieldId(props.name, props.nth)}-fout`}>
      <span class="ib-hidden">{`${error}: `}</span>
      {message}
    </div>
  );
}

/** One control with its label above it. */
export function LabelledField(props: FieldProps & { children: ComponentChildren }) {
  const invalid = props.errors?.[props.name] ? ' utrecht-form-field--invalid' : '';
  const label = (
    <label class="utrecht-form-label" for={fieldId(props.name, props.nth)}>
      {props.label}
      <Optional optional={props.optional} />
    </label>
  );
  return (
    <div class={`utrecht-form-field${invalid}`}>
      {props.labelAsHeading ? (
        <h1 class="ib-question">{label}</h1>
      ) : (
        <div class="utrecht-form-field__label">{label}</div>
      )}
      <Description {...props} />
      <ErrorMessage {...props} />
      <div class="utrecht-form-field__input">{props.children}</div>
    </div>
  );
}

/** Several controls that answer one question, as a fieldset. */
export function GroupedField(props: FieldProps & { children: ComponentChildren }) {
  const invalid = props.errors?.[props.name] ? ' utrecht-form-fieldset--invalid' : '';
  const legend = (
    <>
      {props.label}
      <Optional optional={props.optional} />
    </>
  );
  return (
    <fieldset
      class={`utrecht-form-fieldset utrecht-form-fieldset--html-fieldset${invalid}`}
      aria-describedby={describedBy(props)['aria-describedby']}
    >
      <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">
        {props.labelAsHeading ? <h1 class="ib-question">{legend}</h1> : legend}
      </legend>
      <Description {...props} />
      <ErrorMessage {...props} />
      <div class="ib-options">{props.children}</div>
    </fieldset>
  );
}
