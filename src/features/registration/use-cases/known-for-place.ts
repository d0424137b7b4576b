import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { findMessage } from '../../../platform/exchange/message.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { HelpContent } from '../domain/help-request.ts';
import { type CallTables, readCall } from './calls.ts';
import type { Asking, NotThere } from './held-registration.ts';
import { openReceivedHelp } from './help-inbox.ts';

/** What a call or a request for help already says of the place that somebody needs: nobody types it twice. Never a name. */
export interface KnownForPlace {
  readonly sourceId: string;
  /** On what it rests, as far as it was asked. */
  readonly ground: 'consent' | 'vital-interest' | 'not-asked';
  readonly content: Pick<HelpContent, 'ageGroup' | 'gender' | 'region' | 'language' | 'children' | 'position'> & {
    readonly urgency: HelpContent['urgency'] | undefined;
    readonly callBack: string;
  };
}

/** From a request for help that was taken in, and of which the consent still holds: without that it cannot be read. */
export async function knownByHelp(
  tx: Tx<'exchange.message' | 'organisations.organisation' | 'vault.message_key'>,
  { actor }: Asking,
  messageId: string,
): Promise<Result<KnownForPlace, NotThere>> {
  const opened = await openReceivedHelp(tx, actor, messageId);
  if (!opened.ok || !opened.value.says) return err({ code: 'not-found' });
  const { received, says } = opened.value;
  const { content } = says;
  return ok({ sourceId: messageId, ground: received.isEmergency ? 'vital-interest' : 'consent', content });
}

/** From a call in the task of placing. */
export async function knownByCall(
  tx: Tx<CallTables>,
  asking: Asking,
  code: string,
  time: DomainTime,
): Promise<Result<KnownForPlace, NotThere>> {
  const read = await readCall(tx, asking, 'placement', code, time);
  if (!read.ok || !read.value.answers) return err({ code: 'not-found' });
  const { call, answers } = read.value;
  const { help, callBack } = answers;
  return ok({
    sourceId: call.id,
    ground:
      help?.consent === 'vital-interest' ? 'vital-interest' : help?.consent === 'signed' ? 'consent' : 'not-asked',
    content: {
      ageGroup: help?.ageGroup ?? 'unknown',
      gender: help?.gender ?? 'unknown',
      region: help?.region ?? 'unknown',
      language: help?.language ?? 'nl',
      children: help?.children,
      urgency: help?.urgency,
      callBack,
    },
  });
}

/** Whether what was received may still be used: whoever gave the consent may have taken it back. */
export async function mayStillHelp(
  tx: Tx<'exchange.message'>,
  tenantId: string,
  messageId: string,
  time: DomainTime,
): Promise<boolean> {
  const message = await findMessage(tx, tenantId, messageId, time.today);
  // erased after its term: nothing was taken back before that
  return message === undefined || message.state === 'accepted';
}
