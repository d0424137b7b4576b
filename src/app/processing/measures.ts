import type { Measure } from '../../features/privacy/index.ts';

/** How data is protected: the words of the register, the DPIA and the processing agreement, each with what proves it. */
export const MEASURES = [
  {
    id: 'matrix',
    text: 'Toegang hangt af van rol, doel en organisatie; wat niet is gegeven, is dicht.',
    textEn: 'Access depends on role, purpose and organisation; what is not given is closed.',
    provenBy: ['SEC-10', 'SEC-11', 'SEC-12'],
  },
  {
    id: 'rls',
    text: 'De database laat alleen de rijen van de eigen organisatie zien, ook als het programma zich vergist.',
    textEn: 'The database shows only the rows of one’s own organisation, even when the program is mistaken.',
    provenBy: ['SEC-13'],
  },
  {
    id: 'seal',
    text: 'Wat iemand herkenbaar maakt, is verzegeld met een sleutel per dossier.',
    textEn: 'What makes a person recognisable is sealed with a key for each file.',
    provenBy: ['SEC-35', 'SEC-37'],
  },
  {
    id: 'logs',
    text: 'Elk gebruik van gegevens over een persoon komt in een logboek; lukt dat niet, dan blijven de gegevens dicht.',
    textEn: 'Every use of data about a person is logged; when that fails, the data stay closed.',
    provenBy: ['SEC-44', 'SEC-53'],
  },
  {
    id: 'chain',
    text: 'Logboeken kunnen alleen groeien; wijzigen of weghalen komt bij controle aan het licht.',
    textEn: 'Logs can only grow; a change or removal comes to light when checked.',
    provenBy: ['SEC-45', 'SEC-46'],
  },
  {
    id: 'pseudonym',
    text: 'In dit logboek staat een schuilnaam, gemaakt met een sleutel van de organisatie.',
    textEn: 'This log holds a pseudonym, made with a key of the organisation.',
    provenBy: ['SEC-41'],
  },
  {
    id: 'assignment',
    text: 'Alleen wie aan een dossier is toegewezen, of haar vervangt, kan erin.',
    textEn: 'Only who is assigned to a file, or stands in, can open it.',
    provenBy: ['SEC-11'],
  },
  {
    id: 'exclusion',
    text: 'Familie en bekenden worden buitengesloten; voor hen bestaat het dossier niet.',
    textEn: 'Relatives and acquaintances are excluded; for them the file does not exist.',
    provenBy: ['SEC-17'],
  },
  {
    id: 'emergency',
    text: 'Noodtoegang duurt hoogstens een uur, geldt voor één dossier, en wordt meteen gemeld en daarna beoordeeld.',
    textEn: 'Emergency access lasts an hour at most, for one file; it is reported at once and reviewed afterwards.',
    provenBy: ['SEC-15'],
  },
  {
    id: 'stepup',
    text: 'Een verblijfplaats is pas te zien na opnieuw inloggen.',
    textEn: 'Whereabouts can be seen only after signing in again.',
    provenBy: ['SEC-07'],
  },
  {
    id: 'exchange',
    text: 'Delen met een andere organisatie kan alleen met een afspraak, en is in te trekken.',
    textEn: 'Sharing with another organisation needs an agreement, and can be withdrawn.',
    provenBy: ['SEC-13'],
  },
  {
    id: 'foureyes',
    text: 'Uitvoer, wissen en publiceren doet niemand alleen.',
    textEn: 'Nobody exports, erases or publishes alone.',
    provenBy: ['SEC-16'],
  },
  {
    id: 'disclosure',
    text: 'Kleine aantallen worden verborgen voordat een cijfer naar buiten gaat.',
    textEn: 'Small counts are hidden before a figure goes out.',
    provenBy: ['SEC-58'],
  },
  {
    id: 'sessions',
    text: 'Sessies eindigen vanzelf en zijn op afstand te beëindigen.',
    textEn: 'Sessions end by themselves and can be ended from elsewhere.',
    provenBy: ['SEC-03', 'SEC-04'],
  },
  {
    id: 'mail',
    text: 'E-mail zegt alleen dat er iets klaarstaat, nooit wat. Eén brief heeft wel inhoud: gepubliceerde vragen van collega’s, voor wie daar zelf om vroeg.',
    textEn:
      'E-mail says only that something is waiting, never what. One letter does hold content: published questions of peers, for who asked for it.',
    provenBy: [],
  },
  {
    id: 'retention',
    text: 'Na de bewaartermijn worden gegevens gewist door de sleutel te vernietigen.',
    textEn: 'After the retention term data are erased by destroying the key.',
    provenBy: ['SEC-40', 'SEC-52'],
  },
] as const satisfies readonly Measure[];
