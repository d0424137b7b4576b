import type { DeadlineTexts } from '../../../platform/deadlines/deadline-texts.ts';
import { CAPACITY_STALE } from './capacity.ts';
import { NOTICES } from './notices.ts';

/** What the deadlines of shelter say on the home page. */
export const SHELTER_DEADLINES: DeadlineTexts = {
  [CAPACITY_STALE]: (_parameters, isOverdue) => ({
    title: isOverdue ? 'Uw vrije plekken zijn niet bevestigd' : 'Kloppen uw vrije plekken nog?',
    description: isOverdue
      ? 'Wie plaatst, weet niet zeker of het klopt en belt u eerst. Bevestig met één druk, of wijzig het.'
      : 'Bevestig met één druk dat het klopt, of wijzig het.',
  }),
  [NOTICES.asked]: () => ({
    title: 'Er is een plek bij u gevraagd',
    description: 'Zeg ja of nee. De plek is zo lang voor niemand anders.',
  }),
  [NOTICES.phoned]: () => ({
    title: 'Bevestig een plek die u aan de telefoon beloofde',
    description: 'De plek is geblokkeerd. Bevestig dat het klopt, of zeg waarom niet.',
  }),
  [NOTICES.accepted]: () => ({
    title: 'Een opvang zei ja',
    description: 'U kunt nu het adres openen. Meld het als de persoon onderweg is.',
  }),
  [NOTICES.refused]: () => ({
    title: 'Een opvang zei nee',
    description: 'De reden staat bij de plaatsing. Zoek een andere plek.',
  }),
  [NOTICES.guest]: () => ({
    title: 'U kunt lezen wie er komt',
    description: 'Wie plaatst, gaf door wat u moet weten om iemand te ontvangen. U leest het bij de plaatsing.',
  }),
  [NOTICES.withdrawn]: () => ({
    title: 'Een plaatsing is niet meer nodig',
    description: 'De plek is weer vrij.',
  }),
  [NOTICES.endsSoon]: () => ({
    title: 'Een optie loopt bijna af',
    description: 'Bel elkaar, en zeg ja of nee. Is de persoon onderweg? Meld dat, dan loopt er niets af.',
  }),
  [NOTICES.unconfirmed]: () => ({
    title: 'Een plek die aan de telefoon is beloofd, is nog niet bevestigd',
    description: 'Bel elkaar en noem het kenmerk. De plek blijft geblokkeerd tot de opvang ja of nee zegt.',
  }),
  [NOTICES.lapsed]: () => ({
    title: 'Een optie is verlopen',
    description: 'De plek is weer vrij. U bent allebei eerder gewaarschuwd.',
  }),
  [NOTICES.underWay]: () => ({
    title: 'Iemand is onderweg naar u',
    description: 'Meld het als de persoon er is, of als er niemand kwam.',
  }),
  [NOTICES.fellThrough]: () => ({
    title: 'Een toegezegde plek gaat niet door',
    description: 'Bel de opvang en zoek meteen een andere plek. Is iemand al onderweg? Bel dan eerst wie rijdt.',
  }),
  [NOTICES.noShow]: () => ({
    title: 'Iemand kwam niet aan bij de opvang',
    description: 'Bel wie de persoon zou brengen. De plek is weer vrij.',
  }),
  [NOTICES.departed]: () => ({
    title: 'Iemand vertrok uit de opvang',
    description:
      'Waarheen staat bij de plaatsing. Gaat de persoon naar een andere opvang? Zoek die plek vanuit de aanvraag.',
  }),
  [NOTICES.extended]: () => ({
    title: 'Iemand blijft langer in de opvang',
    description: 'De opvang verlengde het verblijf. Bij de plaatsing staat tot wanneer.',
  }),
  [NOTICES.moved]: () => ({
    title: 'Iemand kreeg een andere plek in dezelfde opvang',
    description: 'Kijk bij de plaatsing. Is het adres anders? Open het dan opnieuw.',
  }),
  [NOTICES.askedDeparture]: () => ({
    title: 'Is iemand vandaag vertrokken?',
    description: 'Meld het vertrek, of zeg tot wanneer iemand blijft. Meldt u niets, dan verlengen wij om 18.00 uur.',
  }),
  [NOTICES.staysOn]: () => ({
    title: 'Een verblijf is verlengd',
    description: 'De verwachte dag ging voorbij en niemand meldde een vertrek. Klopt dat niet? Meld het vertrek.',
  }),
  [NOTICES.cannotStay]: () => ({
    title: 'Een plek is al aan een ander beloofd',
    description: 'De verwachte dag ging voorbij en er is geen vertrek gemeld. Bel elkaar vandaag.',
  }),
};
