import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Edge } from '../../../platform/http/edge.ts';
import { bodyProblem, refusedFields, sendProblem } from '../../../platform/http/problem.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import { plainDate } from '../../../shared-kernel/plain-date.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import type { ComputedTerm } from '../domain/terms/compute-term.ts';
import {
  answerTerm,
  type CareTerms,
  type ClockRow,
  type ProcedureTable,
  type Rests,
  termTable,
} from '../domain/terms/term-table.ts';
import { ruleWords, whyWords } from '../ui/term-words.tsx';
import { careTermsToday } from '../use-cases/care-terms.ts';
import { refusedAt, termDay } from './term-day.ts';

const KINDS = {
  statutory: 'wettelijk',
  'never-later': 'nooit-later',
  stated: 'uit-brief',
  unknown: 'onbekend',
} as const;
const UNITS = { days: 'dagen', weeks: 'weken', months: 'maanden', years: 'jaren' } as const;
const MARKS = {
  law: 'wettekst',
  found: 'openbare-bron',
  own: 'algemene-kennis',
  design: 'keuze-van-in-beeld',
} as const;
const oneOf = <Value extends string>(values: Readonly<Record<string, Value>>) =>
  z.enum(Object.values(values) as [Value, ...Value[]]);

const BasisBody = z
  .object({
    bron: z.string(),
    soortBron: oneOf(MARKS),
    tekstVan: z.iso.date().nullable().describe('De dag van de tekst die is gelezen.'),
    gelezenOp: z.iso.date().nullable(),
    nagekekenOp: z.iso.date().nullable().describe('De dag waarop een jurist dit nakeek. Leeg: nog te verifiëren.'),
  })
  .meta({ id: 'TermijnBasis' });

const DatesBody = z
  .object({
    dag: z.iso.date().describe('De dag die is gegeven.'),
    zonderSchuiven: z.iso.date().describe('De laatste dag als er niets schuift; hiervan tellen de herinneringen.'),
    laatsteDag: z.iso.date(),
    waarom: z.string(),
    herinneringen: z.array(z.object({ dagenVooraf: z.int(), op: z.iso.date() })),
  })
  .meta({ id: 'TermijnDagen' });

const ClockBody = z
  .object({
    code: z.string(),
    naam: z.string(),
    begint: z.string().describe('De gebeurtenis waarmee de klok begint, of waar de laatste dag staat.'),
    looptIn: z.string().describe('De toestand van de procedure waarin de klok loopt.'),
    eindigtDoor: z.array(z.string()).describe('Wat de klok laat eindigen.'),
    soort: oneOf(KINDS),
    aantal: z.int().optional(),
    eenheid: oneOf(UNITS).optional(),
    dagenVooraf: z.int().optional().describe('Zoveel dagen voor de dag in de brief moet het gedaan zijn.'),
    tweedeLezer: z.boolean().describe('Een tweede persoon leest de brief na.'),
    geldtVanaf: z.iso.date().nullable(),
    artikel: z.string(),
    weekend: z.string(),
    feestdagen: z.string(),
    daarna: z.string(),
    twijfels: z.array(z.object({ vanaf: z.iso.date().nullable(), tekst: z.string() })),
    voorbeeld: DatesBody.nullable().describe('Uitgerekend met de regels van In Beeld.'),
    basis: BasisBody,
  })
  .meta({ id: 'TermijnKlok' });

const TermsBody = z
  .object({
    uitgave: z.object({ kenmerk: z.string(), versie: z.int(), geldigVanaf: z.iso.date() }),
    gelijkgesteldeDagen: z.object({
      dagen: z.array(z.iso.date()),
      bekendVanaf: z.iso.date(),
      bekendTotEnMet: z.iso.date(),
      basis: BasisBody,
    }),
    procedures: z.array(
      z.object({
        code: z.string(),
        naam: z.string(),
        uitleg: z.string(),
        begin: z.string(),
        toestanden: z.array(z.object({ code: z.string(), naam: z.string(), einde: z.boolean() })),
        overgangen: z.array(z.object({ van: z.string(), naar: z.string(), gebeurtenis: z.string() })),
        klokken: z.array(ClockBody),
        basis: BasisBody,
      }),
    ),
    merk: z.string().optional().describe('Alleen in een voorbeeldomgeving: «Voorbeeldgegevens, niet echt».'),
  })
  .meta({ id: 'Zorgtermijnen' });

const basisOf = ({ source, mark, statedOn, readOn, verifiedOn }: Rests): z.output<typeof BasisBody> => ({
  bron: source,
  soortBron: MARKS[mark],
  tekstVan: statedOn,
  gelezenOp: readOn,
  nagekekenOp: verifiedOn,
});

const datesOf = (computed: ComputedTerm): z.output<typeof DatesBody> => ({
  dag: computed.given,
  zonderSchuiven: computed.nominal,
  laatsteDag: computed.lastDay,
  waarom: whyWords(computed),
  herinneringen: computed.reminders.map(({ daysAhead, on }) => ({ dagenVooraf: daysAhead, op: on })),
});

function clockOf(clock: ClockRow): z.output<typeof ClockBody> {
  const { term, worked } = clock;
  const rule = ruleWords(term);
  return {
    code: clock.id,
    naam: clock.name,
    begint: clock.starts,
    looptIn: clock.runsIn,
    eindigtDoor: [...clock.endedBy],
    soort: KINDS[term.kind],
    ...('count' in term ? { aantal: term.count, eenheid: UNITS[term.unit] } : {}),
    ...('daysBefore' in term ? { dagenVooraf: term.daysBefore } : {}),
    tweedeLezer: term.kind === 'stated' && term.needsSecondReader,
    geldtVanaf: clock.holdsFrom,
    artikel: clock.article,
    weekend: rule.weekend,
    feestdagen: rule.holidays,
    daarna: clock.after,
    twijfels: clock.doubts.map(({ from, text }) => ({ vanaf: from, tekst: text })),
    voorbeeld: worked ? datesOf(worked) : null,
    basis: basisOf(clock),
  };
}

const procedureOf = (procedure: ProcedureTable) => ({
  code: procedure.id,
  naam: procedure.name,
  uitleg: procedure.about,
  begin: procedure.start,
  toestanden: procedure.states.map(({ id, name, isEnd }) => ({ code: id, naam: name, einde: isEnd })),
  overgangen: procedure.events.map(({ from, to, name }) => ({ van: from, naar: to, gebeurtenis: name })),
  klokken: procedure.clocks.map(clockOf),
  basis: basisOf(procedure),
});

const equatedOf = (equated: CareTerms['equated']) => ({
  dagen: [...equated.days],
  bekendVanaf: equated.knownFrom,
  bekendTotEnMet: equated.knownUntil,
  basis: basisOf(equated),
});

const AskBody = z.strictObject({
  klok: z.string().min(1, 'Noem de code van een klok.').max(50, 'Noem de code van een klok.'),
  dag: z.iso
    .date('Schrijf de dag als 2027-03-12.')
    .transform((typed, context) => termDay(plainDate(typed), context, 'Schrijf de dag als 2027-03-12.')),
});

const AnswerBody = z
  .object({
    klok: z.string(),
    dagen: DatesBody,
    twijfels: z.array(z.string()),
    tweedeLezer: z.boolean().describe('Een tweede persoon moet de brief nog nalezen.'),
    merk: z.string().optional(),
  })
  .meta({ id: 'BerekendeTermijn' });

/** The table of the page, and its calculator, for other systems. */
export function registerTermApi(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean },
): void {
  app.get(
    '/api/v1/zorgcoordinatie/termijnen',
    {
      config: {
        access: 'signed-in',
        purpose: 'geen',
        data: ['D0'],
        api: {
          operationId: 'zorgtermijnenOpvragen',
          tags: ['Zorgcoördinatie'],
          summary: 'Procedures en klokken van de zorgcoördinatie opvragen',
          description:
            'Elke procedure als toestanden en overgangen, met haar klokken: artikel, termijn, weekend, feestdagen, een uitgerekend voorbeeld, bron en twijfel. Er staat niets over personen in.',
          responses: { 200: { description: 'De procedures en klokken van vandaag.', schema: TermsBody } },
        },
      },
    },
    async (request, reply) => {
      const { id, version, validFrom, body } = await edge.look(request, 'published', (tx, { today }) =>
        careTermsToday(tx, today),
      );
      return reply.send({
        uitgave: { kenmerk: id, versie: version, geldigVanaf: validFrom },
        gelijkgesteldeDagen: equatedOf(body.equated),
        procedures: termTable(body).map(procedureOf),
        ...(options.isDemo ? { merk: DEMO_MARK } : {}),
      } satisfies z.output<typeof TermsBody>);
    },
  );

  // a POST that keeps nothing: no day of a case stands in an address, where it would be logged
  app.post(
    '/api/v1/zorgcoordinatie/termijnen/berekening',
    {
      config: {
        access: 'signed-in',
        purpose: 'geen',
        data: ['D0'],
        action: 'care.compute-term',
        api: {
          operationId: 'zorgtermijnBerekenen',
          tags: ['Zorgcoördinatie'],
          summary: 'De laatste dag van een klok berekenen',
          description: 'Berekent één klok vanaf één dag. Er wordt niets bewaard. Stuur niets over personen mee.',
          body: AskBody,
          responses: { 200: { description: 'De laatste dag en de herinneringen.', schema: AnswerBody } },
        },
      },
    },
    async (request, reply) => {
      const asked = AskBody.safeParse(request.body ?? {});
      if (!asked.success) return sendProblem(reply, bodyProblem(asked.error));
      const { body } = await edge.look(request, 'published', (tx, { today }) => careTermsToday(tx, today));
      const answer = answerTerm(body, asked.data.klok, asked.data.dag);
      if (!answer.ok) return sendProblem(reply, refusedFields(answer.error.code, refusedAt(answer.error)));
      const { clock, computed, doubts } = answer.value;
      return reply.send({
        klok: clock.id,
        dagen: datesOf(computed),
        twijfels: doubts.map(({ text }) => text),
        tweedeLezer: clock.term.kind === 'stated' && clock.term.needsSecondReader,
        ...(options.isDemo ? { merk: DEMO_MARK } : {}),
      } satisfies z.output<typeof AnswerBody>);
    },
  );
}
