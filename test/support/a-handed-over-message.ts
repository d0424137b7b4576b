import { SIGNAL_HANDOVER } from '../../src/features/signals/index.ts';
import { anOrganisation } from './builders.ts';
import type { TestDatabase } from './database.ts';
import { ExchangeWorld } from './exchange-world.ts';

/** A signal that another organisation handed over to this one, taken in here: it can be read. @returns the message */
export async function aHandedOverMessage(database: TestDatabase, receiver: string, says: string): Promise<string> {
  const { id: sender } = await anOrganisation(database);
  const world = await ExchangeWorld.between(database, sender, receiver);
  await world.agreeBoth(undefined, SIGNAL_HANDOVER.kind);
  const content = {
    question: `${says} vraag`,
    reachable: 'op werkdagen',
    askedBy: 'Noor Fictief',
    document: { title: 'Signaal', blocks: [{ kind: 'paragraph', text: `${says} gezien` }] },
  };
  const { id } = await world.sent({ kind: SIGNAL_HANDOVER.kind, content: Buffer.from(JSON.stringify(content)) });
  await world.move(receiver, id, 'deliver');
  return id;
}
