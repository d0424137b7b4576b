import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Result } from '../../shared-kernel/result.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import type { StatementMeter } from '../db/database.ts';
import type { AnyTx, DomainTime, Done, Entry } from '../db/transact.ts';

/** The browser session behind a request. Times follow the clock on the wall. */
export interface Session {
  readonly id: string;
  readonly csrfSecret: string;
  readonly endsInSeconds: number;
}

/** Who stands at the door: nobody known, a browser session, or a system with a token. */
export interface Visitor {
  readonly actor?: Actor;
  readonly session?: Session;
  /** The person has more than one role to choose from. */
  readonly canSwitch?: boolean;
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
   * sent before has been answered with a redirect to where the first one went (`answered`).
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
  /** The person's own sign-in affairs, through the door `account`: her sessions, her late form. Leaves no audit event. */
  keep<T>(request: FastifyRequest, run: (tx: AnyTx, time: DomainTime) => Promise<T>): Promise<T>;
  /** Lets somebody in through the door `account`; the audit event names who came in. */
  admit<T extends Done & { readonly actor: Actor }, E extends { readonly code: string }>(
    request: FastifyRequest,
    run: (tx: AnyTx, time: DomainTime) => Promise<Result<T, E>>,
  ): Promise<Result<T, E>>;
  /** A fresh key for a form, so that sending it twice does it once. */
  formKey(): string;
}
