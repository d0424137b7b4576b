import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Result } from '../../shared-kernel/result.ts';
import type { Actor, Role } from '../../shared-kernel/role.ts';
import type { StatementMeter } from '../db/database.ts';
import type { AnyTx, DomainTime, Done, Entry } from '../db/transact.ts';
import type { DocumentTree } from '../documents/document-tree.ts';
import type { DocumentFormat } from '../documents/print-job.ts';
import type { Policy } from '../policy/policy.ts';

/** The browser session behind a request. Times follow the clock on the wall. */
export interface Session {
  readonly id: string;
  readonly csrfSecret: string;
  readonly endsInSeconds: number;
  /** She proved herself strongly within the last minutes; in a demo everybody has. */
  readonly hasSteppedUp: boolean;
  /** At which identity provider she came in, in which session of it, and when strongly. */
  readonly by: {
    readonly providerId: string | undefined;
    readonly providerSession: string | undefined;
    readonly strongAt: Date | undefined;
  };
}

/** Who stands at the door: nobody known, a browser session, or a system with a token. */
export interface Visitor {
  readonly actor?: Actor;
  readonly session?: Session;
  /** The person has more than one role to choose from. */
  readonly canSwitch?: boolean;
  /** The other of two tasks that are kept apart, when the person holds both here: she goes on in it in one action. */
  readonly otherTask?: { readonly membershipId: string; readonly role: Role } | undefined;
  /** What kind of organisation the person acts in, such as 'gemeente'; the menu leaves out what is not for it. */
  readonly organisationKind?: string;
  /** A system that may use only this part of the interface between systems (`api.only` of a route). */
  readonly only?: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    visitor: Visitor;
    meter: StatementMeter;
  }
}

/** The edge ends a request here: the error handler turns it into a page or a problem. */
export class HttpRefusal extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 429 | 503,
    readonly code: string,
    /** Where the visitor can go on: after signing in, or to a form that was kept. */
    readonly back?: string,
  ) {
    super(code);
  }
}

/** A part of the product is off for this organisation: the error handler says what is needed and who does it. */
export class FeatureClosed extends Error {
  constructor(readonly feature: string) {
    super('feature-closed');
  }
}

/** Not there, or not yours to know: the same answer. */
export const notFound = (): HttpRefusal => new HttpRefusal(404, 'not-found');

export type CommandOutcome<T, E> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly error: E }
  | { readonly kind: 'answered' };

/**
 * What a feature's routes get from the house: a transaction through a door, a page in the house's frame, and the answer to a
 * command. `Frame` is what the edge tells every page about the request.
 */
export interface Edge<Frame> {
  frame(request: FastifyRequest): Frame;
  html(reply: FastifyReply, page: object, status?: number): FastifyReply;
  /**
   * Prints a document as a file to take away, which nobody keeps on the way.
   * @throws HttpRefusal 503 when it could not be made.
   */
  document(
    request: FastifyRequest,
    reply: FastifyReply,
    tree: DocumentTree,
    file: { readonly name: string; readonly format: DocumentFormat },
  ): Promise<FastifyReply>;
  /** The signed-in person; the access rule of the route has already let her in. */
  actor(request: FastifyRequest): Actor;
  /**
   * Reads without a trace through a door; `own` reads as the actor's organisation. `entry` names the organisations that the doors
   * `region` and `mandate` look into.
   */
  look<T>(
    request: FastifyRequest,
    door: Entry['door'],
    run: (tx: AnyTx, time: DomainTime) => Promise<T>,
    entry?: Pick<Entry, 'tenantId' | 'tenantIds' | 'actingForId'>,
  ): Promise<T>;
  /**
   * Runs one command in one transaction with one audit event. Done: the caller redirects to `locationOf(value)`. A form that was
   * sent before has been answered with a redirect to where the first one went (`answered`). A route of the interface between systems
   * takes its key from the header `Idempotency-Key`, finds where the first one went in its own `Location` header, and answers itself.
   */
  command<T extends Done, E extends { readonly code: string }>(
    request: FastifyRequest,
    reply: FastifyReply,
    locationOf: (value: T) => string,
    run: (tx: AnyTx, time: DomainTime) => Promise<Result<T, E>>,
    entry?: Partial<Entry>,
    /** A second deed of the same form (an upload that is kept first): its own action in the log, and not the form's key. */
    beside?: { readonly action: string },
  ): Promise<CommandOutcome<T, E>>;
  /**
   * Looks at the data of persons, and leaves in the same transaction a decision, an event and a row in the processing log for each
   * person whose data was opened. The route names its `action`, also when it only reads. When a row cannot be written the answer is
   * 503 and nothing is shown.
   */
  lookAtPersons<T extends Done, E extends { readonly code: string }>(
    request: FastifyRequest,
    run: (tx: AnyTx, time: DomainTime) => Promise<Result<T, E>>,
    entry?: Partial<Entry>,
  ): Promise<Result<T, E>>;
  /** Somebody's own sign-in affairs, through the door `account`: her sessions, her late form, coming in. Leaves no audit event. */
  keep<T>(request: FastifyRequest, run: (tx: AnyTx, time: DomainTime) => Promise<T>): Promise<T>;
  /** Lets somebody in through the door `account`; the audit event names who came in. */
  admit<T extends Done & { readonly actor: Actor }, E extends { readonly code: string }>(
    request: FastifyRequest,
    run: (tx: AnyTx, time: DomainTime) => Promise<Result<T, E>>,
  ): Promise<Result<T, E>>;
  /** Who may do what with which class of data, for which purpose: the one decision, also asked by the gate. */
  readonly policy: Policy;
  /**
   * Whether a part of the product is on for an organisation today. Routes declare it (`gate`) and commands of such a route ask it
   * again in their transaction; this is for pages that show or leave out the way in, and for visitors without an account.
   */
  isFeatureOpen(tx: AnyTx, tenantId: string, feature: string, today: DomainTime['today']): Promise<boolean>;
  /** A fresh key for a form, so that sending it twice does it once. */
  formKey(): string;
}
