import type { ComponentChildren } from 'preact';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import type { Crumb, PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import type { Fact } from '../../../ui/show/data-list.tsx';
import type { Meeting } from '../domain/meeting.ts';
import type { Invitation } from '../domain/meeting-seen.ts';
import { BRING_ELSEWHERE, OVERVIEW_PATH, OVERVIEW_TITLE } from './consultation-words.ts';

/** Why a deed was too late, above the page. */
export const conflictAlert = (text: string | undefined) =>
  text ? (
    <Alert kind="warning">
      <p>{text}</p>
    </Alert>
  ) : undefined;

/** That something was brought to the wrong place, and where it belongs. */
export const elsewhereAlert = (isElsewhere: boolean) =>
  isElsewhere ? (
    <Alert kind="error" title="dit hoort hier niet">
      <p>{BRING_ELSEWHERE}</p>
    </Alert>
  ) : undefined;

/** The way back from a form of one consultation. */
export const crumbsOf = ({ id, title }: Pick<Meeting, 'id' | 'title'>): readonly Crumb[] => [
  { href: OVERVIEW_PATH, label: OVERVIEW_TITLE },
  { href: `${OVERVIEW_PATH}/${id}`, label: title },
];

/** When and where, what for, and who chairs. */
export const factsOf = ({ onDay, atTime, place, purpose, chairName }: Omit<Invitation, 'kind'>): readonly Fact[] => [
  {
    label: 'Wanneer',
    value: (
      <>
        <DateText date={onDay} />, {atTime} uur
      </>
    ),
  },
  { label: 'Waar', value: place },
  { label: 'Doel', value: purpose },
  { label: 'Voorzitter', value: chairName },
];

/** One button that does one thing: what it is about goes along unseen. */
export function DeedButton(props: {
  frame: PageFrame;
  action: string;
  formKey: string;
  label: string;
  says: Readonly<Record<string, string>>;
  emphasis?: 'secondary' | 'subtle' | undefined;
  children: ComponentChildren;
}) {
  return (
    <Form frame={props.frame} action={props.action} idempotencyKey={props.formKey} label={props.label}>
      {Object.entries(props.says).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <SubmitButton emphasis={props.emphasis}>{props.children}</SubmitButton>
    </Form>
  );
}
