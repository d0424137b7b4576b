import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { differencesOf, knownElements, settledAnswer, takeableOf } from '../domain/scan.ts';
import { loadContents } from '../persistence/scan-contents-store.ts';
import { loadOpenScan, loadSettledScans } from '../persistence/scan-store.ts';
import { currentFacts } from './facts.ts';
import { frameworkOf } from './framework-editions.ts';
import {
  aboutScan,
  joinWriter,
  mayAnswer,
  type NotOpen,
  type NotYours,
  type ScanDone,
  type ScanTables,
} from './scan.ts';
import { keepAnswer } from './scan-answers.ts';

/** Evidence holds for some years at most: what still counts was settled in one of the last scans. */
const MOST_SCANS = 20;

/**
 * Takes over what the scan before this one settled with evidence that still holds: with its own days, as that answer had them. What
 * the actor answered already is left alone.
 */
export async function takeOverEarlier(
  tx: Tx<ScanTables>,
  actor: Actor,
  time: DomainTime,
): Promise<Result<ScanDone, NotOpen | NotYours | { readonly code: 'edit-conflict' | 'nothing-offered' }>> {
  const tenantId = actor.organisationId;
  const scan = await loadOpenScan(tx, tenantId, 'forShare');
  if (!scan) return err({ code: 'scan-not-open' });
  const contents = await loadContents(tx, tenantId, scan.id);
  if (!mayAnswer(scan, contents, actor)) return err({ code: 'not-asked' });
  const facts = await currentFacts(tx, tenantId);
  const known = knownElements(facts, contents.answers, time.today);
  const takeable = takeableOf(
    frameworkOf(scan.framework),
    facts,
    contents.answers,
    known,
    actor.membershipId,
    time.today,
  );
  const settledIn = (element: string) =>
    facts.find((fact) => fact.element === element && fact.source === 'scan')?.subjectId;
  let taken = 0;
  for (const before of await loadSettledScans(tx, tenantId, MOST_SCANS)) {
    const elements = takeable.filter((element) => settledIn(element) === before.id);
    if (elements.length === 0) continue;
    const earlier = await loadContents(tx, tenantId, before.id);
    const differences = differencesOf(frameworkOf(before.framework), earlier.answers, earlier.choices);
    for (const element of elements) {
      const answer = settledAnswer(
        earlier.answers.filter((each) => each.element === element),
        differences.find((each) => each.element === element),
      );
      if (!answer) continue;
      const origin = answer.state === 'regional' ? 'region' : 'document';
      // a remark was internal deliberation of that scan
      const given = { element, facts: { ...answer, remark: undefined }, seenVersion: 0, origin } as const;
      if ((await keepAnswer(tx, actor, scan, contents, given, time)) === 'conflict')
        return err({ code: 'edit-conflict' });
      taken += 1;
    }
  }
  if (taken === 0) return err({ code: 'nothing-offered' });
  await joinWriter(tx, actor, scan, time);
  return ok(aboutScan(scan));
}
