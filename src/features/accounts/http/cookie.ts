import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply } from 'fastify';
import { LATE_FORM_SECONDS, ticketsAs } from '../use-cases/late-form.ts';

/** Behind HTTPS the browser itself guards the cookie by its name; plain HTTP exists only in a demo. */
export function sessionCookie(isHttps: boolean): { readonly name: string; readonly options: CookieSerializeOptions } {
  return {
    name: isHttps ? '__Host-inbeeld' : 'inbeeld',
    options: { path: '/', httpOnly: true, sameSite: 'strict', secure: isHttps },
  };
}

/** Holds what binds a sign-in at an identity provider to the browser that began it; it must come along when that sends her back. */
export function attemptCookie(isHttps: boolean): { readonly name: string; readonly options: CookieSerializeOptions } {
  return {
    name: isHttps ? '__Host-inbeeld-aanmelding' : 'inbeeld-aanmelding',
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps },
  };
}

/** Holds what binds a question to a passkey to the browser that it was put in. */
export function passkeyCookie(isHttps: boolean): { readonly name: string; readonly options: CookieSerializeOptions } {
  return { ...sessionCookie(isHttps), name: isHttps ? '__Host-inbeeld-sleutel' : 'inbeeld-sleutel' };
}

/** Holds the tickets of forms that came after a session had ended. */
export const LATE_FORM_COOKIE = 'inbeeld-formulier';

/** Leaves these tickets in the browser, the newest first; none: nothing waits there. */
export function leaveTickets(reply: FastifyReply, tickets: readonly string[], isHttps: boolean): FastifyReply {
  const { options } = sessionCookie(isHttps);
  return tickets.length === 0
    ? reply.clearCookie(LATE_FORM_COOKIE, options)
    : reply.setCookie(LATE_FORM_COOKIE, ticketsAs(tickets), { ...options, maxAge: LATE_FORM_SECONDS });
}
