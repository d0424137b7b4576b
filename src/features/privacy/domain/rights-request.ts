import { addDays, addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';

export const RIGHT_KINDS = ['access', 'correct', 'erase', 'restrict', 'object'] as const;
/** Who asks at the desk. An organisation that erased what it shared asks by a notice (`ofSender`). */
export const ASKED_BY = ['self', 'representative', 'lawyer'] as const;
export const CONTACTS = ['in-person', 'through-trusted', 'letter'] as const;
export const TALKS = ['own-wish', 'not-own-wish'] as const;
export const IDENTITIES = ['document-seen', 'known', 'vouched'] as const;
export const FINDINGS = ['nothing', 'held', 'alleged'] as const;
export const OUTCOMES = ['granted', 'partly', 'refused', 'neutral'] as const;
export const WITHHELD = ['others', 'safety', 'investigation', 'law'] as const;
/** Why a receiver keeps what was erased where it came from (AVG article 17, paragraphs 1 and 3). */
export const KEPT_BECAUSE = ['duty', 'claim', 'own'] as const;
export type Ground = (typeof WITHHELD)[number] | (typeof KEPT_BECAUSE)[number];

export interface RightsRequest {
  readonly id: string;
  readonly kind: (typeof RIGHT_KINDS)[number];
  /** Under which number the name of who asks stands in the organisation's own administration. */
  readonly reference: string;
  readonly receivedOn: PlainDate;
  readonly askedBy: (typeof ASKED_BY)[number] | 'sender';
  readonly contact: (typeof CONTACTS)[number] | 'sender';
  /** The notices by which another organisation told that it erased what it had shared; it talked to the person. */
  readonly notice: { readonly ids: readonly string[]; readonly senderName: string } | undefined;
  readonly talk: (typeof TALKS)[number] | undefined;
  readonly identity: (typeof IDENTITIES)[number] | undefined;
  /** What stands here of who asks: nothing, a dossier of her own, or that she may be an offender. */
  readonly finding: (typeof FINDINGS)[number] | undefined;
  /** Of one person there may be more than one. */
  readonly dossierIds: readonly string[];
  readonly extendedOn: PlainDate | undefined;
  readonly outcome: (typeof OUTCOMES)[number] | undefined;
  readonly withheld: readonly Ground[];
  readonly proposedBy: string | undefined;
  readonly proposedByName: string | undefined;
  readonly agreedByName: string | undefined;
  /** When what was asked to be erased went. */
  readonly erasedAt: Date | undefined;
  readonly answeredAt: Date | undefined;
}

/** Where data about persons stand by their dossier; `src/app` gathers it from the register of tables. */
export interface HeldPlace {
  readonly table: string;
  readonly dossierColumn: string;
  readonly activities: readonly string[];
  readonly dataClasses: readonly string[];
}

/** How a receiver that holds nothing any more answers a notice, as it is written in the receipt; any other reason holds grounds to keep. */
export const RECEIPTS = { erased: 'gewist', nothing: 'niets' } as const;

/** A receiver of something that was erased, and what it did with the notice. */
export interface Receipt {
  readonly receiverName: string;
  /** What people call what it received. */
  readonly label: string;
  readonly sharedAt: Date;
  /** Undefined when it could not be told. */
  readonly state: 'sent' | 'delivered' | 'accepted' | 'refused' | 'withdrawn' | 'expired' | undefined;
  readonly answeredAt: Date | undefined;
  /** Why it did not erase, or that it did: as the other side wrote it. */
  readonly reason: string | undefined;
}

/** What came by a message and what was made of it; `src/app` gathers it from the features. */
export interface ReceivedPlace {
  readonly table: string;
  /** In which column the message is named. */
  readonly messageColumn: string;
  /** The dossier it became, or what kind of record it is by itself. */
  readonly as: { readonly dossierColumn: string } | { readonly subjectKind: string };
}

/** By when it has to be answered: a month, and two more when that was told in time (AVG article 12, paragraph 3). */
export const answerBy = ({ receivedOn, extendedOn }: Pick<RightsRequest, 'receivedOn' | 'extendedOn'>): PlainDate =>
  addMonths(receivedOn, extendedOn ? 3 : 1);

const NEUTRAL_DAYS = 28;

/**
 * From which day an answer that neither confirms nor denies may go: the same number of days after every request, so that a quick
 * answer never says that there was nothing to weigh. The term leaves three days more at most.
 */
export const neutralOn = (receivedOn: PlainDate): PlainDate => addDays(receivedOn, NEUTRAL_DAYS);

/**
 * Nothing is said of what is held: there is nothing, it is about somebody who may be an offender, or she did not ask it herself. An
 * organisation that shared it itself knows what was held.
 */
export const mustStayNeutral = ({
  finding,
  talk,
  notice,
}: Pick<RightsRequest, 'finding' | 'talk' | 'notice'>): boolean =>
  !notice && (finding === 'nothing' || finding === 'alleged' || talk === 'not-own-wish');

export interface ProposalRefusal {
  readonly code:
    | 'request-answered'
    | 'erased-before'
    | 'search-first'
    | 'talk-first'
    | 'identity-first'
    | 'must-stay-neutral'
    | 'neutral-not-needed'
    | 'ground-missing';
}

/** May this be proposed as the answer? */
export function judgeProposal(
  request: RightsRequest,
  { outcome, withheld }: Pick<RightsRequest, 'withheld'> & { readonly outcome: NonNullable<RightsRequest['outcome']> },
): Result<undefined, ProposalRefusal> {
  if (request.answeredAt) return err({ code: 'request-answered' });
  if (request.erasedAt) return err({ code: 'erased-before' });
  if (!request.finding) return err({ code: 'search-first' });
  const neutral = mustStayNeutral(request);
  if (neutral !== (outcome === 'neutral')) return err({ code: neutral ? 'must-stay-neutral' : 'neutral-not-needed' });
  if (neutral) return ok(undefined);
  if (!request.notice && !request.talk) return err({ code: 'talk-first' });
  if (!request.notice && !request.identity) return err({ code: 'identity-first' });
  const fitting: readonly Ground[] = request.notice ? KEPT_BECAUSE : WITHHELD;
  const isGiven = outcome === 'granted' || withheld.some((ground) => fitting.includes(ground));
  return isGiven ? ok(undefined) : err({ code: 'ground-missing' });
}

export interface AgreementRefusal {
  readonly code: 'nothing-proposed' | 'own-proposal' | 'agreed-before';
}

/** A second pair of eyes, of somebody else. */
export function judgeAgreement(request: RightsRequest, personId: string): Result<undefined, AgreementRefusal> {
  if (!request.outcome) return err({ code: 'nothing-proposed' });
  if (request.agreedByName) return err({ code: 'agreed-before' });
  return request.proposedBy === personId ? err({ code: 'own-proposal' }) : ok(undefined);
}

/** To be erased: it was asked, something is held, and two people granted it. */
export const mustErase = ({ kind, outcome, finding }: Pick<RightsRequest, 'kind' | 'outcome' | 'finding'>): boolean =>
  kind === 'erase' && outcome === 'granted' && finding === 'held';

export interface ErasureRefusal {
  readonly code: 'not-to-erase' | 'second-first' | 'erased-before';
}

/** May what is held be erased now? */
export function judgeErasure(request: RightsRequest): Result<undefined, ErasureRefusal> {
  if (!mustErase(request)) return err({ code: 'not-to-erase' });
  if (!request.agreedByName) return err({ code: 'second-first' });
  return request.erasedAt ? err({ code: 'erased-before' }) : ok(undefined);
}

export interface AnswerRefusal {
  readonly code: 'request-answered' | 'second-first' | 'answer-too-early' | 'erase-first';
}

/** May the answer go today? */
export function judgeAnswer(request: RightsRequest, today: PlainDate): Result<undefined, AnswerRefusal> {
  if (request.answeredAt) return err({ code: 'request-answered' });
  if (!request.agreedByName) return err({ code: 'second-first' });
  if (mustErase(request) && !request.erasedAt) return err({ code: 'erase-first' });
  if (request.outcome === 'neutral' && today < neutralOn(request.receivedOn)) return err({ code: 'answer-too-early' });
  return ok(undefined);
}

export interface ExtensionRefusal {
  readonly code: 'request-answered' | 'extended-before' | 'extension-too-late';
}

/** Two more months, told within the first. */
export function judgeExtension(request: RightsRequest, today: PlainDate): Result<undefined, ExtensionRefusal> {
  if (request.answeredAt) return err({ code: 'request-answered' });
  if (request.extendedOn) return err({ code: 'extended-before' });
  return today > answerBy(request) ? err({ code: 'extension-too-late' }) : ok(undefined);
}
