import type { Translated } from '../../../shared-kernel/language.ts';
import type { PublicPage } from '../../../ui/public-pages.ts';

/** Where a sentence comes from. What is general knowledge says that it is still to be verified. */
export const TOPIC_SOURCES = {
  deBilt: { text: 'Beleidsnota Mensenhandel De Bilt 2024 (CVDR716097)', isVerified: true },
  drenthe: { text: 'Drenthe 2025 (CVDR737104) en Barneveld 2024 (CVDR727542)', isVerified: true },
  lopik: { text: 'Lopik 2025 (CVDR738954)', isVerified: true },
  ckm: { text: 'CKM, onderzoek in dertien steden (NOS, nos.nl 2434637)', isVerified: true },
  fonk: { text: 'Fonk en CoMensha, november 2025', isVerified: true },
  ibp: { text: 'Interbestuurlijk Programma (2018), punt 5.11', isVerified: true },
  kader: { text: 'Kader Aanpak Mensenhandel (AEF, 2021)', isVerified: true },
  rapporteur: { text: 'Nationaal Rapporteur, 4 juli 2025', isVerified: true },
  emm: { text: 'EMM (emm-online.nl)', isVerified: true },
  inBeeld: { text: 'Uitwerking van In Beeld', isVerified: true },
  general: { text: 'Algemene kennis', isVerified: false },
} as const;

export type TopicSource = keyof typeof TOPIC_SOURCES;

/** A sentence or two with where it comes from. */
export interface TopicPoint {
  readonly text: string;
  readonly source: TopicSource;
}

export interface TopicSection {
  readonly title: string;
  readonly intro?: string;
  readonly points: readonly TopicPoint[];
}

export interface TopicText {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly TopicSection[];
}

type Topic = 'trafficking' | 'notTrafficking' | 'municipalTask';

const point = (text: string, source: TopicSource): TopicPoint => ({ text, source });

/** What the pages about trafficking say, with the source of each sentence. */
export const TOPIC_TEXTS: Translated<Readonly<Record<Topic, TopicText>>> = {
  nl: {
    trafficking: {
      title: 'Wat is mensenhandel?',
      lead: 'Mensenhandel is iemand uitbuiten. De dader verdient aan het werk, het lichaam of de naam van een ander.',
      sections: [
        {
          title: 'Wat de wet zegt',
          points: [
            point('Iemand wordt geworven, vervoerd of gehuisvest, met dwang, om die persoon uit te buiten.', 'deBilt'),
            point(
              'Dwang is meer dan geweld. Ook dreigen, bedriegen, chanteren en misbruik van een zwakke positie tellen.',
              'deBilt',
            ),
            point('Bij een kind hoeft er geen dwang te zijn.', 'drenthe'),
            point('De hoogste straf is twaalf jaar cel. Overlijdt het slachtoffer, dan is dat dertig jaar.', 'lopik'),
          ],
        },
        {
          title: 'Wat er niet bij hoeft te zijn',
          points: [
            point('Er hoeft geen grens te zijn overgestoken.', 'general'),
            point('Iemand hoeft niet te zijn opgesloten.', 'general'),
            point('Iemand kan eerst ja hebben gezegd.', 'general'),
            point('Iemand kan tegelijk slachtoffer en verdachte zijn. Bij criminele uitbuiting is dat vaak zo.', 'ckm'),
          ],
        },
        {
          title: 'Waarom het vaak niet wordt gezien',
          points: [
            point('Meer dan de helft van de Nederlanders herkent gedwongen misdaad niet als mensenhandel.', 'fonk'),
            point(
              'In dertien steden zagen professionals in twee jaar meer dan 2.500 mensen van wie zij dachten dat zij crimineel werden uitgebuit. In heel Nederland stonden er 68 geregistreerd.',
              'ckm',
            ),
            point(
              'Slachtoffers zien zichzelf vaak niet zo. Zij zijn bang, schamen zich, of zijn afhankelijk van de dader.',
              'general',
            ),
          ],
        },
      ],
    },
    notTrafficking: {
      title: 'Wat is geen mensenhandel?',
      lead: 'Niet elke misstand is mensenhandel. Ook dan is er iets wat u kunt doen.',
      sections: [
        {
          title: 'Slecht werkgeverschap',
          intro: 'Te weinig loon, te lange dagen, een slecht huis. Maar iemand kan wel weg.',
          points: [
            point('De persoon kan zelf naar de Nederlandse Arbeidsinspectie of een vakbond.', 'general'),
            point('U hoeft niets te melden. Wordt het erger, doe dan de signalencheck opnieuw.', 'inBeeld'),
          ],
        },
        {
          title: 'Ernstige benadeling',
          intro: 'Iemand heeft groot nadeel en een ander profiteert. Toch is het geen uitbuiting.',
          points: [
            point(
              'Er is een wetsvoorstel dat dit strafbaar maakt. De grens met mensenhandel is nog niet helder.',
              'rapporteur',
            ),
            point('Vraag advies bij de Nederlandse Arbeidsinspectie.', 'general'),
          ],
        },
        {
          title: 'Mensensmokkel',
          intro: 'Iemand helpt een ander tegen betaling de grens over.',
          points: [
            point('Dat is een zaak voor de politie of de Koninklijke Marechaussee.', 'general'),
            point('Wie is gesmokkeld, is niet vanzelf uitgebuit. Het kan later wel zo worden.', 'general'),
          ],
        },
        {
          title: 'Sekswerk uit eigen keuze',
          intro: 'Zelfstandig sekswerk is legaal.',
          points: [
            point('U hoeft niets te melden.', 'general'),
            point('Een condoom, een advertentie of bezoek aan huis zegt niets over dwang.', 'inBeeld'),
          ],
        },
      ],
    },
    municipalTask: {
      title: 'Wat kan en moet de gemeente?',
      lead: 'Een gemeente ziet mensen aan de balie, thuis en op straat. Daarom kan zij veel doen.',
      sections: [
        {
          title: 'Wat gemeenten hebben afgesproken',
          points: [
            point('Er is duidelijk beleid om mensenhandel tegen te gaan.', 'ibp'),
            point('Er is een aandachtsfunctionaris: iemand bij wie elk signaal terechtkan.', 'ibp'),
            point('De gemeente kijkt actief naar signalen.', 'ibp'),
            point('Er is passende opvang, hulp en nazorg in de regio.', 'ibp'),
            point('De gemeente draagt bij aan een netwerk van zorgcoördinatie in het hele land.', 'ibp'),
          ],
        },
        {
          title: 'Wat de wet van haar vraagt',
          points: [
            point('Bij een kind zorgt de gemeente voor jeugdhulp.', 'general'),
            point('Sommige beroepen volgen de Meldcode. Die geldt voor kinderen en bij geweld thuis.', 'general'),
            point('De gemeente gaat zorgvuldig om met gegevens van mensen.', 'general'),
          ],
        },
        {
          title: 'Wat zij kan doen',
          points: [
            point('Voorkomen: inwoners, scholen en ondernemers laten weten wat mensenhandel is.', 'kader'),
            point('Signaleren: medewerkers leren wat zij kunnen zien en waar zij dat doorgeven.', 'kader'),
            point(
              'Handhaven: met vergunningen, controles en sluiting. Een slachtoffer mag daardoor niet op straat komen.',
              'inBeeld',
            ),
            point('Helpen: opvang, zorg, inkomen en een huis regelen.', 'kader'),
          ],
        },
        {
          title: 'Wat zij niet doet',
          points: [
            point(
              'Zij onderzoekt geen misdrijf. Signalen gaan naar de politie, de Nederlandse Arbeidsinspectie of de Koninklijke Marechaussee.',
              'emm',
            ),
            point('Zij laat hulp niet afhangen van aangifte.', 'inBeeld'),
          ],
        },
      ],
    },
  },
  en: {
    trafficking: {
      title: 'What is human trafficking?',
      lead: 'Human trafficking is exploiting somebody. The offender earns from the work, the body or the name of another.',
      sections: [
        {
          title: 'What the law says',
          points: [
            point('Somebody is recruited, moved or housed, by coercion, to exploit that person.', 'deBilt'),
            point(
              'Coercion is more than violence. Threats, deceit, blackmail and abuse of a weak position count too.',
              'deBilt',
            ),
            point('With a child there need not be coercion.', 'drenthe'),
            point('The highest sentence is twelve years in prison. If the victim dies, it is thirty years.', 'lopik'),
          ],
        },
        {
          title: 'What need not be there',
          points: [
            point('No border need have been crossed.', 'general'),
            point('Nobody need be locked in.', 'general'),
            point('Somebody may have said yes at first.', 'general'),
            point('Somebody can be a victim and a suspect at once. In criminal exploitation that is often so.', 'ckm'),
          ],
        },
        {
          title: 'Why it often goes unseen',
          points: [
            point(
              'More than half of the people in the Netherlands do not see forced crime as human trafficking.',
              'fonk',
            ),
            point(
              'In thirteen cities, in two years, professionals saw more than 2,500 people of whom they thought that they were criminally exploited. In the whole country 68 were registered.',
              'ckm',
            ),
            point(
              'Victims often do not see themselves so. They are afraid, ashamed, or depend on the offender.',
              'general',
            ),
          ],
        },
      ],
    },
    notTrafficking: {
      title: 'What is not human trafficking?',
      lead: 'Not every abuse is human trafficking. Then too there is something you can do.',
      sections: [
        {
          title: 'Bad employment practice',
          intro: 'Too little pay, too long days, a bad house. But somebody can leave.',
          points: [
            point('The person can go to the Netherlands Labour Authority or a trade union.', 'general'),
            point('You need not report anything. If it gets worse, do the signal check again.', 'inBeeld'),
          ],
        },
        {
          title: 'Serious disadvantage',
          intro: 'Somebody is much worse off and another profits. Still it is no exploitation.',
          points: [
            point(
              'There is a bill that makes this a crime. The border with human trafficking is not clear yet.',
              'rapporteur',
            ),
            point('Ask the Netherlands Labour Authority for advice.', 'general'),
          ],
        },
        {
          title: 'Smuggling of people',
          intro: 'Somebody helps another across the border for money.',
          points: [
            point('That is for the police or the border police.', 'general'),
            point('Whoever was smuggled is not by that exploited. It may become so later.', 'general'),
          ],
        },
        {
          title: 'Sex work by choice',
          intro: 'Independent sex work is legal.',
          points: [
            point('You need not report anything.', 'general'),
            point('A condom, an advertisement or visitors at home say nothing about coercion.', 'inBeeld'),
          ],
        },
      ],
    },
    municipalTask: {
      title: 'What can and must the municipality do?',
      lead: 'A municipality meets people at the counter, at home and in the street. That is why it can do much.',
      sections: [
        {
          title: 'What municipalities agreed',
          points: [
            point('There is a clear policy against human trafficking.', 'ibp'),
            point('There is a focal point: somebody to whom every signal can go.', 'ibp'),
            point('The municipality looks for signals actively.', 'ibp'),
            point('There is suitable shelter, help and aftercare in the region.', 'ibp'),
            point('The municipality contributes to a network of care coordination in the whole country.', 'ibp'),
          ],
        },
        {
          title: 'What the law asks of it',
          points: [
            point('For a child, the municipality arranges youth care.', 'general'),
            point(
              'Some professions follow the reporting code. It holds for children and for violence at home.',
              'general',
            ),
            point('The municipality handles data about people with care.', 'general'),
          ],
        },
        {
          title: 'What it can do',
          points: [
            point('Prevent: tell residents, schools and businesses what human trafficking is.', 'kader'),
            point('Notice: teach staff what they can see and where to pass it on.', 'kader'),
            point(
              'Enforce: by permits, inspections and closure. A victim may not end up in the street by it.',
              'inBeeld',
            ),
            point('Help: arrange shelter, care, income and a home.', 'kader'),
          ],
        },
        {
          title: 'What it does not do',
          points: [
            point(
              'It does not investigate crimes. Signals go to the police, the Netherlands Labour Authority or the border police.',
              'emm',
            ),
            point('It does not make help depend on reporting a crime.', 'inBeeld'),
          ],
        },
      ],
    },
  },
};

const WORDS_NL = {
  unverified: 'Nog te verifiëren',
  more: 'Lees verder',
  pages: {
    trafficking: 'Wat het is',
    forms: 'De vormen',
    notTrafficking: 'Wat het niet is',
    whoMeetsIt: 'Wie ziet het waar?',
    municipalTask: 'Wat de gemeente kan en moet',
    signals: 'De signalen',
    signalCheck: 'Doe de signalencheck',
    whoToCall: 'Wie belt u wanneer?',
  } satisfies Partial<Record<PublicPage, string>>,
  formsTitle: 'Vormen van mensenhandel',
  formsLead: 'Er zijn meer vormen dan de meeste mensen denken. Vaak lopen zij door elkaar.',
  formsWhere: 'Waar een gemeente het ziet:',
  formsUnknown: 'Weet u niet welke vorm het is? Dat hoeft niet. Kies er nooit een omdat het moet.',
  lawTitle: 'De wet verandert',
  lawLead: 'Daarom kan deze lijst veranderen.',
  since: 'Deze lijst geldt vanaf',
  noForms: 'De vormen zijn er nu niet',
  noFormsHelp: 'Probeer het later nog eens.',
  meetsTitle: 'Wie ziet het waar?',
  meetsLead: 'Bijna elke medewerker kan mensenhandel zien. Zoek uw werk, en lees wat u kunt zien.',
  meetsSource: 'Uitwerking van In Beeld, nog niet getoetst door het veld.',
  meetsLink: (work: string) => `Signalen bij ${work}`,
};

/** Words of all these pages together. */
export const TOPIC_WORDS: Translated<typeof WORDS_NL> = {
  nl: WORDS_NL,
  en: {
    unverified: 'Still to be verified',
    more: 'Read on',
    pages: {
      trafficking: 'What it is',
      forms: 'The forms',
      notTrafficking: 'What it is not',
      whoMeetsIt: 'Who meets it where?',
      municipalTask: 'What the municipality can and must do',
      signals: 'The signals',
      signalCheck: 'Do the signal check',
      whoToCall: 'Who to call when?',
    },
    formsTitle: 'Forms of human trafficking',
    formsLead: 'There are more forms than most people think. Often they come together.',
    formsWhere: 'Where a municipality meets it:',
    formsUnknown: 'You do not know which form it is? You need not. Never choose one because you have to.',
    lawTitle: 'The law is changing',
    lawLead: 'That is why this list may change.',
    since: 'This list holds from',
    noForms: 'The forms are not here now',
    noFormsHelp: 'Try again later.',
    meetsTitle: 'Who meets it where?',
    meetsLead: 'Almost every employee can meet human trafficking. Find your work, and read what you can see.',
    meetsSource: 'Worked out by In Beeld, not yet validated by the field.',
    meetsLink: (work) => `Signals for ${work}`,
  },
};

/** What is met in each work; the codes are those of the catalogue of signals. */
export const WORK_TEXTS: Translated<
  readonly { readonly role: string; readonly work: string; readonly meets: string }[]
> = {
  nl: [
    {
      role: 'BZ',
      work: 'Burgerzaken',
      meets: 'Inschrijven, paspoorten en huwelijken. U ziet wie meekomt en wie antwoord geeft.',
    },
    {
      role: 'KCC',
      work: 'Klantcontact',
      meets: 'De telefoon en de balie. U hoort wie er belt, en wat iemand niet durft te zeggen.',
    },
    { role: 'WIJK', work: 'Wijkteam', meets: 'Thuis aan tafel. U ziet wie beslist over geld, telefoon en sleutel.' },
    { role: 'JEUGD', work: 'Jeugdteam', meets: 'Jongeren die weglopen, bang zijn of ineens andere vrienden hebben.' },
    { role: 'WMO', work: 'Wmo', meets: 'Zorg en budgetten. U ziet wie het geld krijgt en wie het werk doet.' },
    { role: 'LPA', work: 'Leerplicht', meets: 'Kinderen die niet op school zijn. U vraagt wat zij dan doen.' },
    { role: 'JW', work: 'Jongerenwerk', meets: 'De straat en het buurthuis. U hoort wie snel geld belooft.' },
    {
      role: 'WENI',
      work: 'Werk en inkomen',
      meets: 'Uitkeringen en werk. U ziet wie er meekomt en waar het geld heen gaat.',
    },
    { role: 'SCHULD', work: 'Schuldhulp', meets: 'Schulden die iemand niet kan uitleggen.' },
    {
      role: 'HUIS',
      work: 'Wonen en huisvesting',
      meets: 'Woningen met te veel bedden, of met sloten waar bewoners geen sleutel van hebben.',
    },
    {
      role: 'TH',
      work: 'Toezicht en handhaving',
      meets: 'Controles van bedrijven, panden en de straat. U ziet wie er werkt en slaapt.',
    },
    {
      role: 'VERG',
      work: 'Vergunningen en Bibob',
      meets: 'Aanvragen en geldstromen. U ziet wie er achter een bedrijf zit.',
    },
    { role: 'VRD', work: 'Opvang van vluchtelingen', meets: 'De opvang en de poort. U ziet wie mensen ophaalt.' },
    { role: 'GGD', work: 'GGD', meets: 'De spreekkamer. U ziet letsel, en wie er niet weg wil gaan.' },
  ],
  en: [
    {
      role: 'BZ',
      work: 'Civil affairs',
      meets: 'Registrations, passports and marriages. You see who comes along and who answers.',
    },
    {
      role: 'KCC',
      work: 'Customer contact',
      meets: 'The telephone and the counter. You hear who calls, and what somebody does not dare to say.',
    },
    { role: 'WIJK', work: 'Neighbourhood team', meets: 'At home. You see who decides about money, telephone and key.' },
    {
      role: 'JEUGD',
      work: 'Youth team',
      meets: 'Young people who run away, are afraid or suddenly have other friends.',
    },
    {
      role: 'WMO',
      work: 'Social support',
      meets: 'Care and budgets. You see who gets the money and who does the work.',
    },
    { role: 'LPA', work: 'School attendance', meets: 'Children who are not at school. You ask what they do instead.' },
    { role: 'JW', work: 'Youth work', meets: 'The street and the community centre. You hear who promises fast money.' },
    {
      role: 'WENI',
      work: 'Work and income',
      meets: 'Benefits and work. You see who comes along and where the money goes.',
    },
    { role: 'SCHULD', work: 'Debt help', meets: 'Debts that somebody cannot explain.' },
    { role: 'HUIS', work: 'Housing', meets: 'Homes with too many beds, or with locks to which residents have no key.' },
    {
      role: 'TH',
      work: 'Supervision and enforcement',
      meets: 'Checks of companies, buildings and the street. You see who works and sleeps there.',
    },
    {
      role: 'VERG',
      work: 'Permits and screening',
      meets: 'Applications and flows of money. You see who is behind a company.',
    },
    { role: 'VRD', work: 'Reception of refugees', meets: 'The reception and the gate. You see who collects people.' },
    {
      role: 'GGD',
      work: 'Public health service',
      meets: 'The consulting room. You see injuries, and who will not leave.',
    },
  ],
};
