import type { Tx } from '../../../platform/db/transact.ts';
import type { Incident, IncidentReport, IncidentStep } from '../domain/incident.ts';

export type IncidentTables = 'privacy.incident' | 'privacy.incident_step';

/** Every incident of an organisation, the last discovered first, each with its steps in order. */
export async function incidentsOf(tx: Tx<IncidentTables>, tenantId: string, id?: string): Promise<readonly Incident[]> {
  const rows = await tx
    .selectFrom('privacy.incident')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .$if(id !== undefined, (query) => query.where('id', '=', id!))
    .orderBy('discovered_at', 'desc')
    .limit(200)
    .execute();
  const steps = await tx
    .selectFrom('privacy.incident_step')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .$if(id !== undefined, (query) => query.where('incident_id', '=', id!))
    .orderBy('done_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    isDrill: row.is_drill,
    what: row.what,
    kind: row.kind as Incident['kind'],
    discoveredAt: row.discovered_at,
    dataKinds: row.data_kinds as Incident['dataKinds'],
    people: row.people as Incident['people'],
    reachesOffender: row.reaches_offender as Incident['reachesOffender'],
    isProcessor: row.is_processor,
    isSignificant: row.is_significant as Incident['isSignificant'],
    taken: row.taken,
    reportedByName: row.reported_by_name,
    reportedAt: row.reported_at,
    closedAt: row.closed_at ?? undefined,
    steps: steps
      .filter(({ incident_id }) => incident_id === row.id)
      .map((step) => ({
        kind: step.kind as IncidentStep['kind'],
        outcome: (step.outcome ?? undefined) as IncidentStep['outcome'],
        note: step.note,
        doneByName: step.done_by_name,
        doneAt: step.done_at,
      })),
  }));
}

/** The incident, kept for whoever changes it until the transaction ends. */
export async function incidentToChange(
  tx: Tx<IncidentTables>,
  tenantId: string,
  id: string,
): Promise<Incident | undefined> {
  await tx
    .selectFrom('privacy.incident')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return (await incidentsOf(tx, tenantId, id))[0];
}

export async function insertIncident(
  tx: Tx<IncidentTables>,
  tenantId: string,
  { id, report, byName, at }: { id: string; report: IncidentReport; byName: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('privacy.incident')
    .values({
      tenant_id: tenantId,
      id,
      is_drill: report.isDrill,
      what: report.what,
      kind: report.kind,
      discovered_at: report.discoveredAt,
      data_kinds: [...report.dataKinds],
      people: report.people,
      reaches_offender: report.reachesOffender,
      is_processor: report.isProcessor,
      is_significant: report.isSignificant,
      taken: report.taken,
      reported_by_name: byName,
      reported_at: at,
    })
    .execute();
}

export async function insertStep(
  tx: Tx<IncidentTables>,
  tenantId: string,
  { incidentId, id, step }: { incidentId: string; id: string; step: IncidentStep },
): Promise<void> {
  await tx
    .insertInto('privacy.incident_step')
    .values({
      tenant_id: tenantId,
      id,
      incident_id: incidentId,
      kind: step.kind,
      outcome: step.outcome ?? null,
      note: step.note,
      done_by_name: step.doneByName,
      done_at: step.doneAt,
    })
    .execute();
}

export async function closeIncident(tx: Tx<IncidentTables>, tenantId: string, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('privacy.incident')
    .set({ closed_at: at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** @returns how many rows of which table went */
export async function deleteIncident(
  tx: Tx<IncidentTables>,
  tenantId: string,
  id: string,
): Promise<Readonly<Record<string, number>>> {
  const steps = await tx
    .deleteFrom('privacy.incident_step')
    .where('tenant_id', '=', tenantId)
    .where('incident_id', '=', id)
    .executeTakeFirst();
  const incidents = await tx
    .deleteFrom('privacy.incident')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return {
    'privacy.incident_step': Number(steps.numDeletedRows),
    'privacy.incident': Number(incidents.numDeletedRows),
  };
}
