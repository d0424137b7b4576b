import { z } from 'zod';
import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { completeDeadlines, type DeadlineTables } from '../../../platform/deadlines/set-deadline.ts';
import { moveMessage, readMessage } from '../../../platform/exchange/message.ts';
import { dutchDay, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { addWorkingDays } from '../../../shared-kernel/working-days.ts';
import { LANGUAGES } from '../domain/consent.ts';
import { HELP_DANGERS, HELP_NEEDS, HELP_POSITIONS, HELP_URGENCIES, VITAL_INTERESTS } from '../domain/help-request.ts';
import { AGE_GROUPS, GENDERS, type PartialDate, REGIONS, readPartialDate } from '../domain/registration.ts';
import { REPORTER_TYPES } from '../domain/reporting-guide.ts';
import { helpInbox, type InboxRow, inboxRow } from '../persistence/help-inbox-query.ts';
import { organisationNames } from '../persistence/register-query.ts';
import type { NotThere } from './held-registration.ts';
import { type HelpAnswerNorm, helpAnswerToday } from './help-answer.ts';
import type { HelpMessage } from './help-requests.ts';
import { SharedConsentBody } from './message-content.ts';
import { EMERGENCY_HELP, HELP_MESSAGES } from './registration-names.ts';

export const HELP_PAGE_SIZE = 50;
const MESSAGE_SUBJECT = 'exchange.message';

type Tables = 'exchange.message' | 'organisations.organisation';
/** An emergency came without consent, and shows so in every copy. */
export type ReceivedHelp = Omit<InboxRow, 'kind'> & { readonly senderName: string; readonly isEmergency: boolean };
const KINDS = HELP_MESSAGES.map(({ kind }) => kind);

/** One page of the requests for help that came in. Nothing is opened. */
export async function readHelpInbox(
  tx: Tx<Tables | 'content.edition'>,
  actor: Actor,
  page: number,
  today: PlainDate,
): Promise<{
  readonly rows: readonly (ReceivedHelp & { readonly answerBy: PlainDate })[];
  readonly total: number;
  readonly pages: number;
  readonly norm: HelpAnswerNorm;
}> {
  const norm = await helpAnswerToday(tx, today);
  const { rows, total } = await helpInbox(
    tx,
    actor.organisationId,
    { all: KINDS, emergency: EMERGENCY_HELP.kind },
    {
      offset: (page - 1) * HELP_PAGE_SIZE,
      size: HELP_PAGE_SIZE,
    },
  );
  return {
    rows: (await named(tx, rows)).map((row) => ({
      ...row,
      answerBy: addWorkingDays(dutchDay(row.sentAt), norm.workingDays),
    })),
    norm,
    total,
    pages: Math.max(1, Math.ceil(total / HELP_PAGE_SIZE)),
  };
}

async function named(tx: Tx<Tables>, rows: readonly InboxRow[]): Promise<readonly ReceivedHelp[]> {
  const names = await organisationNames(
    tx,
    rows.map(({ senderId }) => senderId),
  );
  return rows.map(({ kind, ...row }) => ({
    ...row,
    isEmergency: kind === EMERGENCY_HELP.kind,
    senderName: names.get(row.senderId) ?? 'Onbekende organisatie',
  }));
}

/**
 * Takes a request in: from now on it can be read here, and whoever asked knows that it was seen. The courier asks the consent once
 * more; withdrawn at the same moment, nothing is taken in.
 */
export async function acceptHelp(
  tx: Tx<Tables | DeadlineTables | 'vault.message_key'>,
  actor: Actor,
  input: { readonly id: string },
  time: DomainTime,
): Promise<Result<Done, NotThere | { readonly code: 'message-moved-on' | 'no-agreement' | 'no-consent' }>> {
  const { organisationId: tenantId } = actor;
  const { id } = input;
  const row = await inboxRow(tx, tenantId, KINDS, id);
  if (!row) return err({ code: 'not-found' });
  const done = ok({ subject: { kind: MESSAGE_SUBJECT, id } });
  // also when it was withdrawn meanwhile: nothing is asked of anybody here any more
  await completeDeadlines(tx, tenantId, { kind: MESSAGE_SUBJECT, id }, time.now);
  if (row.state === 'accepted' || row.state === 'withdrawn') return done;
  if (row.state === 'sent') {
    const delivered = await moveMessage(tx, { id, action: 'deliver' }, time);
    if (!delivered.ok) return delivered;
  }
  const says = await readHelpMessage(tx, tenantId, id);
  const moved = await moveMessage(
    tx,
    says ? { id, action: 'accept' } : { id, action: 'refuse', reason: 'onduidelijk' },
    time,
  );
  return moved.ok ? done : moved;
}

/** A request that came in. What it says is there only while it was taken in and not withdrawn: the key is then gone. */
export interface ReceivedHelpView extends Done {
  readonly received: ReceivedHelp;
  readonly says: HelpMessage | undefined;
}

/** Opens a request that came in; a row in the log of data processing. */
export async function openReceivedHelp(
  tx: Tx<Tables | 'vault.message_key'>,
  actor: Actor,
  id: string,
): Promise<Result<ReceivedHelpView, NotThere>> {
  const row = await inboxRow(tx, actor.organisationId, KINDS, id);
  if (!row) return err({ code: 'not-found' });
  const [received] = await named(tx, [row]);
  const says = row.state === 'accepted' ? await readHelpMessage(tx, actor.organisationId, id) : undefined;
  return ok({ subject: { kind: MESSAGE_SUBJECT, id }, received: received!, says });
}

async function readHelpMessage(
  tx: Tx<'exchange.message' | 'vault.message_key'>,
  tenantId: string,
  id: string,
): Promise<HelpMessage | undefined> {
  const bytes = await readMessage(tx, tenantId, 'in', id, { kind: 'registration.person', id });
  return bytes && readHelpContent(bytes);
}

const partial = z
  .string()
  .refine((text) => readPartialDate(text) === text, 'geen dag, maand of jaar')
  .transform((text) => text as PartialDate)
  .optional();

const Message = z.object({
  code: z.string().regex(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/),
  reporterType: z.enum(REPORTER_TYPES),
  content: z.object({
    needs: z.array(z.enum(HELP_NEEDS)).min(1).max(HELP_NEEDS.length),
    urgency: z.enum(HELP_URGENCIES),
    danger: z.enum(HELP_DANGERS),
    ageGroup: z.enum(AGE_GROUPS),
    gender: z.enum(GENDERS),
    region: z.enum(REGIONS),
    language: z.enum(LANGUAGES),
    needsInterpreter: z.boolean(),
    children: z.int().min(0).max(30).optional(),
    position: z.enum(HELP_POSITIONS).optional(),
    callBack: z.string().min(1).max(40),
    emergency: z.object({ interest: z.enum(VITAL_INTERESTS), reason: z.string().min(1).max(1000) }).optional(),
  }),
  person: z.object({ name: z.string().min(1).max(200), birthDate: partial }).optional(),
  consent: SharedConsentBody.optional(),
});

/** What a request of another organisation says, as far as it is one of ours; undefined when it is not. */
export function readHelpContent(bytes: Buffer): HelpMessage | undefined {
  let said: unknown;
  try {
    said = JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
  const read = Message.safeParse(said);
  if (!read.success) return undefined;
  const { code, reporterType, content, person, consent } = read.data;
  return {
    code,
    reporterType,
    content: { ...content, children: content.children, position: content.position, emergency: content.emergency },
    person: person && { name: person.name, birthDate: person.birthDate },
    consent,
  };
}
