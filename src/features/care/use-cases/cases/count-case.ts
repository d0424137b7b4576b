import type { DomainTime, Done, Tx } from '../../../../platform/db/transact.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';
import { type DraftFromHelpTables, draftFromHelp } from '../../../registration/index.ts';
import { caseStatus, stepsIn } from '../../domain/cases/case-file.ts';
import { changeCase } from '../../persistence/case-store.ts';
import { said } from './case-deeds.ts';
import { CASE_SUBJECT } from './case-names.ts';
import { type Asking, type HeldCaseTables, heldCase, type NotThere } from './held-case.ts';

export type Counted = Done & { readonly registrationCode: string };

/**
 * Makes a draft of a registration from a case, so that nobody types it twice. Nothing is sent: who is counted, and who is asked for
 * shelter, is decided there, each with a consent of its own.
 */
export async function countCase(
  tx: Tx<HeldCaseTables | DraftFromHelpTables>,
  asking: Asking,
  input: { readonly code: string },
  time: DomainTime,
): Promise<Result<Counted, NotThere | { readonly code: 'case-moved-on' | 'registered-before' | 'draft-refused' }>> {
  const held = await heldCase(tx, asking, input.code, time);
  if (!held.ok) return held;
  const file = held.value;
  if (!stepsIn(caseStatus(file, time.today)).includes('count')) return err({ code: 'case-moved-on' });
  if (file.registrationCode !== undefined || file.source === 'registration') return err({ code: 'registered-before' });
  const known = await said(tx, asking.actor.organisationId, input.code);
  if (!known) return err({ code: 'not-found' });
  const { ageGroup, gender, forms } = known.content;
  const about = { ageGroup, gender, forms, region: file.region, person: known.person };
  const drafted = await draftFromHelp(tx, asking.actor, about, time);
  if (!drafted.ok) return err({ code: 'draft-refused' });
  const registrationCode = drafted.value.code;
  await changeCase(tx, asking.actor.organisationId, file, { registrationCode });
  return ok({ subject: { kind: CASE_SUBJECT, id: file.id }, registrationCode });
}
