import { Checkboxes } from '../../../ui/forms/checkboxes.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { type Choice, SelectField } from '../../../ui/forms/select-field.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { URGENCY_WORDS, WEIGHT_WORDS } from './request-words.ts';
import { choicesOf, EXPERTISE_WORDS, GENDER_WORDS, REGION_CHOICES } from './shelter-words.ts';

const GENDERS = [
  { value: GENDER_WORDS.woman.value, label: 'Vrouw' },
  { value: GENDER_WORDS.man.value, label: 'Man' },
  { value: GENDER_WORDS.other.value, label: 'Ander geslacht' },
];

/** What somebody needs of a place: what must be, and what would be good. No name, no address. */
export function NeedsFields(props: {
  values: FieldValues;
  errors?: FieldErrors | undefined;
  /** The legal positions, as the content of today names them. */
  positions: readonly Choice[];
  /** The one that is chosen came along with what was asked. */
  isPositionKnown?: boolean | undefined;
}) {
  const field = { values: props.values, errors: props.errors };
  return (
    <>
      <Heading level={2}>Voor wie</Heading>
      <SelectField
        {...field}
        name="positie"
        label="Verblijfspositie"
        description={
          props.isPositionKnown
            ? 'Doorgegeven door wie het vroeg. Kijk na of het klopt; u kunt het wijzigen.'
            : 'Die bepaalt eerst welke soort opvang er is.'
        }
        choices={props.positions}
      />
      <Radios {...field} name="geslacht" label="Geslacht" choices={GENDERS} inline />
      <TextField
        {...field}
        name="leeftijd"
        label="Leeftijd"
        description="Weet u alleen een groep? Vul de laagste leeftijd in."
        inputMode="numeric"
        width="short"
      />
      <TextField
        {...field}
        name="kinderen"
        label="Hoeveel kinderen komen mee?"
        inputMode="numeric"
        width="short"
        optional
      />
      <TextField
        {...field}
        name="jongens"
        label="Hoe oud zijn de jongens?"
        description="Met een komma ertussen, bijvoorbeeld 4, 17. Niet elke opvang neemt oudere zonen."
        width="medium"
        optional
      />
      <TextField
        {...field}
        name="meisjes"
        label="Hoe oud zijn de meisjes?"
        description="Met een komma ertussen."
        width="medium"
        optional
      />
      <TextField
        {...field}
        name="vrouwenMee"
        label="Hoeveel andere vrouwen komen mee?"
        inputMode="numeric"
        width="short"
        optional
      />
      <TextField
        {...field}
        name="mannenMee"
        label="Hoeveel mannen komen mee?"
        inputMode="numeric"
        width="short"
        optional
      />
      <Heading level={2}>Wanneer</Heading>
      <Radios {...field} name="spoed" label="Hoe snel?" choices={choicesOf(URGENCY_WORDS)} inline />
      <DateField {...field} name="van" label="Eerste nacht" />
      <DateField
        {...field}
        name="tot"
        label="Verwacht tot"
        description="De eerste nacht dat de plek niet meer nodig is."
      />
      <Heading level={2}>Wat nodig is</Heading>
      <Radios
        {...field}
        name="rolstoel"
        label="Een plek voor iemand met een rolstoel"
        choices={choicesOf(WEIGHT_WORDS)}
        inline
      />
      <Radios {...field} name="begeleiding" label="Dag en nacht begeleiding" choices={choicesOf(WEIGHT_WORDS)} inline />
      <Radios {...field} name="huisdier" label="Een huisdier mee" choices={choicesOf(WEIGHT_WORDS)} inline />
      <TextField
        {...field}
        name="welkeTaal"
        label="Welke taal?"
        description="Bijvoorbeeld Pools."
        width="medium"
        optional
      />
      <Radios {...field} name="spreekt" label="Daar spreken ze die taal" choices={choicesOf(WEIGHT_WORDS)} inline />
      <Checkboxes
        {...field}
        name="kennisMoet"
        label="Kennis die er moet zijn"
        optional
        choices={choicesOf(EXPERTISE_WORDS)}
      />
      <Checkboxes
        {...field}
        name="kennisLiever"
        label="Kennis die er liever is"
        optional
        choices={choicesOf(EXPERTISE_WORDS)}
      />
      <SelectField
        {...field}
        name="regio"
        label="In welke regio liever?"
        placeholder="Maakt niet uit"
        optional
        choices={REGION_CHOICES}
      />
      <Disclosure
        summary="Veiligheid: waar en bij wie niet"
        open={['mijden', 'nietSamen'].some(
          (name) => props.errors?.[name] !== undefined || (props.values[name] ?? '').length > 0,
        )}
      >
        <Checkboxes
          {...field}
          name="mijden"
          label="Regio’s die u mijdt"
          description="Wij zoeken daar niet. Geen opvang hoort dit."
          optional
          choices={REGION_CHOICES}
        />
        <TextField
          {...field}
          name="nietSamen"
          label="Met wie kan het niet samen?"
          description="Kenmerken van plaatsingen of aanvragen van uw organisatie, met een komma ertussen. Geen namen. Geen opvang hoort dit."
          optional
        />
      </Disclosure>
    </>
  );
}
