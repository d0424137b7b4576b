import { Checkbox } from '../../../ui/forms/checkboxes.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { type ConsentData, type ConsentPurpose, DATA_OF } from '../domain/consent.ts';
import { DATA_WORDS } from './registration-words.ts';

/** The field of each kind of data. */
export const DATA_FIELDS: Readonly<Record<ConsentData, string>> = {
  name: 'deelNaam',
  'birth-date': 'deelGeboortedatum',
  person: 'deelPersoon',
  exploitation: 'deelUitbuiting',
  complaint: 'deelAangifte',
  needs: 'deelNodig',
  danger: 'deelGevaar',
  position: 'deelPositie',
};

/**
 * All of it ticked: what the text names that was read. What the person does not want is taken away. The text does not name the legal
 * position: whoever sends that asks for it, and ticks it herself.
 */
export const ALL_DATA: FieldValues = Object.fromEntries(
  Object.values(DATA_FIELDS).map((field) => [field, field === DATA_FIELDS.position ? '' : 'ja']),
);

/** Which data the person agrees to share. */
export function ConsentDataFields(props: {
  readonly purpose: ConsentPurpose;
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
}) {
  const { purpose, ...field } = props;
  return (
    <section class="ib-flow" aria-labelledby="welke-gegevens">
      <Heading level={2} id="welke-gegevens">
        Voor welke gegevens?
      </Heading>
      <Paragraph>Haal weg wat de persoon niet wil delen.</Paragraph>
      {DATA_OF[purpose].map((each) => (
        <Checkbox {...field} key={each} name={DATA_FIELDS[each]} label={DATA_WORDS[purpose][each] ?? each} />
      ))}
    </section>
  );
}
