import type { ComponentChildren } from 'preact';
import type { AnyTx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { NationalShareSection } from '../ui/national-share.tsx';
import { readNationalShare } from '../use-cases/national-share.ts';

/** The share trained in the country, for the monitor; in a transaction of the door `published`. */
export async function nationalShareSection(tx: AnyTx, today: PlainDate): Promise<ComponentChildren> {
  return <NationalShareSection share={await readNationalShare(tx, today)} today={today} />;
}
