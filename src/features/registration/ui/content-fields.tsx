import { Checkbox, Checkboxes } from '../../../ui/forms/checkboxes.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { COUNTRIES } from '../domain/registration.ts';
import type { ReporterType } from '../domain/reporting-guide.ts';
import { choicesOf } from './guide-words.ts';
import {
  AGE_GROUP_WORDS,
  COMPLAINT_WORDS,
  countryName,
  EXPLOITED_IN_WORDS,
  FORM_WORDS,
  GENDER_WORDS,
  RECRUITED_WORDS,
  REGION_WORDS,
  REPORTER_WORDS,
  SECTOR_WORDS,
} from './registration-words.ts';
import { ReportsAs } from './reports-as.tsx';

export const COUNTRY_CHOICES = [...COUNTRIES]
  .map((code) => ({ value: code, label: countryName(code) }))
  .toSorted((one, other) => one.label.localeCompare(other.label, 'nl'));

interface Fields {
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
}

/** Who it is, where a name may be given. */
export function NameFields(props: Fields & { optional?: boolean }) {
  return (
    <>
      <TextField
        {...props}
        name="naam"
        label="Naam"
        description="Zoals op een document, of zoals de persoon zich noemt."
      />
      <TextField
        {...props}
        name="geboortedatum"
        label="Geboortedatum"
        description="Bijvoorbeeld 12-3-2001. Weet u alleen het jaar? Vul dan dat in."
        width="medium"
        optional
      />
    </>
  );
}

/** The minimum that the register asks. Everything may stay unknown. */
export function ContentFields(props: Fields & { reporters: readonly ReporterType[] }) {
  const { reporters, ...field } = props;
  return (
    <>
      {reporters.length > 1 || field.errors?.aanmelder ? (
        <SelectField
          {...field}
          name="aanmelder"
          label="Voor wat voor organisatie werkt u?"
          choices={reporters.map((type) => ({ value: type, label: REPORTER_WORDS[type] }))}
        />
      ) : (
        <ReportsAs kinds={reporters} />
      )}
      <Radios {...field} name="leeftijd" label="Hoe oud is de persoon?" choices={choicesOf(AGE_GROUP_WORDS)} />
      <Radios {...field} name="geslacht" label="Geslacht" choices={choicesOf(GENDER_WORDS)} inline />
      <SelectField
        {...field}
        name="nationaliteit"
        label="Nationaliteit"
        choices={COUNTRY_CHOICES}
        placeholder="Onbekend"
        searchable
        optional
      />
      <Checkboxes
        {...field}
        name="vormen"
        label="Waar lijkt het op?"
        description="Kies wat past. Weet u het niet? Vink dan niets aan."
        choices={choicesOf(FORM_WORDS)}
        optional
      />
      <SelectField {...field} name="regio" label="In welke politieregio?" choices={choicesOf(REGION_WORDS)} />
      <Disclosure
        summary="Meer vertellen (niet verplicht)"
        open={Boolean(
          field.errors &&
            [
              'nationaliteit2',
              'sectoren',
              'waar',
              'geworven',
              'van',
              'tot',
              'herkend',
              'aangifte',
              'kinderen',
              'sub3',
            ].some((name) => field.errors?.[name]),
        )}
      >
        <SelectField
          {...field}
          name="nationaliteit2"
          label="Tweede nationaliteit"
          choices={COUNTRY_CHOICES}
          placeholder="Geen of onbekend"
          searchable
          optional
        />
        <Checkboxes {...field} name="sectoren" label="In welk werk?" choices={choicesOf(SECTOR_WORDS)} optional />
        <SelectField {...field} name="waar" label="Waar was de uitbuiting?" choices={choicesOf(EXPLOITED_IN_WORDS)} />
        <SelectField
          {...field}
          name="geworven"
          label="Hoe is de persoon geworven?"
          choices={choicesOf(RECRUITED_WORDS)}
        />
        <TextField
          {...field}
          name="van"
          label="Uitbuiting vanaf"
          description="Een dag, een maand of een jaar: 12-3-2025, 3-2025 of 2025."
          width="medium"
          optional
        />
        <TextField {...field} name="tot" label="Uitbuiting tot" width="medium" optional />
        <TextField
          {...field}
          name="herkend"
          label="Wanneer herkende u het?"
          description="Een dag, een maand of een jaar."
          width="medium"
          optional
        />
        <SelectField {...field} name="aangifte" label="Is er aangifte gedaan?" choices={choicesOf(COMPLAINT_WORDS)} />
        <TextField
          {...field}
          name="kinderen"
          label="Hoeveel kinderen heeft de persoon bij zich?"
          width="short"
          optional
        />
        {reporters.includes('KMAR') ? (
          <Checkbox
            {...field}
            name="sub3"
            label="Artikel 273f, eerste lid, onder 3 (alleen Marechaussee)"
            description="Deze aanmeldingen krijgen een eigen regel in elke telling."
          />
        ) : null}
      </Disclosure>
    </>
  );
}
