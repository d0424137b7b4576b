import type { Role } from '../../shared-kernel/role.ts';
import type { DataClass } from '../db/table-register.ts';
import type { RouteConfig } from '../http/route-config.ts';
import type { AccessMatrix, Grant, Letter, Limit, Who } from './access-matrix.ts';

/** How a person reaches a dossier: hers, in somebody's place, or by breaking the glass. */
export type Reach = 'assigned' | 'substitute' | 'break-glass';

/** What is known about the record and the person. What is not said does not hold. */
export interface Facts {
  /** Family, an acquaintance, a colleague in person: for her the dossier does not exist. */
  readonly isExcluded?: boolean;
  readonly reach?: Reach | undefined;
  readonly isOwn?: boolean;
  readonly isOwnOrganisation?: boolean;
  /** Whole days since it was made. */
  readonly ageInDays?: number;
  /** Closed for more than six months and not opened again: only that it was there. */
  readonly isLongClosed?: boolean;
  readonly isAccepted?: boolean;
  readonly isOwnBed?: boolean;
  readonly hasSteppedUp?: boolean;
  /** One of the at most three persons whom a municipality named when it switched VA-10 on. */
  readonly isNamedForOffenders?: boolean;
  readonly isReceived?: boolean;
  /** A second person agreed (platform/approvals). */
  readonly isAgreed?: boolean;
  /** Why, in the person's own words, as it will stand in the log. */
  readonly reason?: string;
  /** Which part of the record is asked: some grants give only that. */
  readonly part?:
    | 'phase'
    | 'need-profile'
    | 'region'
    | 'cube'
    | 'status'
    | 'withheld-list'
    | 'accounts'
    | 'processing-log';
}

export interface Question {
  readonly who: Who;
  readonly letter: Letter;
  readonly dataClass: DataClass;
  /** The processing activity it is done for. */
  readonly purpose: string;
  readonly facts: Facts;
}

export type Decision =
  | { readonly allowed: true; readonly grant: Grant; readonly by: Reach | undefined }
  | {
      readonly allowed: false;
      /** Excluded becomes 'not-found' for whoever asks: see `platform/dossiers`. */
      readonly code: 'excluded' | 'not-given' | 'other-purpose' | 'closed-long' | 'limit-not-met';
      /** Of the grant that comes nearest, what did not hold. */
      readonly missing: readonly Limit[];
    };

/** Shorter than this is not a reason. [standards 6.1, SEC-15] */
export const REASON_LENGTH = 20;
const DAYS = 30;

const LIMITS: Readonly<Record<Limit, (facts: Facts) => boolean>> = {
  own: ({ isOwn }) => isOwn === true,
  'own-organisation': ({ isOwnOrganisation }) => isOwnOrganisation === true,
  assigned: ({ reach }) => reach === 'assigned' || reach === 'substitute',
  purpose: ({ isOwnOrganisation }) => isOwnOrganisation === true,
  'thirty-days': ({ ageInDays }) => ageInDays !== undefined && ageInDays >= 0 && ageInDays <= DAYS,
  'phase-only': ({ part }) => part === 'phase',
  'need-profile-only': ({ part }) => part === 'need-profile',
  'after-acceptance': ({ isAccepted }) => isAccepted === true,
  'own-beds': ({ isOwnBed }) => isOwnBed === true,
  'step-up': ({ hasSteppedUp }) => hasSteppedUp === true,
  'va-10-on': ({ isNamedForOffenders }) => isNamedForOffenders === true,
  received: ({ isReceived }) => isReceived === true,
  'no-address': ({ part }) => part === 'region',
  'restricted-cubes': ({ part }) => part === 'cube',
  'four-eyes': ({ isAgreed }) => isAgreed === true,
  'status-only': ({ part }) => part === 'status',
  reasoned: ({ reason = '' }) => reason.trim().length >= REASON_LENGTH,
  'withheld-list': ({ part }) => part === 'withheld-list',
  accounts: ({ part }) => part === 'accounts',
  'processing-log': ({ part }) => part === 'processing-log',
};

/** What breaking the glass does away with, to read one dossier: never signing in again, and never offenders. */
const BROKEN: ReadonlySet<Limit> = new Set(['assigned', 'phase-only', 'need-profile-only', 'after-acceptance']);
const OFFENDERS: DataClass = 'D7';
/** Whoever sees something may also see that it is there. */
const GIVES: Readonly<Record<Letter, readonly Letter[]>> = { L: ['L', 'R'], R: ['R'], W: ['W'], X: ['X'], A: ['A'] };
const SEES: readonly Letter[] = ['L', 'R', 'A'];

/** The one place where it is decided who may do what: the gate asks it for routes, features for records and fields. */
export interface Policy {
  decide(question: Question): Decision;
  /** Whether some grant gives this, whatever its limits: the outer bound. */
  mayEver(who: Who, letter: Letter, dataClass: DataClass, purpose?: string): boolean;
  /** Everything a visitor or a role may do with a class; empty when denied. */
  grantsOf(who: Who, dataClass: DataClass): readonly Grant[];
  /** Whether somebody in this role comes in at a route at all: by its declaration, and by the matrix for its purpose. */
  admits(route: Pick<RouteConfig, 'access' | 'purpose' | 'data'>, role: Role): boolean;
  /** Whether this role works on dossiers, so that breaking the glass can give it anything. */
  worksOnDossiers(role: Role): boolean;
}

/** Makes the policy that an access matrix says. Default deny. */
export function policyOf(matrix: AccessMatrix): Policy {
  const grantsOf = (who: Who, dataClass: DataClass, purpose?: string): readonly Grant[] =>
    matrix
      .rowsOf(who)
      .filter((row) => purpose === undefined || (matrix.purposes[row]?.includes(purpose) ?? false))
      .flatMap((row) => matrix.rows[row]?.[dataClass] ?? []);
  const worksOnDossiers = (role: Role): boolean =>
    matrix
      .rowsOf(role)
      .flatMap((row) => Object.values(matrix.rows[row] ?? {}).flat())
      .some(({ limits }) => limits.includes('assigned'));

  function mayEver(who: Who, letter: Letter, dataClass: DataClass, purpose?: string): boolean {
    if (purpose !== undefined && purpose !== 'geen' && !matrix.covers(purpose, dataClass)) return false;
    return grantsOf(who, dataClass, purpose === 'geen' ? undefined : purpose).some(({ letters }) =>
      letters.includes(letter),
    );
  }

  function decide({ who, letter, dataClass, purpose, facts }: Question): Decision {
    if (facts.isExcluded) return { allowed: false, code: 'excluded', missing: [] };
    const isBroken =
      facts.reach === 'break-glass' &&
      (letter === 'R' || letter === 'L') &&
      dataClass !== OFFENDERS &&
      who !== 'anonymous' &&
      worksOnDossiers(who);
    const gives = (grant: Grant) => isBroken || GIVES[letter].some((each) => grant.letters.includes(each));
    const given = grantsOf(who, dataClass).filter(gives);
    if (given.length === 0) return { allowed: false, code: 'not-given', missing: [] };
    const grants = matrix.covers(purpose, dataClass) ? grantsOf(who, dataClass, purpose).filter(gives) : [];
    if (grants.length === 0) return { allowed: false, code: 'other-purpose', missing: [] };
    if (facts.isLongClosed && letter !== 'L') return { allowed: false, code: 'closed-long', missing: [] };
    const judged = grants
      .map((grant) => ({
        grant,
        missing: grant.limits.filter((limit) => !LIMITS[limit](facts) && !(isBroken && BROKEN.has(limit))),
      }))
      .toSorted((a, b) => a.missing.length - b.missing.length);
    const [nearest] = judged;
    return nearest!.missing.length === 0
      ? { allowed: true, grant: nearest!.grant, by: facts.reach }
      : { allowed: false, code: 'limit-not-met', missing: nearest!.missing };
  }

  return {
    decide,
    mayEver,
    grantsOf,
    worksOnDossiers,
    admits({ access, purpose, data }, role) {
      if (access === 'public') return true;
      if (access !== 'signed-in' && !access.includes(role)) return false;
      return data.every((each) => SEES.some((letter) => mayEver(role, letter, each, purpose)));
    },
  };
}
