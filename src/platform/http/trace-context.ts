/** The trace of another system that a request goes on with, and the step in it that asked. */
export interface TraceContext {
  readonly traceId: string;
  readonly parentSpanId: Buffer;
}

const HEADER =
  /^([0-9a-f]{2})-([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})-([0-9a-f]{16})-[0-9a-f]{2}(-|$)/;
const NOTHING = /^0+$/;

/**
 * Reads a `traceparent` (W3C Trace Context). Only systems that show a token are believed: a page never takes its trace from a
 * visitor. Undefined when there is none or it is not right; then the request begins a trace of its own. Whether the other system
 * samples makes no difference: our logs leave nothing out.
 */
export function readTraceparent(header: unknown): TraceContext | undefined {
  const [, version, a, b, c, d, e, span, rest] = (typeof header === 'string' && HEADER.exec(header)) || [];
  if (!version || version === 'ff' || (version === '00' && rest === '-')) return undefined;
  const trace = [a, b, c, d, e];
  if (NOTHING.test(trace.join('')) || NOTHING.test(span!)) return undefined;
  return { traceId: trace.join('-'), parentSpanId: Buffer.from(span!, 'hex') };
}
