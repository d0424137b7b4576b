import type { BulkColumn, BulkProblem, BulkStanding } from '../domain/bulk-table.ts';
import {
  AGE_GROUP_WORDS,
  COMPLAINT_WORDS,
  EXPLOITED_IN_WORDS,
  FORM_WORDS,
  GENDER_WORDS,
  GIVER_WORDS,
  LANGUAGE_WORDS,
  MANNER_WORDS,
  RECRUITED_WORDS,
  REGION_WORDS,
  REPORTER_WORDS,
  ROUTE_WORDS,
  SECTOR_WORDS,
  WISH_WORDS,
} from './registration-words.ts';

export const BULK_TITLE = 'Veel aanmeldingen tegelijk';
export const TEMPLATE_NAME = 'sjabloon-aanmeldingen';

/** What each column is called, in the template and on screen, in the order of the template. */
export const COLUMN_NAMES: Readonly<Record<BulkColumn, string>> = {
  nummer: 'Eigen nummer',
  weg: 'Manier',
  aanmelder: 'Aanmelder',
  regio: 'Politieregio',
  naam: 'Naam',
  geboortedatum: 'Geboortedatum',
  leeftijd: 'Leeftijd',
  geslacht: 'Geslacht',
  nationaliteit: 'Nationaliteit',
  vormen: 'Vorm',
  sectoren: 'Werk',
  waar: 'Waar',
  geworven: 'Geworven',
  van: 'Vanaf',
  tot: 'Tot',
  herkend: 'Herkend op',
  aangifte: 'Aangifte',
  kinderen: 'Kinderen erbij',
  sub3: 'Artikel 273f onder 3',
  gegevenDoor: 'Toestemming van',
  hoe: 'Toestemming hoe',
  gegevenOp: 'Toestemming op',
  taal: 'Toestemming taal',
  tolk: 'Tolk erbij',
  wens: 'Wens van het kind',
  betrokken: 'Ouder of voogd betrokken',
};

const anyOf = (words: Readonly<Record<string, string>>) => `${Object.values(words).join('; ')}.`;
const MORE = 'Zet tussen meer antwoorden een puntkomma.';
const PARTLY = 'Een dag, een maand of een jaar: 12-3-2025, 3-2025 of 2025.';
const WITH_CONSENT = 'Alleen met naam en toestemming.';

/** What a column holds, for whoever fills it in. */
export const COLUMN_HELP: Readonly<Record<BulkColumn, string>> = {
  nummer:
    'Verplicht. Uw eigen nummer voor deze aanmelding, bijvoorbeeld 2026-014. Geen naam en geen BSN. Wij bewaren alleen een onleesbare afdruk ervan, om dezelfde regel te herkennen.',
  weg: `Verplicht. ${anyOf(Object.fromEntries(Object.entries(ROUTE_WORDS).map(([route, { label }]) => [route, label])))}`,
  aanmelder: `Voor wat voor organisatie u werkt. Verplicht als u uit meer soorten kiest. ${anyOf(REPORTER_WORDS)}`,
  regio: anyOf(REGION_WORDS),
  naam: 'Alleen met naam. Eén naam is genoeg.',
  geboortedatum: `Alleen met naam. ${PARTLY}`,
  leeftijd: `Een aantal jaren, of: ${anyOf(AGE_GROUP_WORDS)}`,
  geslacht: anyOf(GENDER_WORDS),
  nationaliteit: `De naam van het land, of de code van twee letters: Roemenië of RO. ${MORE}`,
  vormen: `${anyOf(FORM_WORDS)} ${MORE}`,
  sectoren: `${anyOf(SECTOR_WORDS)} ${MORE}`,
  waar: anyOf(EXPLOITED_IN_WORDS),
  geworven: anyOf(RECRUITED_WORDS),
  van: `Begin van de uitbuiting. ${PARTLY}`,
  tot: `Einde van de uitbuiting. ${PARTLY}`,
  herkend: `Wanneer u het herkende. ${PARTLY}`,
  aangifte: anyOf(COMPLAINT_WORDS),
  kinderen: 'Hoeveel kinderen de persoon bij zich heeft: 0 tot en met 30.',
  sub3: 'Ja of nee. Alleen voor de Marechaussee.',
  gegevenDoor: `${WITH_CONSENT} ${anyOf(GIVER_WORDS)}`,
  hoe: `${WITH_CONSENT} ${anyOf(MANNER_WORDS)}`,
  gegevenOp: `${WITH_CONSENT} Een dag, bijvoorbeeld 12-3-2026.`,
  taal: `${WITH_CONSENT} In welke taal de tekst is besproken. ${anyOf(LANGUAGE_WORDS)}`,
  tolk: `${WITH_CONSENT} Ja of nee.`,
  wens: `${WITH_CONSENT} Alleen bij een kind van 12 tot en met 15. ${anyOf(WISH_WORDS)}`,
  betrokken: `${WITH_CONSENT} Alleen als een ouder of voogd toestemming gaf. Kan die er zelf bij betrokken zijn? Nee, ja of onbekend.`,
};

const KEEP_UNKNOWN = 'Weet u het niet? Schrijf dan onbekend, of laat de cel leeg.';

/** What is wrong with a cell, and what to do. */
export const PROBLEM_TEXTS: Readonly<Record<BulkProblem['code'], string>> = {
  missing: 'Vul deze cel in.',
  'not-in-list': `Dit woord kennen wij hier niet. Gebruik een antwoord uit de uitleg. ${KEEP_UNKNOWN}`,
  'too-many': 'Dit zijn te veel antwoorden. Laat er hoogstens vijf staan.',
  'date-unreadable': `Deze datum bestaat niet. Schrijf hem zo: 12-3-2025, 3-2025 of 2025. ${KEEP_UNKNOWN}`,
  'number-unreadable': `Schrijf een getal van 0 tot en met 30. ${KEEP_UNKNOWN}`,
  'text-too-long': 'Deze tekst is te lang. Maak hem korter.',
  'letters-broken':
    'Er zijn letters verloren gegaan. Bewaar het bestand als CSV UTF-8 of als Excel, en vul de cel opnieuw in.',
  'holds-bsn': 'Dit kan een BSN zijn. Gebruik een eigen nummer.',
  'number-twice': 'Dit nummer staat al op een eerdere regel. Geef elke aanmelding een eigen nummer.',
  'number-used-before':
    'Met dit nummer meldde uw organisatie al iemand aan, met andere gegevens. Is dit iemand anders? Gebruik dan een nieuw nummer.',
  'from-in-future': 'Deze datum ligt in de toekomst. Vul vandaag of eerder in.',
  'until-in-future': 'Deze datum ligt in de toekomst. Vul vandaag of eerder in.',
  'identified-in-future': 'Deze datum ligt in de toekomst. Vul vandaag of eerder in.',
  'birth-date-in-future': 'De geboortedatum ligt in de toekomst. Vul een eerdere in.',
  'ends-before-start': 'Het einde ligt voor het begin. Vul een later einde in.',
  'unknown-nationality': `Dit land kennen wij niet. ${KEEP_UNKNOWN}`,
  'kmar-only': 'Dit geldt alleen voor de Marechaussee. Schrijf nee.',
  'other-reporter':
    'Zo kan uw organisatie niet aanmelden. CoMensha legt vast als wat zij aanmeldt. Kies een andere soort, of bel CoMensha.',
  'only-duty-bound':
    'Deze manier is voor politie, Marechaussee en Arbeidsinspectie. Meld aan met toestemming of zonder naam.',
  'age-unknown':
    'Van de leeftijd hangt af wie toestemming geeft. Vul de leeftijd in, of meld deze persoon aan zonder naam.',
  'person-too-young': 'Op deze leeftijd geeft een ouder of voogd toestemming. Vul in wie dat was.',
  'person-old-enough': 'Op deze leeftijd beslist de persoon zelf. Schrijf «De persoon zelf».',
  'wish-missing': 'Vraag het kind wat het zelf wil, en schrijf het antwoord.',
  'child-objects': 'Het kind wil het niet. Meld aan zonder naam, en overleg eerst.',
  'consent-in-future': 'Deze dag ligt in de toekomst. Vul vandaag of eerder in.',
  'consent-lapsed': 'Deze toestemming is ouder dan een jaar. Vraag haar opnieuw, of meld aan zonder naam.',
  'own-rules': 'Hiervoor gelden eigen regels. Vraag uw jurist, of meld aan zonder naam.',
  'interpreter-missing':
    'In deze taal is er geen tekst die iemand heeft nagekeken. Laat een tolk de Nederlandse tekst vertalen, en schrijf ja.',
  'representative-not-judged': 'Kan deze ouder of voogd er zelf bij betrokken zijn? Schrijf nee, ja of onbekend.',
  'representative-contested':
    'Vraag en vertel deze ouder of voogd niets. Meld aan zonder naam, en overleg met Veilig Thuis of de zorgcoördinator.',
  'no-consent-needed': 'Bij deze manier hoort geen toestemming. Maak de cellen over toestemming leeg.',
  'consent-missing': 'Met naam kan alleen met toestemming. Vul die in, of meld aan zonder naam.',
  'name-missing': 'Met naam hoort hier een naam. Weet u die niet? Meld dan aan zonder naam.',
  'name-present': 'Zonder naam aanmelden: maak de naam en de geboortedatum leeg.',
};

export const STANDING_WORDS: Readonly<
  Record<BulkStanding, { readonly kind: 'info' | 'ok' | 'warning' | 'neutral'; readonly label: string }>
> = {
  read: { kind: 'info', label: 'gelezen, nog niet verstuurd' },
  running: { kind: 'info', label: 'bezig' },
  stopped: { kind: 'warning', label: 'gestopt' },
  done: { kind: 'ok', label: 'klaar' },
  discarded: { kind: 'neutral', label: 'weggedaan' },
};

/** Why it stopped, and what helps. Everything else is a matter of trying again. */
const STOPPED: Readonly<Record<string, string>> = {
  'gate-closed':
    'Aanmelden staat in uw organisatie niet meer aan. Uw FG regelt dat met de startpoort. Ga daarna verder.',
  'no-longer-here': 'U werkt hier niet meer in de rol waarin u begon. Lees het bestand opnieuw in met uw rol van nu.',
  'rows-gone': 'Wat wij lazen is er niet meer. Lees het bestand opnieuw in.',
  'rows-changed': 'Er veranderde iets nadat u het bestand inlas. Lees het opnieuw in: dan ziet u wat.',
  'no-register':
    'Uw organisatie heeft met CoMensha geen afspraak meer over dit soort bericht. Uw functioneel beheerder legt die vast onder Samenwerken. Ga daarna verder.',
  'no-agreement': 'De afspraak met CoMensha geldt niet meer. Leg haar opnieuw vast onder Samenwerken, en ga verder.',
};

export const stoppedText = (code: string | undefined): string =>
  STOPPED[code ?? ''] ?? 'Het lukte niet om verder te gaan. Probeer het opnieuw.';

export const LETTERS_WORDS: Readonly<Record<string, string>> = {
  'utf-16': 'Unicode-tekst (UTF-16)',
  'windows-1252': 'letters van een oudere Windows (Windows-1252)',
};
