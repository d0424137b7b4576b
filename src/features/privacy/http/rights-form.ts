import { z } from 'zod';
import { readDutchDate } from '../../../shared-kernel/plain-date.ts';
import {
  type AgreementRefusal,
  type AnswerRefusal,
  ASKED_BY,
  CONTACTS,
  type ExtensionRefusal,
  FINDINGS,
  IDENTITIES,
  KEPT_BECAUSE,
  OUTCOMES,
  type ProposalRefusal,
  RIGHT_KINDS,
  TALKS,
  WITHHELD,
} from '../domain/rights-request.ts';
import type { RequestedErasureRefusal } from '../use-cases/erase-on-request.ts';

const orNone = <T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess((given) => (given === '' ? undefined : given), z.enum(values).optional());

export const RequestForm = z.object({
  soort: z.enum(RIGHT_KINDS, 'Kies wat er wordt gevraagd.'),
  kenmerk: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9./-]{1,40}$/, 'Vul het nummer uit uw eigen administratie in: letters en cijfers, geen naam.'),
  ontvangen: z.string().transform((typed, context) => {
    const read = readDutchDate(typed);
    if (read) return read;
    const message =
      typed.trim() === ''
        ? 'Vul in op welke dag het verzoek kwam.'
        : 'Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }),
  wie: z.enum(ASKED_BY, 'Kies wie het vraagt.'),
  contact: z.enum(CONTACTS, 'Kies hoe u haar of hem veilig bereikt.'),
});

export const InquiryForm = z.object({
  gesprek: orNone(TALKS),
  identiteit: orNone(IDENTITIES),
  vondst: z.enum(FINDINGS, 'Kies wat u vond.'),
  dossier: z.string().trim().max(200, 'Gebruik hoogstens 200 tekens.'),
});

export const ProposalForm = z.object({
  uitkomst: z.enum(OUTCOMES, 'Kies het antwoord.'),
  gronden: z.preprocess(
    (given) => (given === undefined ? [] : [given].flat().filter((each) => each !== '')),
    z.array(z.enum([...WITHHELD, ...KEPT_BECAUSE])),
  ),
});

export const NothingForm = z.object({});

type Refused =
  | ProposalRefusal
  | AgreementRefusal
  | AnswerRefusal
  | RequestedErasureRefusal
  | ExtensionRefusal
  | { readonly code: 'dossier-unknown' | 'received-in-future' };

export const RIGHTS_REFUSALS: Readonly<Record<Refused['code'], string>> = {
  'request-answered': 'Dit verzoek is al beantwoord.',
  'search-first': 'Leg eerst vast wat u vond.',
  'talk-first': 'Spreek haar eerst alleen, en leg dat vast. Een verzoek kan komen van wie haar uitbuit.',
  'identity-first': 'Leg eerst vast hoe u weet wie zij is.',
  'must-stay-neutral': 'Hier past alleen een antwoord dat niet zegt of er iets is.',
  'neutral-not-needed': 'Er is een dossier van wie dit vraagt, en zij wil dit zelf. Geef een echt antwoord.',
  'ground-missing': 'Kies waarom een deel achterblijft.',
  'nothing-proposed': 'Er is nog geen antwoord voorgesteld.',
  'own-proposal': 'U stelde dit zelf voor. Een ander kijkt mee.',
  'agreed-before': 'Er is al iemand die meekeek.',
  'second-first': 'Laat eerst een ander meekijken.',
  'answer-too-early':
    'Dit antwoord gaat pas 28 dagen na het verzoek, en dan meteen. Eerder of later zou iets verraden.',
  'erase-first': 'Wis eerst het dossier. Daarna geeft u het antwoord.',
  'not-to-erase': 'Dit verzoek vraagt niet om wissen, of wissen is niet toegewezen.',
  'erased-before': 'Het dossier is al gewist.',
  'erasure-held':
    'Er is niets gewist. Iets in dit dossier moet nu blijven: het wissen is uitgesteld, er hoort iets bij dat nog loopt, of een noodtoegang wacht op een oordeel. Kijk bij Bewaartermijnen en Noodtoegang.',
  'nothing-kept':
    'Van dit dossier telt geen termijn: wie het bijhoudt, moet het eerst afsluiten. Daarna kunt u het hier wissen.',
  'found-otherwise':
    'Er is intussen een dossier van gemaakt, of juist gewist. Zoek opnieuw, en laat er weer twee mensen naar kijken.',
  'extended-before': 'De termijn is al verlengd. Dat kan één keer.',
  'extension-too-late': 'Verlengen kan alleen binnen de eerste maand.',
  'dossier-unknown':
    'Dit dossier is er niet, of een van deze. Vul elke code in zoals die op het scherm van het dossier staat, met een komma ertussen.',
  'received-in-future': 'Deze dag komt nog. Vul in wanneer het verzoek kwam.',
};
