interface Refusal {
  readonly title: string;
  readonly what: string;
  /** What to do now, on a page; without it the page says what helps with its status in general. */
  readonly now?: readonly string[];
}

/** What a refusal says on a page and in the interface between systems: the title, and what happened. Every code has a row. */
export const REFUSALS: Readonly<Record<string, Refusal>> = {
  'not-signed-in': { title: 'Log eerst in', what: 'Voor deze pagina moet u zijn ingelogd.' },
  forbidden: {
    title: 'U mag deze pagina niet zien',
    what: 'U bent ingelogd, maar uw rol geeft geen toegang tot deze pagina.',
  },
  'not-found': { title: 'Deze pagina is er niet', what: 'De pagina bestaat niet, of u hebt er geen toegang toe.' },
  'method-not-allowed': {
    title: 'Dat kan hier niet',
    what: 'Deze handeling bestaat niet op dit adres. In de header Allow staat wat wel kan.',
  },
  'form-expired': {
    title: 'Dit formulier is verlopen',
    what: 'Het formulier hoort bij een sessie die voorbij is. Er is niets opgeslagen.',
    now: [
      'Ga terug naar de vorige pagina. Wat u invulde, staat daar meestal nog: kopieer het.',
      'Open de pagina opnieuw, vul het weer in en verstuur het.',
    ],
  },
  'form-key-used': {
    title: 'Dit formulier is al gebruikt',
    what: 'De sleutel van dit formulier hoort bij een ander formulier. Er is niets opgeslagen. Open de pagina opnieuw.',
  },
  'edit-conflict': {
    title: 'Iemand anders heeft dit intussen gewijzigd',
    what: 'Het record is gewijzigd nadat u het opende. Er is niets opgeslagen. Bekijk de wijziging en stuur opnieuw.',
  },
  'ongeldige-invoer': { title: 'Ongeldige invoer', what: 'Een of meer parameters of velden zijn niet goed ingevuld.' },
  'cross-site': {
    title: 'Dit formulier kwam van een andere website',
    what: 'Wij nemen alleen formulieren aan van onze eigen pagina’s. Er is niets opgeslagen.',
    now: ['Open In Beeld zelf en vul het formulier daar in.', 'Vertrouw de andere website niet zomaar.'],
  },
  'https-needed': { title: 'Deze verbinding is niet veilig', what: 'Gebruik het adres dat met https:// begint.' },
  'too-many-requests': {
    title: 'Dat ging te snel',
    what: 'Er kwamen in korte tijd te veel verzoeken. Wacht een minuut en probeer het opnieuw.',
    now: ['Wacht een minuut.', 'Laad de pagina opnieuw. Wat u invulde, verstuurt u dan nog eens.'],
  },
  'too-large': {
    title: 'Dit is te groot',
    what: 'Wat u stuurde is te groot. Er is niets opgeslagen.',
    now: ['Ga terug naar de vorige pagina.', 'Kies een kleiner bestand of kort uw tekst in, en verstuur het opnieuw.'],
  },
  'unsupported-media-type': {
    title: 'Dit konden wij niet lezen',
    what: 'De gegevens hebben een vorm die wij niet aannemen. Er is niets opgeslagen.',
  },
  unreadable: {
    title: 'Dit konden wij niet lezen',
    what: 'De gegevens kwamen niet goed bij ons aan. Er is niets opgeslagen.',
  },
  'organisation-ended': {
    title: 'Uw organisatie is opgegaan in een andere',
    what: 'Hier kunt u nog lezen, maar niets meer vastleggen. Er is niets opgeslagen.',
  },
  'out-of-service': {
    title: 'In Beeld is even niet bereikbaar',
    what: 'De database antwoordt niet of is vol. Uw gegevens zijn niet opgeslagen.',
  },
  'document-not-made': {
    title: 'Dit document kon nu niet worden gemaakt',
    what: 'Probeer het over een minuut opnieuw, of kies het Word-document in plaats van de PDF.',
  },
  defect: { title: 'Er ging bij ons iets mis', what: 'Dat ligt niet aan u. Uw gegevens zijn niet opgeslagen.' },
};
