/**
 * What the refusal codes of each part of the product mean, for docs/foutcodes.md: who reads a log, an audit row or an answer of
 * the interface finds them there. What people read on screen stands beside the field, in the feature itself. The codes of the
 * edge (src/app/refusals.ts) are used by every part and have their words there. A test compares this list with the code.
 */
export const REFUSAL_MEANINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  accounts: {
    'unknown-demo-person':
      'De gevraagde voorbeeldpersoon bestaat niet: de rol, de organisatie of het nummer klopt niet.',
  },
  approach: {
    'already-asked': 'Deze collega is al gevraagd om mee te antwoorden.',
    'already-lapsed': 'De einddatum is al voorbij.',
    'asks-herself': 'Iemand stelt een vraag van de scan aan zichzelf.',
    'body-missing': 'Bij een verklaring over het beleid staat niet wie het besluit nam.',
    'basis-missing': 'De gemeente zegt dat zij het instrument heeft, zonder de regel waarop het steunt.',
    'decided-before-document': 'Het is vastgesteld vóór de datum van het document.',
    'decided-in-future': 'De datum van het besluit ligt in de toekomst.',
    'differences-open': 'De scan kan niet worden vastgesteld: er zijn nog verschillen waarover niet is gekozen.',
    'document-in-future': 'De datum van het document ligt in de toekomst.',
    'due-in-past': 'De dag waarop de actie klaar moet zijn, is al voorbij.',
    'end-missing': 'Een verklaring heeft geen einddatum, terwijl dit onderdeel er een nodig heeft.',
    'ends-before-decision': 'De einddatum ligt op of voor de datum van het besluit.',
    'ends-before-start': 'Het plan eindigt op of voor de dag waarop het begint.',
    'evidence-not-found': 'Het document waarnaar het bewijs verwijst, is er niet (meer) in deze organisatie.',
    'held-in-future': 'De dag van de oefening ligt in de toekomst.',
    'instrument-not-there': 'De gemeente heeft dit instrument niet, dus zij kan het niet hebben gebruikt.',
    'mandate-after-decision': 'Het mandaat is later gegeven dan het besluit dat erop steunt.',
    'mandate-missing': 'Een ander besloot in de plaats van de gemeente, zonder mandaat dat is vastgelegd.',
    'no-difference': 'Over dit onderdeel verschillen de antwoorden niet, dus er valt niets te kiezen.',
    'no-plan': 'De gemeente heeft nog geen plan.',
    'not-asked': 'Deze persoon is niet gevraagd om op dit onderdeel te antwoorden.',
    'not-the-owner': 'Alleen de eigenaar van de scan mag dit.',
    'nothing-offered': 'De regio biedt niets aan dat hier kan worden overgenomen.',
    'older-than-known': 'Er is al een latere oefening vastgelegd.',
    'plan-is-empty': 'Het plan heeft nog geen acties, dus er valt niets vast te stellen.',
    'reason-missing': 'Bij een onderdeel ontbreekt de reden die daar nodig is.',
    'runs-too-long': 'De einddatum ligt meer dan vier jaar na het besluit.',
    'scan-already-open': 'Er loopt al een scan; er is er hoogstens één tegelijk open.',
    'scan-empty': 'De scan kan niet worden vastgesteld: er is nog niets beantwoord.',
    'scan-not-open': 'Er is geen open scan (meer).',
    'substitute-is-same-person': 'De vervanger is dezelfde persoon als de aandachtsfunctionaris.',
    'unknown-colleague': 'Deze collega werkt hier niet (meer).',
    'unknown-element': 'Dit onderdeel bestaat niet in het kader.',
    'unknown-owner': 'De eigenaar van de actie werkt hier niet (meer).',
    'unknown-region': 'De gemeente hoort niet bij deze regio.',
    'unknown-substitute': 'De vervanger bij de actie werkt hier niet (meer).',
    'used-in-future': 'De dag waarop het instrument is gebruikt, ligt in de toekomst.',
    'victim-check-missing':
      'Niet is gezegd of eerst is nagegaan of iemand slachtoffer kan zijn, terwijl het instrument daarom vraagt.',
  },
  insight: {
    'estimate-option': 'Een optie van de opdracht `estimate` bestaat niet of heeft een waarde die niet kan.',
    'run-in-progress': 'Van deze persoon loopt nog een berekening; er is er één tegelijk.',
    'seen-in-future': 'Een kenmerk van een gemeente is bevestigd met een dag die nog komt.',
    'unreadable-file': 'Het bestand dat de opdracht `estimate` moet lezen, is er niet of is niet te lezen.',
  },
  organisations: {
    'already-given': 'Deze organisatie heeft voor dezelfde taak al een mandaat in (een deel van) deze periode.',
    'ends-before-start': 'Het mandaat eindigt op of voor de dag waarop het begint.',
    'group-too-small': 'Er zijn te weinig gemeenten die genoeg lijken op deze gemeente om te vergelijken.',
    'merges-with-itself': 'Een gemeente kan niet in zichzelf opgaan.',
    'no-predecessor': 'Bij de samenvoeging is geen gemeente genoemd die ophoudt.',
    'no-successor': 'Bij de samenvoeging is geen gemeente genoemd die verdergaat.',
    'not-after-last-change': 'De wijziging van de regio ligt niet na de vorige wijziging.',
    'predecessor-not-active': 'De gemeente die zou ophouden, bestaat op die dag niet (meer).',
    'runs-too-long': 'Het mandaat duurt langer dan vier jaar.',
    'starts-in-past': 'Het mandaat begint op een dag die al voorbij is.',
    'successor-ended': 'De gemeente die zou verdergaan, is op die dag zelf opgeheven.',
    'unknown-holder': 'De organisatie die gemachtigd zou worden, bestaat niet of kan dit niet krijgen.',
    'unknown-municipality': 'Deze gemeentecode bestaat niet.',
  },
  'platform/clock': {
    'clock-refused': 'De klok van de voorbeeldomgeving kan niet zo worden verzet: terug, te ver, of onleesbaar.',
  },
  'platform/exchange': {
    'message-moved-on':
      'Het bericht staat niet meer in de stand waarin dit kan: het is al beantwoord, ingetrokken of verlopen.',
    'no-agreement': 'De twee organisaties hebben vandaag geen afspraak om dit soort bericht uit te wisselen.',
    'other-message': 'Er ging al een ander bericht met hetzelfde kenmerk.',
    'receiver-ended': 'De ontvangende organisatie is opgeheven.',
  },
  'platform/files': {
    'file-disguised': 'De inhoud van het bestand is van een andere soort dan de naam zegt.',
    'file-empty': 'Het bestand is leeg.',
    'file-kind-unknown': 'Deze soort bestand nemen wij niet aan.',
    'file-too-large': 'Het bestand is groter dan 20 MB.',
  },
};
