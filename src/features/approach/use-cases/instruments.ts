import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import {
  checkInstrument,
  checkUse,
  factOfInstruments,
  type Instrument,
  type InstrumentFacts,
  type InstrumentKind,
  type InstrumentRefusal,
  type InstrumentUse,
} from '../domain/instrument.ts';
import { insertUse, loadInstruments, loadUses, saveInstrument } from '../persistence/instrument-store.ts';
import { reportFact } from './facts.ts';
import type { Done } from './plan.ts';

type Tables = 'approach.instrument' | 'approach.instrument_use' | 'approach.fact';

/** Records whether an instrument is there, on which rule and who decides on it. */
export async function keepInstrument(
  tx: Tx<Tables>,
  actor: Actor,
  input: { readonly kind: InstrumentKind; readonly facts: InstrumentFacts; readonly seenVersion: number },
  time: DomainTime,
): Promise<Result<Done<{ instrument: Instrument }>, InstrumentRefusal>> {
  const tenantId = actor.organisationId;
  const all = await loadInstruments(tx, tenantId, { forUpdate: true });
  const current = all.find(({ kind }) => kind === input.kind);
  if ((current?.version ?? 0) !== input.seenVersion) return err({ code: 'edit-conflict' });
  const checked = checkInstrument(input.facts);
  if (!checked.ok) return checked;
  const instrument: Instrument = {
    ...checked.value,
    kind: input.kind,
    version: input.seenVersion + 1,
    changedBy: actor.personName,
    changedByPersonId: actor.personId,
    changedAt: time.now,
  };
  if (!(await saveInstrument(tx, tenantId, instrument))) return err({ code: 'edit-conflict' });
  await report(tx, actor, time);
  return ok({ subject: subjectOf(input.kind), instrument });
}

/** Logs that an instrument was used. What was logged is never changed. */
export async function logUse(
  tx: Tx<Tables>,
  actor: Actor,
  input: Omit<InstrumentUse, 'id' | 'by' | 'at'>,
  time: DomainTime,
): Promise<Result<Done<object>, InstrumentRefusal>> {
  const tenantId = actor.organisationId;
  const all = await loadInstruments(tx, tenantId, { forUpdate: true });
  const checked = checkUse(
    all.find(({ kind }) => kind === input.kind),
    input,
    time.today,
  );
  if (!checked.ok) return checked;
  await insertUse(tx, tenantId, { ...input, id: newId(), by: actor.personName, at: time.now });
  await report(tx, actor, time);
  return ok({ subject: subjectOf(input.kind) });
}

const subjectOf = (kind: InstrumentKind) => ({ kind: 'approach.instrument', id: kind }) as const;

async function report(tx: Tx<Tables>, actor: Actor, time: DomainTime): Promise<void> {
  const tenantId = actor.organisationId;
  const instruments = await loadInstruments(tx, tenantId);
  const uses = await loadUses(tx, tenantId);
  await reportFact(tx, tenantId, factOfInstruments(instruments, uses, actor.personName, time.today), time);
}

/** What is recorded about every instrument, with the log of use. */
export async function readInstruments(tx: Tx<'approach.instrument' | 'approach.instrument_use'>, actor: Actor) {
  return {
    instruments: await loadInstruments(tx, actor.organisationId),
    uses: await loadUses(tx, actor.organisationId),
  };
}
