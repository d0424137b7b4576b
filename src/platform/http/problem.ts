import type { FastifyReply } from 'fastify';
import type { ZodError } from 'zod';

/** One wrong member of a request: where, and in Dutch what to do. Never the value itself: it may be about a person. */
export interface ProblemItem {
  readonly in: 'body' | 'query' | 'path' | 'header';
  readonly location: { readonly pointer: string } | { readonly name: string };
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
export function queryProblem(error: ZodError): Problem {
  const errors = error.issues.map((issue) => ({
    in: 'query' as const,
    location: { name: String(issue.path[0] ?? (issue as { keys?: string[] }).keys?.[0] ?? '') },
    code: issue.code.replaceAll('_', '.'),
    detail: issue.message,
  }));
  return {
    status: 400,
    code: 'ongeldige-invoer',
    title: 'Ongeldige invoer',
    detail: 'Een of meer parameters zijn niet goed ingevuld.',
    errors,
  };
}
