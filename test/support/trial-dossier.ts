import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { POLICY } from '../../src/app/access-matrix.ts';
import type { PageEdge } from '../../src/app/edge.ts';
import { PROCESSING_ACTIVITIES } from '../../src/app/processing-activities.ts';
import type { DataClass } from '../../src/platform/db/table-register.ts';
import { type DomainTime, enter } from '../../src/platform/db/transact.ts';
import { excludePerson, giveAccess, openDossier } from '../../src/platform/dossiers/give-access.ts';
import { askDossier, factsOf } from '../../src/platform/dossiers/reach.ts';
import { notFound } from '../../src/platform/http/edge.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { visibleFields } from '../../src/platform/policy/visible-fields.ts';
import { err, ok } from '../../src/shared-kernel/result.ts';
import { type Actor, ROLES, type Role } from '../../src/shared-kernel/role.ts';
import type { TestDatabase } from './database.ts';

/**
 * A dossier of no feature: the product has none yet, and what guards dossiers must hold before the first one comes. It has one
 * field of each class of case content; every class has a route per purpose that covers it, as a feature would have.
 */
export const TRIAL_FIELDS = {
  signal: 'D3',
  name: 'D4',
  phase: 'D5',
  whereabouts: 'D6',
  offender: 'D7',
  consent: 'D8',
} as const satisfies Record<string, DataClass>;

const CONTENT = Object.fromEntries(Object.keys(TRIAL_FIELDS).map((field) => [field, `inhoud van ${field}`]));

export interface TrialRoute {
  readonly path: string;
  readonly purpose: string;
  readonly dataClass: DataClass;
  /** Whom the matrix could ever let in. */
  readonly access: readonly Role[];
}

/** Every class of case content, for every purpose that is on and for which somebody may read it. */
export const TRIAL_ROUTES: readonly TrialRoute[] = PROCESSING_ACTIVITIES.filter(({ state }) => state === 'on').flatMap(
  ({ id: purpose, dataClasses }) =>
    [...new Set(Object.values(TRIAL_FIELDS))]
      .filter((each) => (dataClasses as readonly string[]).includes(each))
      .map((dataClass) => ({
        path: `/proef/${purpose}/${dataClass}/:dossier`,
        purpose,
        dataClass,
        access: ROLES.filter((role) =>
          (['L', 'R', 'A'] as const).some((l) => POLICY.mayEver(role, l, dataClass, purpose)),
        ),
      }))
      .filter(({ access }) => access.length > 0),
);

/** Adds the routes of the trial dossier, written the way a feature writes its own. */
export function trialDossier(app: FastifyInstance, edge: PageEdge): void {
  app.post(
    '/proef/signaal',
    {
      config: {
        access: ['aandachtsfunctionaris'],
        purpose: 'VA-02',
        data: ['D2'],
        action: 'proef.write',
        fields: z.object({ tekst: z.string() }),
      },
    },
    async () => 'gezien',
  );
  for (const { path, purpose, dataClass, access } of TRIAL_ROUTES)
    app.get(
      path,
      { config: { access, purpose, data: [dataClass], action: 'proef.read', sample: 'dossier-id', sealed: false } },
      async (request) => {
        const { dossier } = request.params as { dossier: string };
        const actor = edge.actor(request);
        const found = await edge.lookAtPersons(request, async (tx, time) => {
          const reached = await askDossier(
            tx,
            POLICY,
            actor,
            { dossierId: dossier, letter: 'R', dataClass, purpose },
            time,
          );
          if (!reached.ok) return err({ code: reached.error.because ?? 'not-found' });
          const question = { who: actor.role, purpose, facts: factsOf(reached.value) };
          return ok({
            subject: { kind: 'privacy.dossier', id: dossier },
            fields: visibleFields(POLICY, TRIAL_FIELDS, CONTENT as Record<keyof typeof TRIAL_FIELDS, string>, question),
          });
        });
        if (!found.ok) throw notFound();
        return found.value.fields;
      },
    );
}

/** Lays a dossier and who may reach it, the way the product does. */
export class TrialDossiers {
  constructor(private readonly database: TestDatabase) {}

  private as<T>(actor: Actor, run: (tx: Parameters<Parameters<typeof enter>[2]>[0], time: DomainTime) => Promise<T>) {
    return enter(this.database.kysely, { door: 'own', tenantId: actor.organisationId, personId: actor.personId }, run);
  }

  async open(officer: Actor, closedAt?: Date): Promise<string> {
    const id = newId();
    await this.as(officer, (tx, time) =>
      openDossier(tx, officer, { id, kind: 'proef.case', activity: 'VA-03', path: `/proef/VA-03/D5/${id}` }, time),
    );
    if (closedAt)
      await this.database.admin
        .updateTable('privacy.dossier')
        .set({ closed_at: closedAt })
        .where('id', '=', id)
        .execute();
    return id;
  }

  async give(officer: Actor, dossierId: string, person: Actor, kind: 'assigned' | 'substitute' = 'assigned') {
    const given = await this.as(officer, (tx, time) => {
      const until = kind === 'substitute' ? new Date(time.now.getTime() + 86_400_000) : undefined;
      return giveAccess(
        tx,
        officer,
        { dossierId, personId: person.personId, kind, until, reason: 'werkt eraan' },
        time,
      );
    });
    if (!given.ok) throw new Error(given.error.code);
  }

  async exclude(officer: Actor, dossierId: string, person: Actor) {
    const excluded = await this.as(officer, (tx, time) =>
      excludePerson(tx, officer, { dossierId, personId: person.personId, reason: 'is familie' }, time),
    );
    if (!excluded.ok) throw new Error(excluded.error.code);
  }
}
