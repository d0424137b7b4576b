import type { Translated } from '../../../shared-kernel/language.ts';

const ABOUT = {
  title: 'Over In Beeld',
  lead: 'In Beeld is software voor gemeenten en hun partners in de aanpak van mensenhandel. Iedereen mag haar gebruiken, bekijken en verbeteren (licentie EUPL-1.2).',
  hereTitle: 'Wat u hier vindt',
  here: [
    'Een overzicht van alle gemeenten.',
    'Voor wie inlogt: wat de gemeente heeft geregeld, met bewijs en einddatum.',
    'Voor het land: een kaart waarop te zien is waar iets is geregeld en waar het is vervallen.',
    'Cijfers over slachtoffers, met bron en twijfel, en als open data.',
  ],
  certificate: 'Kijk na of een certificaat echt is',
  notTitle: 'Wat In Beeld niet doet',
  not: ['In Beeld geeft geen score over een mens.', 'Een melding doet u hier niet. Is iemand in gevaar? Bel 112.'],
  languageTitle: 'Taal',
  language:
    'De bladzijden voor iedereen zijn er in het Nederlands en in het Engels. Na het inloggen is alles Nederlands.',
};

export const ABOUT_TEXTS: Translated<typeof ABOUT> = {
  nl: ABOUT,
  en: {
    title: 'About In Beeld',
    lead: 'In Beeld is software for Dutch municipalities and their partners against human trafficking. Everybody may use, read and improve it (licence EUPL-1.2).',
    hereTitle: 'What you find here',
    here: [
      'All Dutch municipalities, each with its regions.',
      'After signing in: what a municipality has arranged, with evidence and an end date.',
      'For the country: a map of what municipalities say they have arranged, and where that lapsed.',
      'Figures about victims, with sources and doubts, and as open data.',
    ],
    certificate: 'Check whether a certificate is genuine',
    notTitle: 'What In Beeld does not do',
    not: [
      'In Beeld never gives a score to a person.',
      'You cannot report a crime here. Is somebody in danger? Call 112.',
    ],
    languageTitle: 'Language',
    language: 'The pages for everybody are in Dutch and in English. After signing in everything is in Dutch.',
  },
};

const ACCESSIBILITY = {
  title: 'Toegankelijkheid',
  lead: 'Iedereen moet In Beeld kunnen gebruiken: met toetsenbord, met een schermlezer, op een telefoon en zonder JavaScript.',
  checked:
    'Wij bouwen volgens WCAG 2.2, niveau AA. Elke soort pagina wordt automatisch gecontroleerd bij elke wijziging. Een onderzoek door een onafhankelijk bureau is nog niet gedaan.',
  tell: 'Werkt iets niet voor u? Vertel het de beheerder van uw organisatie. Die geeft het aan ons door.',
  about: 'Wat In Beeld is',
  start: 'Naar de startpagina',
};

export const ACCESSIBILITY_TEXTS: Translated<typeof ACCESSIBILITY> = {
  nl: ACCESSIBILITY,
  en: {
    title: 'Accessibility',
    lead: 'Everybody must be able to use In Beeld: with a keyboard, with a screen reader, on a telephone and without JavaScript.',
    checked:
      'We build to WCAG 2.2, level AA. Every kind of page is checked automatically with every change. An independent audit has not been done yet.',
    tell: 'Does something not work for you? Tell the administrator of your organisation, who will pass it on to us.',
    about: 'What In Beeld is',
    start: 'To the start page',
  },
};

const PRIVACY = {
  title: 'Privacy',
  lead: 'Wie alleen leest, laat hier niets achter. Wij volgen niemand en gebruiken geen diensten van anderen.',
  signedInTitle: 'Als u inlogt',
  signedIn: [
    'Wij zetten één cookie. Die is nodig om u ingelogd te houden.',
    'Wij bewaren wat u vastlegt, en wie dat wanneer deed. Uw organisatie is daarvoor verantwoordelijk.',
    'U ziet zelf waar u bent ingelogd, en kunt elke sessie beëindigen.',
  ],
  register: 'Alles waarvoor In Beeld gegevens gebruikt',
  questions: 'Vragen over uw gegevens stelt u aan de functionaris gegevensbescherming van uw organisatie.',
};

export const PRIVACY_TEXTS: Translated<typeof PRIVACY> = {
  nl: PRIVACY,
  en: {
    title: 'Privacy',
    lead: 'If you only read, you leave nothing behind. We follow nobody and use no services of others.',
    signedInTitle: 'If you sign in',
    signedIn: [
      'We set one cookie. It is needed to keep you signed in.',
      'We keep what you record, and who did that when. Your organisation is responsible for it.',
      'You can see where you are signed in, and end each session yourself.',
    ],
    register: 'Everything In Beeld uses data for',
    questions: 'Put questions about your data to the data protection officer of your organisation.',
  },
};
