import type { FastifyReply } from 'fastify';
import type { ZodError } from 'zod';

/** One wrong member of a request: where, and in Dutch what to do. Never the value itself: it may be about a person. */
export interface ProblemItem {
  readonly in: 'body' | 'query' | 'path' | 'header';
  /** Absent for a name that nobody knows and that no field could have. */
  readonly location?: { readonly pointer: string } | { readonly name: string };
  readonly code: string;
  readonly detail: string;
}

export interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly code: string;
  readonly errors?: readonly ProblemItem[];
}

/** Answers with application/problem+json (RFC 9457; NL API Design Rules 2.2). */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const { code, ...body } = problem;
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .send({ type: `https://in-beeld.invalid/problemen/${code}`, ...body, instance: `urn:uuid:${reply.request.id}` });
}

/** Every wrong query parameter at once. */
export const queryProblem = (error: ZodError): Problem => invalid(namedIn('query', error));

/** Every wrong header at once. */
export const headerProblem = (error: ZodError): Problem => invalid(namedIn('header', error));

/** How fields are called: what looks otherwise may be about a person, and is not repeated. */
const FIELD_NAME = /^[a-z][A-Za-z]{1,39}$/;

function namedIn(place: 'query' | 'header', error: ZodError): readonly ProblemItem[] {
  return error.issues.map((issue) => {
    const isUnknown = issue.code === 'unrecognized_keys';
    const name = String((isUnknown ? issue.keys.find((key) => FIELD_NAME.test(key)) : issue.path[0]) ?? '');
    return {
      in: place,
      ...(isUnknown && name === '' ? {} : { location: { name } }),
      code: codeOf(issue),
      detail: isUnknown ? 'Er staat een naam in die hier niet hoort.' : issue.message,
    };
  });
}

/** Every wrong member of a message at once. A member that nobody knows is not repeated: it may be about a person. */
export function bodyProblem(error: ZodError): Problem {
  return invalid(
    error.issues.map((issue) => ({
      in: 'body',
      location: { pointer: `/${issue.path.join('/')}` },
      code: codeOf(issue),
      detail: issue.code === 'unrecognized_keys' ? 'Het bericht heeft een veld dat hier niet hoort.' : issue.message,
    })),
  );
}

/** What a rule refuses, at the member of the message that it is about; `_form` is the whole message. */
export function refusedFields(code: string, fields: Readonly<Record<string, string>>): Problem {
  return invalid(
    Object.entries(fields).map(([field, detail]) => ({
      in: 'body',
      location: { pointer: field.startsWith('_') ? '/' : `/${field}` },
      code,
      detail,
    })),
  );
}

const codeOf = (issue: ZodError['issues'][number]): string => issue.code.replaceAll('_', '.');

function invalid(errors: readonly ProblemItem[]): Problem {
  return {
    status: 400,
    code: 'ongeldige-invoer',
    title: 'Ongeldige invoer',
    detail: 'Een of meer parameters of velden zijn niet goed ingevuld.',
    errors,
  };
}
