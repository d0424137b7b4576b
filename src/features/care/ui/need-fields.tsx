import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { CARE_AGES, CARE_FORMS, CARE_GENDERS } from '../domain/need.ts';
import { AGE_WORDS, choicesOf, FORM_WORDS, GENDER_WORDS } from './care-words.ts';

/** Whom it is about: form, age and gender, each of which may be left out. */
export function NeedFields(props: { values: FieldValues; errors: FieldErrors; every: (what: string) => string }) {
  const field = { values: props.values, errors: props.errors, optional: true } as const;
  return (
    <>
      <SelectField
        {...field}
        name="vorm"
        label="Vorm van uitbuiting"
        placeholder={props.every('vormen')}
        choices={choicesOf(CARE_FORMS, FORM_WORDS)}
      />
      <SelectField
        {...field}
        name="leeftijd"
        label="Leeftijd"
        placeholder={props.every('leeftijden')}
        choices={choicesOf(CARE_AGES, AGE_WORDS)}
      />
      <SelectField
        {...field}
        name="geslacht"
        label="Geslacht"
        placeholder={props.every('geslachten')}
        choices={choicesOf(CARE_GENDERS, GENDER_WORDS)}
      />
    </>
  );
}
