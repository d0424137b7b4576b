import type { Language } from '../shared-kernel/language.ts';

interface Refusal {
  readonly title: string;
  readonly what: string;
  /** What to do now, on a page; without it the page says what helps with its status in general. */
  readonly now?: readonly string[];
}

const NL = {
  'not-signed-in': { title: 'Log eerst in', what: 'Hiervoor moet u zijn ingelogd.' },
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
  'step-up-needed': { title: 'Bewijs nog eens dat u het bent', what: 'Voor deze stap vragen wij dat opnieuw.' },
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
  'unknown-field': {
    title: 'Dit konden wij niet lezen',
    what: 'Het formulier bevat een veld dat hier niet hoort. Er is niets opgeslagen.',
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
  'feature-closed': {
    title: 'Dit onderdeel staat nog niet aan',
    what: 'Uw organisatie heeft nog niet alles geregeld wat vooraf nodig is. Er is niets opgeslagen.',
  },
  'out-of-service': {
    title: 'In Beeld is even niet bereikbaar',
    what: 'De database antwoordt niet of is vol. Uw gegevens zijn niet opgeslagen.',
  },
  'log-unavailable': {
    title: 'Dit kan nu niet',
    what: 'Wij konden niet vastleggen wie dit deed. Daarom is er niets opgeslagen en laten wij niets zien.',
  },
  'keys-unavailable': {
    title: 'De sleutels zijn nu niet bereikbaar',
    what: 'Zonder de sleutels kunnen wij niets openen of bewaren wat over personen gaat. Er is niets opgeslagen.',
    now: ['Probeer het over een minuut opnieuw. Blijft het zo? Bel uw beheerder. Openbare pagina’s werken gewoon.'],
  },
  'document-not-made': {
    title: 'Dit document kon nu niet worden gemaakt',
    what: 'Probeer het over een minuut opnieuw, of kies het Word-document in plaats van de PDF.',
  },
  defect: { title: 'Er ging bij ons iets mis', what: 'Dat ligt niet aan u. Uw gegevens zijn niet opgeslagen.' },
} satisfies Record<string, Refusal>;

const EN: Readonly<Record<keyof typeof NL, Refusal>> = {
  'not-signed-in': { title: 'Sign in first', what: 'You have to sign in for this page.' },
  forbidden: {
    title: 'You may not see this page',
    what: 'You are signed in, but your role gives no access to this page.',
  },
  'not-found': { title: 'This page is not here', what: 'The page does not exist, or you have no access to it.' },
  'method-not-allowed': {
    title: 'That cannot be done here',
    what: 'This action does not exist at this address. The header Allow says what does.',
  },
  'form-expired': {
    title: 'This form has expired',
    what: 'The form belongs to a session that is over. Nothing was saved.',
    now: [
      'Go back to the page before this one. What you filled in is often still there: copy it.',
      'Open the page again, fill it in again and send it.',
    ],
  },
  'form-key-used': {
    title: 'This form was used before',
    what: 'The key of this form belongs to another form. Nothing was saved. Open the page again.',
  },
  'edit-conflict': {
    title: 'Somebody else has changed this',
    what: 'The record was changed after you opened it. Nothing was saved. Look at the change and send again.',
  },
  'ongeldige-invoer': { title: 'Input that we cannot use', what: 'One or more parameters or fields are not right.' },
  'cross-site': {
    title: 'This form came from another website',
    what: 'We only take forms from our own pages. Nothing was saved.',
    now: ['Open In Beeld yourself and fill in the form there.', 'Be careful with the other website.'],
  },
  'step-up-needed': { title: 'Prove once more who you are', what: 'For this step we ask that again.' },
  'https-needed': { title: 'This connection is not safe', what: 'Use the address that begins with https://.' },
  'too-many-requests': {
    title: 'That was too fast',
    what: 'Too many requests came in a short time. Wait a minute and try again.',
    now: ['Wait a minute.', 'Load the page again. If you filled in a form, send it once more.'],
  },
  'too-large': {
    title: 'This is too large',
    what: 'What you sent is too large. Nothing was saved.',
    now: ['Go back to the page before this one.', 'Choose a smaller file or shorten your text, and send it again.'],
  },
  'unknown-field': {
    title: 'We could not read this',
    what: 'The form holds a field that does not belong here. Nothing was saved.',
  },
  'unsupported-media-type': {
    title: 'We could not read this',
    what: 'The data have a form that we do not take. Nothing was saved.',
  },
  unreadable: { title: 'We could not read this', what: 'The data did not reach us well. Nothing was saved.' },
  'organisation-ended': {
    title: 'Your organisation became part of another',
    what: 'You can still read here, but no longer record anything. Nothing was saved.',
  },
  'feature-closed': {
    title: 'This part has not been switched on yet',
    what: 'Your organisation has not yet arranged everything that is needed beforehand. Nothing was saved.',
  },
  'out-of-service': {
    title: 'In Beeld cannot be reached for a moment',
    what: 'The database does not answer or is full. Your data were not saved.',
  },
  'log-unavailable': {
    title: 'This cannot be done now',
    what: 'We could not record who did this. So nothing was saved and we show nothing.',
  },
  'keys-unavailable': {
    title: 'The keys cannot be reached now',
    what: 'Without the keys we can open or keep nothing that is about persons. Nothing was saved.',
    now: ['Try again in a minute. Does it stay like this? Call your administrator. Public pages simply work.'],
  },
  'document-not-made': {
    title: 'This document could not be made now',
    what: 'Try again in a minute, or choose the Word document instead of the PDF.',
  },
  defect: { title: 'Something went wrong on our side', what: 'It is not your fault. Your data were not saved.' },
};

/** What a refusal says in the interface between systems and in the docs: the title, and what happened. Every code has a row. */
export const REFUSALS: Readonly<Record<string, Refusal>> = NL;

/** What a refusal says on a page, in the language of its address. A code that is not known is a defect. */
export function refusalIn(language: Language, code: string): Refusal {
  const texts: Readonly<Record<string, Refusal>> = language === 'nl' ? NL : EN;
  return texts[code] ?? texts.defect!;
}
