import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';

interface Kept {
  readonly values?: FieldValues | undefined;
  readonly errors?: FieldErrors | undefined;
}

/** Where a document can be found: an address on the internet. */
export function WhereItStands({ label = 'Waar het staat', ...kept }: Kept & { readonly label?: string }) {
  return (
    <TextField {...kept} name="vindplaats" label={label} description="Een adres dat met https:// begint." optional />
  );
}

/** Of when a document is, and who adopted it when. */
export function WhoAdoptedIt(kept: Kept) {
  return (
    <>
      <DateField {...kept} name="documentdatum" label="Datum van het document" optional />
      <TextField
        {...kept}
        name="vastgesteldDoor"
        label="Wie het vaststelde"
        description="Bijvoorbeeld het college van B&W, de burgemeester of de raad."
        optional
      />
      <DateField {...kept} name="vastgesteldOp" label="Vastgesteld op" optional />
    </>
  );
}
