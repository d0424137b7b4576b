import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { CSV_TYPE } from '../../../platform/open-data/open-table.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import { dutchFold } from '../../../shared-kernel/dutch-fold.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { guardText } from '../../../shared-kernel/text-guard.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { cellsOf, countCells, NO_CELLS } from '../domain/cells.ts';
import {
  type Coverage,
  countCoverage,
  coverageState,
  dependences,
  dependsOn,
  substituteCover,
  whoMustAct,
} from '../domain/coverage.ts';
import { MUST_ACT_WORDS, STATE_WORDS } from '../ui/care-words.ts';
import { CoveragePage, type CoverageRow } from '../ui/coverage-page.tsx';
import { type CoverageDone, MunicipalCoveragePage } from '../ui/municipal-coverage-page.tsx';
import { confirmArrangement, objectToOffer, takeBackObjection } from '../use-cases/arrangement.ts';
import { type CareNetwork, readNetwork } from '../use-cases/coverage.ts';
import { type CoverageAddress, hrefOf, readCoverageAddress } from './coverage-address.ts';
import { coverageCsv } from './coverage-csv.ts';
import { gapsCsv, gapsIn } from './gaps-csv.ts';
import { CONFIRMERS, COVERAGE_READERS, NAME_READERS } from './who.ts';

const PATH = '/netwerk/dekking';
const GAPS_CSV = `${PATH}/gaten.csv`;
const PAGE_SIZE = 50;

const ConfirmForm = z.object({});
const ObjectionForm = z.object({
  aanbod: z.uuid('Dit aanbod is er niet meer. Kijk de lijst na.'),
  reden: z
    .string()
    .trim()
    .min(10, 'Vertel in een zin wat er niet klopt.')
    .max(500, 'Gebruik hoogstens 500 tekens.')
    .refine((typed) => {
      const { numbers, looksLikeName } = guardText(typed);
      return numbers.length === 0 && !looksLikeName;
    }, 'Hier lijkt een naam of een nummer in te staan. Schrijf op wat er niet klopt, zonder te zeggen wie.'),
});
const TakeBackForm = z.object({ bezwaar: z.uuid() });

const NOT_DONE = {
  'not-found': 'Dit aanbod is er niet meer. Kijk de lijst na.',
  'objected-before': 'Uw gemeente gaf dit al door. Kijk de lijst na.',
} as const;

/** Where care coordination is, is not, or is not known: the country, and one municipality with what it says of its own list. */
export function registerCoverageRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean },
): void {
  const directory = { purpose: 'VA-20', data: ['D0'] } as const;
  const readable = { ...directory, access: COVERAGE_READERS } as const;
  const writable = { ...directory, access: CONFIRMERS } as const;

  async function ask(request: FastifyRequest) {
    return edge.look(request, 'published', async (tx, { today }) => {
      const address = readCoverageAddress(request.query, today);
      const on = address.on ?? today;
      return { address, view: viewOf(await readNetwork(tx, on), address, on) };
    });
  }

  app.get(PATH, { config: readable }, async (request, reply) => {
    const { address, view } = await ask(request);
    const page = (
      <CoveragePage
        frame={edge.frame(request)}
        view={view}
        values={address.values}
        errors={address.errors}
        ownCode={edge.actor(request).organisationCode}
        hrefWith={(changes) => hrefOf(PATH, address.values, changes)}
        gapsHref={hrefOf(GAPS_CSV, address.values, { pagina: '' })}
        csvHref={hrefOf(`${PATH}.csv`, address.values, { pagina: '' })}
        jsonHref={hrefOf(`${PATH}.json`, address.values, { pagina: '' })}
      />
    );
    return edge.html(reply, page, Object.keys(address.errors).length > 0 ? 400 : 200);
  });

  app.get(`${PATH}.json`, { config: readable }, async (request, reply) => {
    const { address, view } = await ask(request);
    // left out, a filter that was not understood would answer another question than was asked
    if (Object.keys(address.errors).length > 0) return reply.status(400).send({ fouten: address.errors });
    return reply.send({
      bron: 'In Beeld, opgave van zorgorganisaties en gemeenten',
      reeks: 'Dekking van zorgcoördinatie',
      peildatum: view.on,
      onzekerheid: 'eigen opgave; wat langer dan zes maanden niet is bevestigd, telt als onbekend',
      combinaties: view.asked,
      zonder: view.without ?? null,
      alleenMetVervanging: view.isAway,
      gemeenten: filtered(view.rows, address).map((row) => ({
        code: row.code,
        naam: row.name,
        stand: STATE_WORDS[row.state].value,
        gedekt: row.counts.covered,
        nietGedekt: row.counts.gap,
        onbekend: row.counts.unknown,
        stoptHier: view.without ? row.lost : null,
        aanZet: MUST_ACT_WORDS[row.mustAct],
      })),
      ...(options.isDemo ? { merk: DEMO_MARK } : {}),
    });
  });

  app.get(`${PATH}.csv`, { config: readable }, async (request, reply) => {
    const { address, view } = await ask(request);
    if (Object.keys(address.errors).length > 0) return reply.status(400).send({ fouten: address.errors });
    return reply
      .header('Content-Disposition', `attachment; filename="dekking-${view.on}.csv"`)
      .type(CSV_TYPE)
      .send(coverageCsv(filtered(view.rows, address), options.isDemo ? DEMO_MARK : undefined));
  });

  app.get(GAPS_CSV, { config: readable }, async (request, reply) => {
    const { address, view } = await ask(request);
    if (Object.keys(address.errors).length > 0) return reply.status(400).send({ fouten: address.errors });
    const asked = cellsOf(address.need, address.moment);
    const rows = filtered(view.rows, address).flatMap((row) => gapsIn(row, row.coverage, asked));
    return reply
      .header('Content-Disposition', `attachment; filename="gatenlijst-${view.on}.csv"`)
      .type(CSV_TYPE)
      .send(gapsCsv(rows, options.isDemo ? DEMO_MARK : undefined));
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    code: string,
    form: {
      readonly status?: number;
      readonly values?: FieldValues;
      readonly errors?: FieldErrors;
      readonly done?: CoverageDone | undefined;
    } = {},
  ) {
    const found = await readOne(request, code);
    const actor = edge.actor(request);
    const page = (
      <MunicipalCoveragePage
        frame={edge.frame(request)}
        found={found}
        mayKnowNames={NAME_READERS.includes(actor.role)}
        mayConfirm={CONFIRMERS.includes(actor.role) && actor.organisationCode === code}
        formKey={edge.formKey()}
        values={form.values ?? {}}
        errors={form.errors ?? {}}
        objectingTo={form.values?.aanbod}
        done={form.done}
      />
    );
    return edge.html(reply, page, form.status ?? 200);
  }

  async function readOne(request: FastifyRequest, code: string) {
    const found = await edge.look(request, 'published', async (tx, { today }) => {
      const network = await readNetwork(tx, today);
      const municipality = network.municipalities.find((each) => each.code === code);
      if (!municipality) return undefined;
      const now = network.of(municipality);
      const away = network.of(municipality, { isAway: true }).coverage;
      return { ...now, substitute: substituteCover(now.coverage, away) };
    });
    if (!found) throw notFound();
    return found;
  }

  app.get(`${PATH}/:code`, { config: { ...readable, sample: 'municipality-code' } }, async (request, reply) => {
    const { code } = request.params as { code: string };
    const query = request.query as Record<string, unknown>;
    const done =
      query.bevestigd !== undefined
        ? 'confirmed'
        : query.bezwaar !== undefined
          ? 'objected'
          : query.ingetrokken !== undefined
            ? 'took-back'
            : undefined;
    return show(request, reply, code, { done });
  });

  app.post(
    '/netwerk/bevestigen',
    { config: { ...writable, action: 'care.confirm-arrangement', fields: ConfirmForm } },
    async (request, reply) => {
      const actor = edge.actor(request);
      const seen = await readOne(request, actor.organisationCode);
      const done = `${PATH}/${actor.organisationCode}?bevestigd`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => confirmArrangement(tx, actor, seen, time),
      );
      return outcome.kind === 'answered' ? reply : reply.redirect(done, 303);
    },
  );

  app.post(
    '/netwerk/bezwaren',
    { config: { ...writable, action: 'care.object', fields: ObjectionForm } },
    async (request, reply) => {
      const actor = edge.actor(request);
      const code = actor.organisationCode;
      const form = parseForm(ObjectionForm, request.body);
      if (!form.ok) return show(request, reply, code, { status: 400, values: form.values, errors: form.errors });
      const { aanbod: offerId, reden: reason } = form.value;
      const seen = await readOne(request, code);
      const done = `${PATH}/${code}?bezwaar`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => objectToOffer(tx, actor, { offerId, reason }, seen, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const errors = { reden: NOT_DONE[outcome.error.code] };
      return show(request, reply, code, { status: 409, values: form.values, errors });
    },
  );

  app.post(
    '/netwerk/bezwaren/intrekken',
    { config: { ...writable, action: 'care.take-back-objection', fields: TakeBackForm } },
    async (request, reply) => {
      const form = parseForm(TakeBackForm, request.body);
      if (!form.ok) throw notFound();
      const actor = edge.actor(request);
      const done = `${PATH}/${actor.organisationCode}?ingetrokken`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => takeBackObjection(tx, actor, { id: form.value.bezwaar }, time),
      );
      if (outcome.kind === 'refused') throw notFound();
      return outcome.kind === 'answered' ? reply : reply.redirect(done, 303);
    },
  );
}

function filtered<Row extends CoverageRow>(rows: readonly Row[], { state, values }: CoverageAddress): readonly Row[] {
  const name = dutchFold(values.naam ?? '');
  return rows.filter((row) => (state === undefined || row.state === state) && dutchFold(row.name).includes(name));
}

function viewOf(network: CareNetwork, address: CoverageAddress, on: PlainDate) {
  const asked = cellsOf(address.need, address.moment);
  const { isAway } = address;
  const organisations = new Map(network.offers.map((each) => [each.organisationCode, each]));
  const leaving = organisations.get(address.values.zonder ?? '');
  if (address.values.zonder && !leaving) address.errors.zonder = 'Kies een organisatie uit de lijst.';
  const coverages = network.municipalities.map((municipality) => network.of(municipality, { isAway }).coverage);
  const rows = network.municipalities.map((municipality, index): CoverageRow & { readonly coverage: Coverage } => {
    const now = coverages[index]!;
    const lost = leaving ? dependsOn(now, leaving.organisationId) & asked : NO_CELLS;
    const coverage =
      lost === NO_CELLS ? now : network.of(municipality, { isAway, without: leaving!.organisationId }).coverage;
    const { code, name, provinceCode, provinceName, hexagon } = municipality;
    return {
      code,
      name,
      provinceCode,
      provinceName,
      hexagon,
      coverage,
      state: coverageState(coverage, asked),
      counts: countCoverage(coverage, asked),
      mustAct: whoMustAct(coverage, asked),
      lost: countCells(lost),
    };
  });
  const found = filtered(rows, address);
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(address.page, pages);
  return {
    rows,
    shown: found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    found: found.length,
    page,
    pages,
    asked: countCells(asked),
    on,
    organisations: [...organisations.values()]
      .map(({ organisationCode, organisationName }) => ({ code: organisationCode, name: organisationName }))
      .sort((a, b) => a.name.localeCompare(b.name, 'nl')),
    isAway,
    without: leaving?.organisationName,
    dependences: dependences(coverages, asked).flatMap(({ organisationId, ...sums }) => {
      const one = network.offers.find((each) => each.organisationId === organisationId);
      return one ? [{ code: one.organisationCode, name: one.organisationName, ...sums }] : [];
    }),
  };
}
