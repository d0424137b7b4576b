import { Checkbox } from '../../../ui/forms/checkboxes.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';

/** What is asked of everything that many will read. The box about names is there once the guard saw one. */
export function GuessFields(props: {
  values: FieldValues;
  errors?: FieldErrors | undefined;
  sawName: boolean;
  nth?: string | undefined;
}) {
  const field = { values: props.values, errors: props.errors, nth: props.nth };
  return (
    <>
      <Radios
        {...field}
        name="raden"
        label="Kan iemand in uw gemeente raden om wie dit gaat?"
        description="Denk ook aan wie er werkt of woont. Geen programma ziet wie «de jongen van de kapper» is; u wel."
        choices={[
          { value: 'nee', label: 'Nee, niemand' },
          { value: 'ja', label: 'Ja, dat zou kunnen' },
        ]}
        inline
      />
      {props.sawName || props.values.geenNaam === 'ja' ? (
        <Checkbox
          {...field}
          name="geenNaam"
          label="Wat op een naam lijkt, is geen naam van een persoon"
          description="Bijvoorbeeld een straat of een organisatie. Wie het nakijkt, ziet dat u dit zei."
        />
      ) : null}
    </>
  );
}
