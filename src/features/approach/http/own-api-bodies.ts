import { z } from 'zod';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { ADOPTING_BODIES, type Adoption } from '../domain/adoption.ts';
import type { Anchoring } from '../domain/anchoring.ts';
import { givenDay } from '../domain/fact.ts';
import { TRACKS } from '../domain/framework.ts';
import { type Action, type ActionStatus, actionOn, type Member, type Plan, type PlanTotals } from '../domain/plan.ts';

/** What the interface calls the state of an action. */
export const ACTION_VALUES = {
  open: 'nog-te-doen',
  busy: 'bezig',
  done: 'klaar',
  dropped: 'vervallen',
} as const satisfies Readonly<Record<ActionStatus, string>>;

const value = z.enum(Object.values(ACTION_VALUES));
const track = z.enum(TRACKS);
const mark = z.string().optional().describe('Alleen in een voorbeeldomgeving: «Voorbeeldgegevens, niet echt».');
const asOf = z.iso.date().describe('De dag waarop dit geldt.');
const carrier = z
  .string()
  .nullable()
  .describe('De rol van wie dit doet; nooit een naam. null als niemand is aangewezen.');

const paging = {
  pagina: z.coerce.number('Vul een getal in.').int('Vul een heel getal in.').min(1, 'Begin bij 1.').default(1),
  paginaGrootte: z.coerce
    .number('Vul een getal in.')
    .int('Vul een heel getal in.')
    .min(1, 'Minstens 1.')
    .max(500, 'Hoogstens 500.')
    .default(100),
};
const paged = { totaal: z.int(), pagina: z.int(), paginaGrootte: z.int(), peildatum: asOf, merk: mark };

/** One page of a list. */
export function pageOf<T>(all: readonly T[], { pagina, paginaGrootte }: { pagina: number; paginaGrootte: number }) {
  return {
    shown: all.slice((pagina - 1) * paginaGrootte, pagina * paginaGrootte),
    totaal: all.length,
    pagina,
    paginaGrootte,
  };
}

export const PageQuery = z.strictObject(paging);
export const ActionsQuery = z.strictObject({
  spoor: track.optional().describe('Alleen de acties van dit spoor.'),
  stand: value.optional().describe('Alleen de acties die zo staan.'),
  ...paging,
});

export const PlanBody = z
  .object({
    plan: z
      .object({
        titel: z.string(),
        regionaalBeleid: z.object({ titel: z.string(), adres: z.string().nullable() }).nullable(),
        begint: z.iso.date(),
        eindigt: z.iso.date(),
        uitgave: z.int().describe('1 tot de eerste vaststelling; één hoger na elk besluit.'),
        aantalActies: z.int(),
        aantalKlaar: z.int(),
        aantalTeLaat: z.int(),
        aantalZonderEigenaarOfTermijn: z.int(),
        euro: z.int(),
        uren: z.number(),
      })
      .nullable()
      .describe('null als er nog geen plan is.'),
    peildatum: asOf,
    merk: mark,
  })
  .meta({ id: 'Aanpakplan' });

export function apiPlan(plan: Plan, totals: PlanTotals): z.output<typeof PlanBody>['plan'] {
  return {
    titel: plan.title,
    regionaalBeleid: plan.regional ? { titel: plan.regional.title, adres: plan.regional.link ?? null } : null,
    begint: plan.startsOn,
    eindigt: plan.endsOn,
    uitgave: plan.edition,
    aantalActies: totals.count,
    aantalKlaar: totals.done,
    aantalTeLaat: totals.late,
    aantalZonderEigenaarOfTermijn: totals.unassigned,
    euro: totals.budgetEuro,
    uren: totals.hours,
  };
}

const ActionBody = z
  .object({
    id: z.uuid(),
    titel: z.string(),
    spoor: track,
    onderdeel: z.string().nullable().describe('Het onderdeel waarvan de actie het gat dicht.'),
    eigenaar: carrier,
    vervanger: carrier,
    termijn: z.iso.date().nullable(),
    euro: z.int().nullable(),
    uren: z.number().nullable(),
    stand: value,
    isTeLaat: z.boolean(),
  })
  .meta({ id: 'Aanpakactie' });
export const ActionsBody = z.object({ acties: z.array(ActionBody), ...paged }).meta({ id: 'Aanpakacties' });

/** `roles` knows whom the membership is of by role; whoever left has none. */
export function apiAction(
  action: Action,
  roles: ReadonlyMap<string, string>,
  today: PlainDate,
): z.output<typeof ActionBody> {
  const role = (member: Member | undefined) =>
    member ? (roles.get(member.membershipId) ?? 'werkt hier niet meer') : null;
  return {
    id: action.id,
    titel: action.title,
    spoor: action.track,
    onderdeel: action.closesElement ?? null,
    eigenaar: role(action.owner),
    vervanger: role(action.substitute),
    termijn: action.dueOn ?? null,
    euro: action.budgetEuro ?? null,
    uren: action.hours ?? null,
    stand: ACTION_VALUES[action.status],
    isTeLaat: actionOn(action, today) === 'late',
  };
}

const AdoptionBody = z
  .object({
    id: z.uuid(),
    uitgave: z.int(),
    orgaan: z.enum(ADOPTING_BODIES),
    mandaat: z.object({ besluit: z.string(), datum: z.iso.date() }).nullable(),
    besluitdatum: z.iso.date(),
    geldigTot: z.iso.date().describe('Vanaf deze dag geldt het besluit niet meer.'),
    geldt: z.boolean().describe('Of het besluit op de peildatum geldt.'),
    document: z.object({ titel: z.string(), datum: z.iso.date(), adres: z.string().nullable() }),
    publicatie: z.string().nullable(),
    sha256: z.string().describe('Controlegetal van wat is vastgesteld, over het bestand vastgesteld.json.'),
  })
  .meta({ id: 'Aanpakvaststelling' });
export const AdoptionsBody = z
  .object({ vaststellingen: z.array(AdoptionBody), ...paged })
  .meta({ id: 'Aanpakvaststellingen' });

export function apiAdoption(adoption: Adoption, today: PlainDate): z.output<typeof AdoptionBody> {
  const { mandate } = adoption;
  return {
    id: adoption.id,
    uitgave: adoption.edition,
    orgaan: adoption.body,
    mandaat: mandate ? { besluit: mandate.title, datum: mandate.decidedOn } : null,
    besluitdatum: adoption.decidedOn,
    geldigTot: adoption.validUntil,
    geldt: adoption.validUntil > today,
    document: { titel: adoption.documentTitle, datum: adoption.documentOn, adres: adoption.documentLink ?? null },
    publicatie: adoption.publicationLink ?? null,
    sha256: adoption.sha256,
  };
}

export const AnchoringBody = z
  .object({
    isGeborgd: z.boolean(),
    geborgdTot: z.iso
      .date()
      .nullable()
      .describe('De eerste dag waarop een van de toetsen vervalt; null als de aanpak niet is geborgd.'),
    toetsen: z.array(
      z.object({
        nummer: z.int(),
        titel: z.string(),
        vraag: z.string(),
        isGehaald: z.boolean(),
        vervaldatum: z.iso.date().nullable(),
        mist: z.string().nullable(),
        bewijs: z.array(
          z.object({
            onderdeel: z.string(),
            stuk: z.string().nullable(),
            vindplaats: z.string().nullable(),
            datum: z.iso.date().nullable().describe('Leeg als niemand een datum gaf.'),
            isRegionaal: z.boolean(),
          }),
        ),
      }),
    ),
    peildatum: asOf,
    merk: mark,
  })
  .meta({ id: 'Aanpakborging' });

export function apiAnchoring({
  tests,
  isAnchored,
  anchoredUntil,
}: Anchoring): Omit<z.output<typeof AnchoringBody>, 'peildatum'> {
  return {
    isGeborgd: isAnchored,
    geborgdTot: anchoredUntil ?? null,
    toetsen: tests.map(({ test, isPassed, lapsesOn, missing, evidence }) => ({
      nummer: test.number,
      titel: test.title,
      vraag: test.question,
      isGehaald: isPassed,
      vervaldatum: lapsesOn ?? null,
      mist: missing ?? null,
      bewijs: evidence.map((fact) => ({
        onderdeel: fact.element,
        stuk: fact.evidenceTitle ?? null,
        vindplaats: fact.evidenceLink ?? null,
        datum: givenDay(fact) ?? null,
        isRegionaal: fact.state === 'regional',
      })),
    })),
  };
}

export const DocumentsBody = z
  .object({
    documenten: z.array(
      z.object({
        soort: z.string(),
        titel: z.string(),
        omschrijving: z.string(),
        bevatNamen: z.boolean().describe('Er staan namen van collega’s in.'),
        mist: z.array(z.string()).describe('Wat er nog niet is vastgelegd; het staat er als ‘nog in te vullen’.'),
        lezen: z.string().describe('De bladzijde waarop iemand het document leest.'),
        word: z.string(),
        pdf: z.string(),
      }),
    ),
    peildatum: asOf,
    merk: mark,
  })
  .meta({ id: 'Aanpakdocumenten' });
