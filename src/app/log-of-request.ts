import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { readTraceparent, type TraceContext } from '../platform/http/trace-context.ts';
import { processingActivity } from './processing-activities.ts';

/** The trace that a system goes on with when it calls the interface between systems; pages begin their own. */
export function traceOf(url: string, headers: IncomingHttpHeaders): TraceContext | undefined {
  return url.startsWith('/api/') ? readTraceparent(headers.traceparent) : undefined;
}

/** What the logs say of a request: what it was for, at which address, under which trace, and which rule lets its visitor in. */
export function logOf(request: FastifyRequest) {
  const { purpose = 'geen', action = 'gate.enter', access } = request.routeOptions.config;
  const version = processingActivity(purpose)?.version;
  const trace = traceOf(request.url, request.headers);
  return {
    activity: purpose,
    ...(version !== undefined && { activityVersion: version }),
    action,
    traceId: request.id,
    ...(trace && { parentSpanId: trace.parentSpanId }),
    route: `${request.method} ${request.routeOptions.url}`,
    ground: typeof access === 'string' ? access : 'role',
  };
}
