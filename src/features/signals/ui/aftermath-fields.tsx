import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { AFTERMATH_WORDS } from './enforcement-words.ts';

/** A number in a form, nought when nobody. */
export function CountField(props: {
  readonly name: string;
  readonly label: string;
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
}) {
  return <TextField {...props} width="short" inputMode="numeric" autocomplete="off" />;
}

/** Who lost what, and where those without a home went: numbers. */
export function AftermathFields(props: { readonly values: FieldValues; readonly errors?: FieldErrors | undefined }) {
  const { huisKwijt, werkKwijt, ...went } = AFTERMATH_WORDS;
  return (
    <>
      <CountField name="werkKwijt" label={werkKwijt} {...props} />
      <CountField name="huisKwijt" label={huisKwijt} {...props} />
      <Heading level={3}>Waar gingen de mensen zonder woonplek heen?</Heading>
      <Paragraph>Samen zijn dit evenveel mensen als hun woonplek verloren.</Paragraph>
      {Object.entries(went).map(([name, label]) => (
        <CountField key={name} name={name} label={label} {...props} />
      ))}
    </>
  );
}

/** How long something is still kept. */
export function ErasedText({
  countdown,
}: {
  readonly countdown: { readonly endsOn: PlainDate | undefined; readonly heldUntil: PlainDate | undefined } | undefined;
}) {
  if (!countdown?.endsOn)
    return <>Uw gemeente heeft hiervoor nog geen bewaartermijn vastgesteld. Vraag het aan de FG.</>;
  return (
    <>
      <DateText date={countdown.endsOn} />
      {countdown.heldUntil ? (
        <>
          . Uitgesteld tot <DateText date={countdown.heldUntil} />
        </>
      ) : null}
    </>
  );
}
