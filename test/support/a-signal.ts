import type { PassedOn } from '../../src/features/signals/domain/pass-on.ts';
import type { SignalReport } from '../../src/features/signals/domain/signal-report.ts';
import { layReport } from '../../src/features/signals/use-cases/lay-report.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { lendKeys } from '../../src/platform/vault/lending.ts';
import { createVault } from '../../src/platform/vault/vault.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { TEST_KEYS } from './app.ts';
import type { TestDatabase } from './database.ts';

/** A place where something was seen. */
export const AT_A_PLACE: PassedOn = {
  kind: 'location',
  reporterFunction: 'supervision',
  form: 'labour-exploitation',
  sector: 'shop-or-salon',
  isDangerNow: false,
  called112At: undefined,
  isMinor: 'unknown',
  content: { observation: 'Acht matrassen achter de zaak.', place: 'Nagelstudio Voorbeeld, Dorpsstraat 1' },
  isChecked: true,
};

/** Somebody who may need help. */
export const ABOUT_A_PERSON: PassedOn = {
  ...AT_A_PLACE,
  kind: 'person',
  form: 'sexual-exploitation',
  isMinor: 'no',
  content: {
    observation: 'Zij is elke avond ergens anders.',
    saidByPerson: 'Ik mag niet weg.',
    interpretation: 'Ik denk dat iemand haar dwingt.',
    place: 'Dorpsstraat 1',
  },
};

/** A signal as the product keeps it, passed on by a colleague; taken up and weighed by the focal point when asked. */
export async function aSignal(
  database: TestDatabase,
  reporter: Actor,
  passed: PassedOn = AT_A_PLACE,
  weighedBy?: Actor,
): Promise<SignalReport> {
  const keys = await createVault(database.kysely, TEST_KEYS).keysFor(reporter.organisationId);
  const report = await enter(
    database.kysely,
    { door: 'own', tenantId: reporter.organisationId, personId: reporter.personId },
    (tx, time) => {
      lendKeys(tx, keys);
      const provenance = { source: 'employee', reporterPersonId: reporter.personId, mayHear: 'outcome' } as const;
      return layReport(tx, reporter, passed, provenance, time);
    },
  );
  if (weighedBy)
    await database.admin
      .updateTable('signals.signal_report')
      .set({ taken_up_on: report.receivedOn, taken_up_by: weighedBy.personId, weighed_on: report.receivedOn })
      .where('id', '=', report.id)
      .execute();
  return report;
}
