import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Edge } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { CSV_TYPE, type OpenColumn, writeCsv } from '../../../platform/open-data/open-table.ts';
import { dutchDay, type PlainDate, readDutchDate } from '../../../shared-kernel/plain-date.ts';
import { ok } from '../../../shared-kernel/result.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import type { Disclosure, DisclosureFilter } from '../domain/disclosure.ts';
import { RECEIVERS, SHARED_DATA } from '../domain/sharing-case.ts';
import { CONSENTS } from '../domain/sharing-rule.ts';
import { DisclosuresPage, type DisclosureView } from '../ui/disclosures-page.tsx';
import { DISCLOSURES_PATH, STATE_WORDS } from '../ui/sharing-words.ts';
import { readDisclosures } from '../use-cases/disclosures.ts';

const ON_A_PAGE = 25;
const IN_A_FILE = 5_000;

const day = z.string().transform((typed, context) => {
  if (typed.trim() === '') return undefined;
  const read = readDutchDate(typed);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.' });
  return z.NEVER;
});
const SOURCES = { '': undefined, verstuurd: 'sent', verteld: 'told' } as const;
const CONSENT = { '': undefined, met: true, zonder: false } as const;
const FilterForm = z.object({
  van: day,
  tot: day,
  hoe: z.enum(['', 'verstuurd', 'verteld'], 'Kies uit de lijst.').transform((word) => SOURCES[word]),
  toestemming: z.enum(['', 'met', 'zonder'], 'Kies uit de lijst.').transform((word) => CONSENT[word]),
});
const EVERYTHING: DisclosureFilter = { from: undefined, until: undefined, source: undefined, withConsent: undefined };

export interface DisclosureOptions {
  /** The activity that a kind of message is sent for, as the register said it on a day. */
  readonly policyOn: (
    activity: string,
    day: PlainDate,
  ) => { readonly name: string; readonly version: number } | undefined;
  /** Which classes of data are in a kind of message, in words. */
  readonly classesIn: (kind: string) => readonly string[];
  readonly roleLabel: (role: string) => string;
  /** Says in a file that nothing in it is real; undefined when it is. */
  readonly mark: string | undefined;
}

/** What an organisation shared with others, for its officer for data protection. */
export function registerDisclosureRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  { policyOn, classesIn, roleLabel, mark }: DisclosureOptions,
): void {
  const reading = { access: ['fg'], purpose: 'VA-09', data: ['D1', 'D2'] } as const;
  const queryOf = (request: FastifyRequest) => (request.query ?? {}) as Record<string, unknown>;

  function filterIn(request: FastifyRequest) {
    const form = parseForm(FilterForm, queryOf(request));
    if (!form.ok) return { form, filter: EVERYTHING };
    const { van, tot, hoe, toestemming } = form.value;
    return { form, filter: { from: van, until: tot, source: hoe, withConsent: toestemming } };
  }

  function viewOf(each: Disclosure): DisclosureView {
    const { id, at, by, basis } = each;
    const who = by ? `${by.name}, ${roleLabel(by.role)}` : 'niet in dit logboek';
    if (each.source === 'told')
      return {
        id,
        at,
        who,
        basis: `${basis} (${each.article})`,
        how: 'zelf vastgelegd',
        receiver: RECEIVERS[each.receiver],
        what: SHARED_DATA[each.data],
        classes: '',
        consent: each.consent ? CONSENTS[each.consent] : 'niet nodig',
        policy: `regel ${each.rule}, editie ${each.edition}`,
        state: each.outcome === 'elsewhere' ? 'elders ingebracht' : '',
      };
    const policy = policyOn(each.activity, dutchDay(at));
    return {
      id,
      at,
      who,
      basis,
      how: 'verstuurd met In Beeld',
      receiver: each.receiverName,
      what: each.kindLabel,
      classes: classesIn(each.kind).join(', '),
      consent: each.needsConsent ? 'ja, vastgelegd' : 'niet nodig',
      policy: policy ? `${each.activity} ${policy.name}, versie ${policy.version}` : each.activity,
      state: STATE_WORDS[each.state] ?? each.state,
    };
  }

  app.get(DISCLOSURES_PATH, { config: reading }, async (request, reply) => {
    const page = Math.min(Math.max(Number.parseInt(String(queryOf(request).pagina), 10) || 1, 1), 1_000);
    const { form, filter } = filterIn(request);
    const { disclosures, total } = await edge.look(request, 'own', (tx) =>
      readDisclosures(tx, edge.actor(request), filter, { skip: (page - 1) * ON_A_PAGE, take: ON_A_PAGE }),
    );
    const shown = (
      <DisclosuresPage
        frame={edge.frame(request)}
        disclosures={disclosures.map(viewOf)}
        total={total}
        page={page}
        pages={Math.ceil(total / ON_A_PAGE)}
        values={form.values}
        errors={form.ok ? undefined : form.errors}
        addressOf={(path, to) => {
          const asked = Object.entries({ ...form.values, pagina: to && to > 1 ? String(to) : '' });
          const filled = asked.filter(([, value]) => value);
          return filled.length === 0 ? path : `${path}?${new URLSearchParams(filled)}`;
        }}
      />
    );
    return edge.html(reply, shown, form.ok ? 200 : 400);
  });

  app.get(
    `${DISCLOSURES_PATH}/lijst.csv`,
    { config: { ...reading, action: 'sharing.export-disclosures', stepUp: true } },
    async (request, reply) => {
      const actor = edge.actor(request);
      const { filter } = filterIn(request);
      const answer = await edge.lookAtPersons(request, async (tx) =>
        ok({
          ...(await readDisclosures(tx, actor, filter, { skip: 0, take: IN_A_FILE })),
          subject: { kind: 'sharing.disclosure', id: actor.organisationId },
        }),
      );
      const rows = answer.ok ? answer.value.disclosures.map(viewOf) : [];
      return reply
        .type(CSV_TYPE)
        .header('Content-Disposition', 'attachment; filename="verstrekkingen.csv"')
        .send(writeCsv(COLUMNS, rows, mark));
    },
  );
}

function column(name: string, title: string, cell: (row: DisclosureView) => string): OpenColumn<DisclosureView> {
  const both = { nl: title, en: title };
  return { name, title: both, description: both, datatype: 'string', cell };
}

const COLUMNS = [
  column('tijdstip', 'Wanneer', ({ at }) => at.toISOString()),
  column('wie', 'Wie', ({ who }) => who),
  column('wat', 'Wat', ({ what }) => what),
  column('klassen', 'Klassen van gegevens', ({ classes }) => classes),
  column('ontvanger', 'Met wie', ({ receiver }) => receiver),
  column('grondslag', 'Grondslag', ({ basis }) => basis),
  column('toestemming', 'Toestemming', ({ consent }) => consent),
  column('regels', 'Regels van toen', ({ policy }) => policy),
  column('hoe', 'Hoe gedeeld', ({ how }) => how),
  column('stand', 'Stand', ({ state }) => state),
];
