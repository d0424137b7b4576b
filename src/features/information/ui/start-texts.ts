import type { Translated } from '../../../shared-kernel/language.ts';

const NL = {
  title: 'Mensenhandel in beeld, in elke gemeente',
  why: 'Waarom dit nodig is',
  quotation: '“Slechts 1 op de 6 slachtoffers van mensenhandel is in beeld”',
  quotedFrom: 'VNG, persbericht 15 januari 2019',
  drawing: 'Zes zeshoeken, waarvan één is gevuld.',
  danger: 'Is iemand nu in gevaar?',
  call: 'Bel 112',
  lead: 'Gemeenten kunnen mensenhandel herkennen en melden. Zij kunnen slachtoffers beschermen en helpen.',
  about: 'In Beeld helpt een gemeente bij haar aanpak. Wat is geregeld? Wie doet wat? En tot wanneer geldt dat?',
  find: 'Zoek uw gemeente',
  signIn: 'Inloggen',
  helpTitle: 'Hulp voor uzelf',
  help: 'Kies uw taal. U ziet wie nu open is. De naam In Beeld staat niet op die pagina.',
  canDoTitle: 'Wat een gemeente kan doen',
  canDo: [
    'Voorkomen: inwoners en ondernemers laten weten wat mensenhandel is.',
    'Signaleren: medewerkers leren wat zij kunnen zien, en waar zij dat doorgeven.',
    'Handhaven: misstanden aanpakken zonder dat een slachtoffer op straat komt.',
    'Helpen: zorgen voor opvang en zorg die past.',
  ],
  onwards: 'Waar u verder kunt',
  cards: [
    {
      page: 'trafficking',
      title: 'Wat is mensenhandel?',
      description: 'De vormen, wat het niet is, en wat een gemeente kan en moet doen.',
    },
    {
      page: 'signalCheck',
      title: 'Signalencheck',
      description: 'Ziet u iets dat niet klopt? In twee minuten weet u wat u kunt doen.',
    },
    {
      page: 'municipalities',
      title: 'Gemeenten',
      description: 'Zoek uw gemeente en zie bij welke regio’s zij hoort.',
    },
    {
      page: 'whoToCall',
      title: 'Wie belt u?',
      description: 'Nummers voor hulp en advies, en wie nu open is.',
    },
    {
      page: 'figures',
      title: 'Cijfers',
      description: 'Hoeveel slachtoffers zijn in beeld? Per jaar, met bron en twijfel.',
    },
    { page: 'about', title: 'Over In Beeld', description: 'Wat het is, voor wie, en wat het niet doet.' },
  ] as const satisfies readonly Card[],
};

interface Card {
  readonly page: 'trafficking' | 'signalCheck' | 'municipalities' | 'whoToCall' | 'figures' | 'about';
  readonly title: string;
  readonly description: string;
}

/** What the front door says. */
export const START_TEXTS: Translated<Omit<typeof NL, 'cards'> & { readonly cards: readonly Card[] }> = {
  nl: NL,
  en: {
    title: 'Human trafficking in view, in every municipality',
    why: 'Why this is needed',
    quotation: '“Only 1 in 6 victims of human trafficking is in view”',
    quotedFrom:
      'VNG, the Association of Netherlands Municipalities, press release of 15 January 2019 (our translation)',
    drawing: 'Six hexagons, one of them filled.',
    danger: 'Is somebody in danger now?',
    call: 'Call 112',
    lead: 'Municipalities can notice human trafficking and report it. They can protect victims and help them.',
    about:
      'In Beeld means “in view”. It supports a municipality in its approach. What is arranged? Who does what? And until when does that hold?',
    find: 'Find your municipality',
    signIn: 'Sign in',
    helpTitle: 'Help for yourself',
    help: 'Choose your language. You see who is open now. The name In Beeld is not on that page.',
    canDoTitle: 'What a municipality can do',
    canDo: [
      'Prevent: tell residents and businesses what human trafficking is.',
      'Notice: teach staff what they can see, and where to pass it on.',
      'Enforce: act against abuses without putting a victim on the street.',
      'Help: provide shelter and care that fit.',
    ],
    onwards: 'Where to go from here',
    cards: [
      {
        page: 'trafficking',
        title: 'What is human trafficking?',
        description: 'The forms, what it is not, and what a municipality can and must do.',
      },
      {
        page: 'signalCheck',
        title: 'Signal check',
        description: 'Do you see something that is not right? In two minutes you know what you can do.',
      },
      {
        page: 'municipalities',
        title: 'Municipalities',
        description: 'Find your municipality and see to which regions it belongs.',
      },
      {
        page: 'whoToCall',
        title: 'Who to call',
        description: 'Telephone numbers for help and advice, and who is open now.',
      },
      {
        page: 'figures',
        title: 'Figures',
        description: 'How many victims are in view? Per year, with sources and doubts.',
      },
      { page: 'about', title: 'About In Beeld', description: 'What it is, for whom, and what it does not do.' },
    ],
  },
};
