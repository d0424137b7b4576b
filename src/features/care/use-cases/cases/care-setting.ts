import type { DomainTime, Done, Tx } from '../../../../platform/db/transact.ts';
import { err, ok, type Result } from '../../../../shared-kernel/result.ts';
import type { Actor } from '../../../../shared-kernel/role.ts';
import { type CareSetting, checkSetting, type SettingRefusal } from '../../domain/cases/setting.ts';
import { settingOf, writeSetting } from '../../persistence/setting-store.ts';
import { SETTING_SUBJECT } from './case-names.ts';

/** How the actor's organisation keeps its cases. */
export const readSetting = (tx: Tx<'care.setting'>, actor: Actor): Promise<CareSetting> =>
  settingOf(tx, actor.organisationId);

/** Chooses how deep, and what a full desk is. What was begun goes on as it was. */
export async function chooseSetting(
  tx: Tx<'care.setting'>,
  actor: Actor,
  setting: CareSetting,
  time: DomainTime,
): Promise<Result<Done, SettingRefusal | { readonly code: 'changed-meanwhile' }>> {
  const checked = checkSetting(setting);
  if (!checked.ok) return checked;
  const by = { name: actor.personName, on: time.today };
  if (!(await writeSetting(tx, actor.organisationId, setting, by))) return err({ code: 'changed-meanwhile' });
  return ok({ subject: { kind: SETTING_SUBJECT, id: actor.organisationId } });
}
