import { heading, list, paragraph, TO_FILL_IN, table } from '../../../platform/documents/blocks.ts';
import type { Block, DocumentTree } from '../../../platform/documents/document-tree.ts';
import { dutchDay, type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { tellable } from '../domain/logged-deed.ts';
import { activityVersion, type ProcessingRegister } from '../domain/processing-activity.ts';
import { GROUND_WORDS, RIGHT_WORDS, receiptWords } from '../domain/rights-words.ts';
import { sayList, sayRetention } from './kit-facts.ts';
import type { AccessReport } from './rights-requests.ts';

export interface AnswerFacts {
  readonly organisation: string;
  readonly today: PlainDate;
  readonly mark: string | undefined;
  readonly report: Pick<AccessReport, 'request' | 'held' | 'deeds' | 'total' | 'receipts'>;
  readonly register: ProcessingRegister;
  readonly roleLabel: (role: string) => string;
  readonly actionWords: (action: string) => string;
}

/** The second pair of eyes reads it before it is an answer. */
const DRAFT: readonly Block[] = [
  paragraph('CONCEPT, NIET VERSTUREN. Een tweede persoon moet dit antwoord nog bekijken.'),
];

const RIGHTS_LEFT: readonly Block[] = [
  heading('Bent u het er niet mee eens?'),
  paragraph(
    `U kunt bezwaar maken binnen zes weken (nog te verifiëren voor uw organisatie). Schrijf naar ${TO_FILL_IN}. U kunt ook een klacht indienen bij de Autoriteit Persoonsgegevens.`,
  ),
  heading('Vragen?'),
  paragraph(`Bel de functionaris gegevensbescherming: ${TO_FILL_IN}.`),
];

/** The answer to a request, in plain words. Nothing of it names who asks: that is filled in where the name is. */
export function writeAnswer(facts: AnswerFacts): DocumentTree {
  const { outcome, kind, reference } = facts.report.request;
  return {
    title: 'Antwoord op uw verzoek',
    subject: `Antwoord op een verzoek: ${RIGHT_WORDS[kind].toLowerCase()}`,
    author: facts.organisation,
    language: 'nl-NL',
    madeOn: facts.today,
    mark: facts.mark,
    blocks: [
      ...(facts.report.request.agreedByName ? [] : DRAFT),
      paragraph(`Ons kenmerk: ${reference}\nDatum: ${writeDutchDate(facts.today)}`),
      ...(outcome === 'neutral' || outcome === undefined ? NEUTRAL : answered(facts)),
      ...RIGHTS_LEFT,
    ],
  };
}

/**
 * Word for word the same whether nothing is held, somebody may be an offender, or it was not asked freely. It gives reasons for both,
 * so that neither can be read from it.
 */
const NEUTRAL: readonly Block[] = [
  paragraph('U hebt ons gevraagd naar gegevens over u. Wij hebben gekeken of wij uw verzoek kunnen uitvoeren.'),
  heading('Ons antwoord'),
  paragraph(
    'Wij geven u geen gegevens. Dat kan twee redenen hebben: er staat niets over u bij ons, of wij mogen niet zeggen of er iets staat. Aan dit antwoord kunt u niet zien welke van de twee het is. Iedereen bij wie een van deze redenen geldt, krijgt precies deze brief, en nooit binnen vier weken.',
  ),
];

function answered(facts: AnswerFacts): readonly Block[] {
  const { request } = facts.report;
  if (request.outcome === 'refused')
    return [
      paragraph('U hebt ons een verzoek gedaan. Wij kunnen dat niet uitvoeren.'),
      heading('Waarom niet'),
      list(
        request.withheld.map((ground) => GROUND_WORDS[ground]),
        '',
      ),
    ];
  if (request.erasedAt)
    return [
      paragraph('U hebt ons gevraagd uw gegevens te wissen. Dat hebben wij gedaan.'),
      heading('Wat wij hebben gewist'),
      paragraph(
        `Op ${writeDutchDate(dutchDay(request.erasedAt))} hebben wij uw hele dossier gewist, met alle bestanden en berichten. Niemand kan het nog lezen. Wordt er een reservekopie teruggezet, dan wissen wij het daaruit opnieuw. Wat blijft: dat er iets is gewist en wanneer, zonder uw naam, en wie bij ons uw dossier opende, zonder wat erin stond.`,
      ),
      heading('Wie wij dat hebben verteld'),
      ...told(facts),
    ];
  if (request.kind !== 'access')
    return [
      paragraph(`U hebt ons gevraagd: ${RIGHT_WORDS[request.kind].toLowerCase()}. Dat hebben wij gedaan.`),
      heading('Wat wij hebben veranderd'),
      paragraph(TO_FILL_IN),
      heading('Wie wij dat hebben verteld'),
      paragraph(TO_FILL_IN),
      ...withheld(facts),
    ];
  return [
    paragraph('U hebt ons gevraagd welke gegevens wij over u hebben. Hieronder leest u dat.'),
    heading('Welke gegevens, waarvoor en hoe lang'),
    ...whatIsHeld(facts),
    heading('Wie uw gegevens gebruikte, en waarvoor'),
    ...whoUsed(facts),
    ...withheld(facts),
    heading('De gegevens zelf'),
    paragraph(
      `Wie uw dossier bijhoudt, geeft u een uitdraai en leest die met u door. Datum en plek: ${TO_FILL_IN}. Staat er iets in dat niet klopt, zeg het dan: u mag het laten verbeteren.`,
    ),
  ];
}

/** Each organisation that had something of her, and what it did when it heard that it was erased (AVG article 19). */
function told({ report, today }: AnswerFacts): readonly Block[] {
  const { receipts } = report;
  if (receipts.length === 0) return [paragraph('Wij hadden niets van u met een andere organisatie gedeeld.')];
  return [
    paragraph(
      `Deze organisaties hadden iets van u gekregen. Wij vertelden hun dat wij het wisten, en vroegen of zij dat ook doen. Zo staat het op ${writeDutchDate(today)}:`,
    ),
    table(
      'Wie iets van u had',
      ['Wie', 'Wat', 'Gekregen op', 'Wat zij ermee deden'],
      receipts.map((receipt) => [
        receipt.receiverName,
        receipt.label,
        writeDutchDate(dutchDay(receipt.sharedAt)),
        receiptWords(receipt),
      ]),
      '',
    ),
  ];
}

function whatIsHeld({ report, register }: AnswerFacts): readonly Block[] {
  const ids = [...new Set(report.held.flatMap(({ activities }) => activities.slice(0, 1)))].sort();
  const rows = ids.flatMap((id) => {
    const activity = register.activities.find((each) => each.id === id);
    if (!activity || activity.confidential) return [];
    const places = report.held.filter(({ activities }) => activities[0] === id);
    const classes = [...new Set(places.flatMap(({ dataClasses }) => dataClasses))].sort();
    return [
      [
        activity.plain.nl,
        classes.map((each) => register.dataClasses[each as keyof typeof register.dataClasses] ?? each).join('; '),
        String(places.reduce((sum, { rows: held }) => sum + held, 0)),
        sayRetention(activity),
        sayList(activity.sharedWith, 'niemand'),
      ],
    ];
  });
  return [
    table(
      'Uw gegevens bij ons',
      ['Waarvoor', 'Wat voor gegevens', 'Hoeveel keer', 'Hoe lang wij ze bewaren', 'Met wie wij ze delen'],
      rows,
      'Er staan geen gegevens over u bij ons.',
    ),
  ];
}

function whoUsed({ report, register, roleLabel, actionWords }: AnswerFacts): readonly Block[] {
  const deeds = tellable(register, report.deeds, dutchDay);
  return [
    table(
      'Gebruik van uw gegevens',
      ['Wanneer', 'In welke functie', 'Wat', 'Waarvoor'],
      deeds.map((deed) => [
        writeDutchDate(dutchDay(deed.at)),
        deed.role ? roleLabel(deed.role) : 'een andere organisatie',
        actionWords(deed.action),
        (deed.activityVersion === undefined
          ? register.activities.find(({ id }) => id === deed.activity)
          : activityVersion(register, deed.activity, deed.activityVersion)
        )?.name ?? deed.activity,
      ]),
      'Niemand heeft uw gegevens geopend.',
    ),
    ...(report.total > report.deeds.length
      ? [paragraph(`Dit zijn de laatste ${report.deeds.length} keer. U kunt ook de eerdere vragen.`)]
      : []),
  ];
}

function withheld({ report }: AnswerFacts): readonly Block[] {
  const { withheld: grounds } = report.request;
  if (grounds.length === 0) return [];
  return [
    heading('Wat u niet krijgt, en waarom'),
    list(
      grounds.map((ground) => GROUND_WORDS[ground]),
      '',
    ),
    ...(report.request.agreedByName ? [paragraph('Twee mensen hebben dit los van elkaar bekeken.')] : []),
  ];
}
