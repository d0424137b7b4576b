import { HELP_REQUEST } from '../../src/features/registration/index.ts';
import { recordConsent } from '../../src/platform/exchange/consent.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import { anOrganisation } from './builders.ts';
import type { TestDatabase } from './database.ts';
import { ExchangeWorld } from './exchange-world.ts';

/** A request for help of another organisation, taken in here: it can be read. @returns the message */
export async function aReceivedHelp(database: TestDatabase, receiver: string, name: string): Promise<string> {
  const { id: sender } = await anOrganisation(database);
  const world = await ExchangeWorld.between(database, sender, receiver);
  const { kind } = HELP_REQUEST;
  await world.agreeBoth(undefined, kind);
  const consentId = newId();
  const given = { givenOn: day('2026-01-01'), validUntil: day('2099-01-01') };
  await world.as(sender, (tx) =>
    recordConsent(tx, { id: consentId, tenantId: sender, dossierId: newId(), receiverId: receiver, kind, ...given }),
  );
  const says = {
    code: 'ABCD-2345',
    reporterType: 'AMBUL',
    content: {
      needs: ['shelter'],
      urgency: 'this-week',
      danger: 'unknown',
      ageGroup: '23-30',
      gender: 'unknown',
      region: 'unknown',
      language: 'nl',
      needsInterpreter: false,
      callBack: '000 0000000',
    },
    person: { name },
  };
  const { id } = await world.sent({ kind, consentId, content: Buffer.from(JSON.stringify(says)) });
  await world.move(receiver, id, 'deliver');
  await world.move(receiver, id, 'accept');
  return id;
}
