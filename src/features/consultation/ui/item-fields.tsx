import type { ComponentChildren } from 'preact';
import { Checkboxes } from '../../../ui/forms/checkboxes.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { type Choice, SelectField } from '../../../ui/forms/select-field.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import type { Participant } from '../domain/meeting.ts';
import { LAW_WORDS, SEES_WORDS } from './consultation-words.ts';

interface Filled {
  readonly values: FieldValues;
  readonly errors: FieldErrors | undefined;
}

/** What is asked of an item, the same for the chair and for who brings it in: a topic, or a person with the ground. */
export function ItemFields({
  aboutPerson,
  asksGround,
  ages,
  consentFields,
  ...field
}: Filled & {
  aboutPerson: boolean;
  asksGround: boolean;
  ages: readonly Choice[];
  /** The questions about a consent, as they are asked for every consent to be helped. */
  consentFields: ComponentChildren;
}) {
  return (
    <>
      {aboutPerson ? (
        <>
          <TextField
            name="aanduiding"
            label="Hoe noemt u deze persoon aan tafel?"
            description="Een voornaam of afkorting is genoeg. Wie het is, zegt u in het overleg."
            {...field}
          />
          <TextArea name="vraag" label="Wat is uw vraag aan tafel?" rows={3} {...field} />
          <TextArea
            name="achtergrond"
            label="Wat moet men weten om te helpen?"
            description="Niet meer dan nodig. Wie alleen de vraag mag zien, krijgt dit niet."
            rows={3}
            optional
            {...field}
          />
        </>
      ) : (
        <TextField name="onderwerp" label="Wat is het onderwerp?" {...field} />
      )}
      <TextField name="doel" label="Waarom staat dit op de agenda?" description="Het doel van dit punt." {...field} />
      {aboutPerson && asksGround ? <GroundFields {...field} ages={ages} consentFields={consentFields} /> : null}
    </>
  );
}

/** Who of the table gets an item. */
export function ForFields({
  participants,
  aboutPerson,
  own,
  ...field
}: Filled & { participants: readonly Participant[]; aboutPerson: boolean; own: string }) {
  const able = participants.filter(({ removedAt, sees }) => !removedAt && !(aboutPerson && sees === 'topics'));
  return able.length === 0 ? (
    <p class="utrecht-paragraph">
      Er is nog niemand die dit mag krijgen. <Link href={`${own}/deelnemers`}>Voeg een deelnemer toe</Link>.
    </p>
  ) : (
    <Checkboxes
      name="voor"
      label="Wie krijgt dit punt?"
      description="Anderen zien het niet, ook niet in het verslag."
      optional
      choices={able.map(({ id, name, sees }) => ({
        value: id,
        label: name,
        ...(aboutPerson && { description: SEES_WORDS[sees].label }),
      }))}
      {...field}
    />
  );
}

/** Why a person may be spoken of at a table of care parties. */
function GroundFields(props: {
  values: FieldValues;
  errors: FieldErrors | undefined;
  ages: readonly { readonly value: string; readonly label: string }[];
  consentFields: ComponentChildren;
}) {
  const { ages, consentFields, ...field } = props;
  return (
    <>
      <Radios
        name="grondslag"
        label="Op welke grondslag?"
        choices={[
          { value: 'toestemming', label: 'Toestemming', description: 'Vul hieronder in wie die gaf, hoe en wanneer.' },
          { value: 'zorgwet', label: 'Een zorgwet', description: 'Noem hieronder welke.' },
        ]}
        {...field}
      />
      <Heading level={2}>Bij toestemming</Heading>
      <p class="utrecht-paragraph">Steunt het op een zorgwet? Sla deze vragen over.</p>
      <SelectField
        name="leeftijd"
        label="Hoe oud is de persoon?"
        description="Van 12 tot en met 15 jaar telt ook wat het kind zelf wil."
        optional="alleen bij toestemming"
        choices={ages}
        {...field}
      />
      {consentFields}
      <Heading level={2}>Bij een zorgwet</Heading>
      <SelectField
        name="wet"
        label="Welke wet?"
        description="Of de wet dit toelaat, is nog te verifiëren door uw FG."
        optional="alleen bij een zorgwet"
        choices={Object.entries(LAW_WORDS).map(([value, label]) => ({ value, label }))}
        {...field}
      />
    </>
  );
}
