import { Checkbox } from '../../../ui/forms/checkboxes.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { choicesOf } from './guide-words.ts';
import { GIVER_WORDS, LANGUAGE_WORDS, MANNER_WORDS, REPRESENTATIVE_WORDS, WISH_WORDS } from './registration-words.ts';

/** How a consent was given: the same questions for being counted and for being helped. */
export function ConsentFields(field: { readonly values: FieldValues; readonly errors?: FieldErrors | undefined }) {
  return (
    <>
      <Radios {...field} name="gegevenDoor" label="Wie gaf toestemming?" choices={choicesOf(GIVER_WORDS)} />
      <Radios
        {...field}
        name="hoe"
        label="Hoe is de toestemming gegeven?"
        description="Op papier? Staat op onze verklaring «concept»? Laat dan het formulier van uw eigen organisatie tekenen."
        choices={choicesOf(MANNER_WORDS)}
      />
      <DateField {...field} name="gegevenOp" label="Op welke dag?" />
      <SelectField
        {...field}
        name="taal"
        label="In welke taal is de tekst besproken?"
        choices={choicesOf(LANGUAGE_WORDS)}
      />
      <Checkbox {...field} name="tolk" label="Er was een tolk bij" />
      <SelectField
        {...field}
        name="wens"
        label="Is het een kind van 12 tot en met 15? Wat wil het zelf?"
        choices={choicesOf(WISH_WORDS)}
        placeholder="Niet van toepassing"
        optional
      />
      <SelectField
        {...field}
        name="betrokken"
        label="Is er een ouder of voogd? Kan hij of zij er zelf bij betrokken zijn?"
        description="Altijd invullen als een ouder of voogd toestemming gaf."
        choices={choicesOf(REPRESENTATIVE_WORDS)}
        placeholder="Niet van toepassing"
        optional
      />
    </>
  );
}
