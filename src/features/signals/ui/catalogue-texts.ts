import type { Translated } from '../../../shared-kernel/language.ts';
import { WORK_ROLE_NAMES } from '../../../shared-kernel/work-role.ts';
import type { SignalCategory, SignalForm } from '../domain/catalogue.ts';
import type { SignalStrength } from '../domain/triage.ts';

/** The work in which a signal is met, as people call it. */
export const SIGNAL_ROLE_NAMES = WORK_ROLE_NAMES;

export const SIGNAL_FORM_NAMES: Translated<Readonly<Record<SignalForm, string>>> = {
  nl: {
    general: 'Algemeen',
    'sexual-exploitation': 'Seksuele uitbuiting',
    'labour-exploitation': 'Arbeidsuitbuiting',
    'criminal-exploitation': 'Criminele uitbuiting',
    'forced-services': 'Gedwongen dienstverlening',
    'organ-removal': 'Orgaanverwijdering',
  },
  en: {
    general: 'General',
    'sexual-exploitation': 'Sexual exploitation',
    'labour-exploitation': 'Labour exploitation',
    'criminal-exploitation': 'Criminal exploitation',
    'forced-services': 'Forced services',
    'organ-removal': 'Organ removal',
  },
};

export const SIGNAL_CATEGORY_NAMES: Translated<Readonly<Record<SignalCategory, string>>> = {
  nl: {
    control: 'Controle',
    documents: 'Documenten',
    statement: 'Wat iemand zegt',
    housing: 'Wonen',
    behaviour: 'Gedrag',
    body: 'Lichaam',
    money: 'Geld',
    work: 'Werk',
    online: 'Online',
  },
  en: {
    control: 'Control',
    documents: 'Documents',
    statement: 'What somebody says',
    housing: 'Housing',
    behaviour: 'Behaviour',
    body: 'Body',
    money: 'Money',
    work: 'Work',
    online: 'Online',
  },
};

export const SIGNAL_STRENGTH_NAMES: Translated<Readonly<Record<SignalStrength, string>>> = {
  nl: { strong: 'Sterk', weak: 'Zwak' },
  en: { strong: 'Strong', weak: 'Weak' },
};

const NL = {
  title: 'Signalen van mensenhandel',
  lead: 'Wat kunt u zien in uw werk? Een signaal bewijst niets. Het is een reden om te kijken en te overleggen.',
  rulesTitle: 'Zo leest u deze lijst',
  rules: [
    'Een sterk signaal is op zichzelf een reden om vandaag te overleggen.',
    'Een zwak signaal telt pas samen met een signaal van een andere soort.',
    'Waar iemand vandaan komt, wat iemand gelooft, draagt of bij zich heeft, is nooit een signaal.',
    'Lees altijd wat het ook kan zijn.',
  ],
  status: 'Deze signalen zijn onze eigen tekst. Het vak heeft ze nog niet getoetst. Dat staat er steeds bij.',
  filter: 'Zoek een signaal',
  words: 'Woorden',
  result: 'Wat wij vonden',
  role: 'Uw werk',
  everyRole: 'Elk werk',
  form: 'Vorm',
  everyForm: 'Elke vorm',
  category: 'Soort',
  everyCategory: 'Elke soort',
  strength: 'Sterk of zwak',
  everyStrength: 'Allebei',
  count: (shown: number, all: number) => (shown === all ? `Alle ${all} signalen` : `${shown} van ${all} signalen`),
  guess: 'Niets past precies. Bedoelde u dit?',
  noneTitle: 'Geen signaal gevonden',
  wider: 'Ook signalen met een ander woord voor hetzelfde staan hieronder.',
  neverTitle: 'Dat is nooit een signaal',
  never:
    'Waar iemand vandaan komt, wat iemand gelooft, draagt of bij zich heeft, zegt niets. Let op wat iemand meemaakt: wie beslist, wie houdt de papieren en het geld, kan iemand weg?',
  none: 'Wij vonden niets. Probeer een ander woord, of wis de filters. Dat het er niet bij staat, betekent niet dat er niets is: overleg als u het niet vertrouwt.',
  showAll: 'Toon alle signalen',
  elsewise: 'Wat kan het ook zijn?',
  ownWords: 'Eigen redactie, niet nagekeken',
  sexWork: 'Zelfstandig sekswerk is legaal.',
  untested: 'Nog niet getoetst door het veld',
  tested: (by: string, date: string) => `Getoetst door ${by}, ${date}`,
  metBy: (roles: string) => `Te zien bij: ${roles}.`,
  inAll: 'Te zien in elk werk.',
  check: 'Doe de signalencheck',
  cards: 'Kaarten om te printen',
  call: 'Wie belt u?',
};

/** What the catalogue says around its signals. */
export const CATALOGUE_TEXTS: Translated<typeof NL> = {
  nl: NL,
  en: {
    title: 'Signals of human trafficking',
    lead: 'What can you see in your work? A signal proves nothing. It is a reason to look and to consult.',
    rulesTitle: 'How to read this list',
    rules: [
      'A strong signal is by itself a reason to consult somebody today.',
      'A weak signal only counts together with a signal of another kind.',
      'Where somebody is from, what somebody believes, wears or carries, is never a signal.',
      'Always read what else it can be.',
    ],
    status: 'These signals are our own text. The field has not validated them yet. Each of them says so.',
    filter: 'Find a signal',
    words: 'Words',
    result: 'What we found',
    role: 'Your work',
    everyRole: 'Any work',
    form: 'Form',
    everyForm: 'Any form',
    category: 'Kind',
    everyCategory: 'Any kind',
    strength: 'Strong or weak',
    everyStrength: 'Both',
    count: (shown, all) => (shown === all ? `All ${all} signals` : `${shown} of ${all} signals`),
    guess: 'Nothing fits exactly. Did you mean this?',
    noneTitle: 'No signal found',
    wider: 'Signals with another word for the same are listed too.',
    neverTitle: 'That is never a signal',
    never:
      'Where somebody is from, what somebody believes, wears or carries, says nothing. Look at what happens to somebody: who decides, who holds the papers and the money, can somebody leave?',
    none: 'We found nothing. Try another word, or clear the filters. That it is not listed does not mean that nothing is wrong: consult somebody when you do not trust it.',
    showAll: 'Show all signals',
    elsewise: 'What else can it be?',
    ownWords: 'Our own words, not reviewed',
    sexWork: 'Independent sex work is legal.',
    untested: 'Not yet validated by the field',
    tested: (by, date) => `Validated by ${by}, ${date}`,
    metBy: (roles) => `Seen by: ${roles}.`,
    inAll: 'Seen in any work.',
    check: 'Do the signal check',
    cards: 'Cards to print',
    call: 'Who to call',
  },
};
