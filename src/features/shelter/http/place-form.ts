import { z } from 'zod';
import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { POLICE_REGIONS } from '../../../shared-kernel/police-region.ts';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import type { Place, PlaceDays, PlaceFeatures } from '../domain/place.ts';
import { EXPERTISE_WORDS, GENDER_WORDS, STAFFING_WORDS, TYPE_WORDS } from '../ui/shelter-words.ts';
import { MOST_PLACES, type Promised } from '../use-cases/register-unit.ts';
import { chosen, date, dateOrNothing, text, tick, ticked, version, whole } from './fields.ts';

/** The fields in which several values may be ticked. */
export const TICKED = ['geslachten', 'kennis'] as const;

const FEATURES = {
  soort: chosen(TYPE_WORDS, 'Kies de soort opvang.'),
  regio: z.enum(POLICE_REGIONS, 'Kies een politieregio.'),
  geslachten: ticked(GENDER_WORDS, 'Kies voor wie de plek is.'),
  leeftijdVanaf: whole(0, 120, 'Vul een leeftijd in, bijvoorbeeld 18.'),
  leeftijdTot: whole(0, 120, 'Vul een leeftijd in, of laat het leeg.', -1),
  kinderen: whole(0, 20, 'Vul een getal in van 0 tot en met 20.'),
  kindTot: whole(0, 17, 'Vul een leeftijd in van 0 tot en met 17, of laat het leeg.', -1),
  jongenTot: whole(0, 17, 'Vul een leeftijd in van 0 tot en met 17, of laat het leeg.', -1),
  rolstoel: tick,
  huisdier: tick,
  talen: text(200).transform((typed) =>
    typed
      .split(/[,;\n]/)
      .map((each) => each.trim())
      .filter(Boolean),
  ),
  kennis: ticked(EXPERTISE_WORDS),
  begeleiding: chosen(STAFFING_WORDS, 'Kies wanneer er begeleiding is.'),
  openVanaf: date('Vul in vanaf welke dag de plek open is.'),
  sluitOp: dateOrNothing,
};

const UNIT = {
  naam: text(60).min(1, 'Vul in hoe u dit huis noemt.'),
  adres: text(200).transform((typed) => typed || undefined),
};

export const NewUnitForm = z.object({
  ...UNIT,
  aantal: whole(1, MOST_PLACES, `Vul een getal in van 1 tot en met ${MOST_PLACES}.`),
  ...FEATURES,
});
export const UnitForm = z.object({
  versie: version,
  ...UNIT,
  erbij: whole(0, MOST_PLACES, `Vul een getal in van 0 tot en met ${MOST_PLACES}.`, 0),
});
export const PlaceForm = z.object({
  versie: version,
  ...FEATURES,
  buitenVanaf: dateOrNothing,
  buitenTot: dateOrNothing,
});

type Fields = Omit<z.output<typeof PlaceForm>, 'versie' | 'buitenVanaf' | 'buitenTot'> &
  Partial<Pick<z.output<typeof PlaceForm>, 'buitenVanaf' | 'buitenTot'>>;

const ageOrNone = (typed: number): number | undefined => (typed === -1 ? undefined : typed);

/** What the fields say of a place. */
export function placeIn(fields: Fields): PlaceFeatures & PlaceDays {
  return {
    type: fields.soort,
    region: fields.regio,
    genders: fields.geslachten,
    minAge: fields.leeftijdVanaf,
    maxAge: ageOrNone(fields.leeftijdTot),
    children: fields.kinderen,
    childMaxAge: ageOrNone(fields.kindTot),
    boyMaxAge: ageOrNone(fields.jongenTot),
    isWheelchair: fields.rolstoel === 'ja',
    takesPets: fields.huisdier === 'ja',
    languages: fields.talen,
    expertise: fields.kennis,
    staffing: fields.begeleiding,
    opensOn: fields.openVanaf,
    closesOn: fields.sluitOp,
    out: fields.buitenVanaf && fields.buitenTot ? { from: fields.buitenVanaf, until: fields.buitenTot } : undefined,
  };
}

/** What is wrong between fields, which no field says by itself. */
export function betweenFields(fields: z.output<typeof PlaceForm>): FieldErrors {
  if ((fields.buitenVanaf === undefined) === (fields.buitenTot === undefined)) return {};
  return fields.buitenVanaf
    ? { buitenTot: 'Vul in op welke dag de plek weer te gebruiken is.' }
    : { buitenVanaf: 'Vul in vanaf welke dag de plek niet te gebruiken is.' };
}

/** A place as its form shows it. */
export function valuesOfPlace(place: Place): FieldValues {
  const written = (day: Place['closesOn']) => (day ? writeDutchDate(day) : '');
  return {
    soort: TYPE_WORDS[place.type].value,
    regio: place.region,
    geslachten: place.genders.map((each) => GENDER_WORDS[each].value),
    leeftijdVanaf: String(place.minAge),
    leeftijdTot: String(place.maxAge ?? ''),
    kinderen: String(place.children),
    kindTot: String(place.childMaxAge ?? ''),
    jongenTot: String(place.boyMaxAge ?? ''),
    rolstoel: place.isWheelchair ? 'ja' : '',
    huisdier: place.takesPets ? 'ja' : '',
    talen: place.languages.join(', '),
    kennis: place.expertise.map((each) => EXPERTISE_WORDS[each].value),
    begeleiding: STAFFING_WORDS[place.staffing].value,
    openVanaf: written(place.opensOn),
    sluitOp: written(place.closesOn),
    buitenVanaf: written(place.out?.from),
    buitenTot: written(place.out?.until),
  };
}

/** Beside which field a refusal stands, and what to do. */
export const PLACE_REFUSED: Readonly<Record<string, FieldErrors>> = {
  'ages-turned-round': { leeftijdTot: 'Deze leeftijd moet gelijk zijn aan de eerste, of hoger.' },
  'closes-before-opening': { sluitOp: 'Deze dag moet na de dag van opening liggen.' },
  'out-turned-round': { buitenTot: 'Deze dag moet later zijn dan de eerste dag buiten gebruik.' },
  'too-many-places': { erbij: `In één huis passen hoogstens ${MOST_PLACES} plekken. Leg een tweede huis vast.` },
  'edit-conflict': { _form: 'Een collega wijzigde dit net. Kijk na wat er nu staat, en bewaar daarna opnieuw.' },
};

const SHUT_FIELDS = { opens: 'openVanaf', closes: 'sluitOp', out: 'buitenVanaf' } as const;

/** Beside the day that would shut the place on a night that is given already. */
export const promisedAt = ({ by, night }: Promised): FieldErrors => ({
  [SHUT_FIELDS[by]]:
    `De plek is bezet in de nacht van ${writeDutchDate(night)}. Zette u dat zelf zo? Wijzig het eerst bij «Onze plekken». Kwam iemand via In Beeld? Meld eerst een vertrek, of bel wie plaatste.`,
});
