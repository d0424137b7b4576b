import type { CookieSerializeOptions } from '@fastify/cookie';

/** Behind HTTPS the browser itself guards the cookie by its name; plain HTTP exists only in a demo. */
export function sessionCookie(isHttps: boolean): { readonly name: string; readonly options: CookieSerializeOptions } {
  return {
    name: isHttps ? '__Host-inbeeld' : 'inbeeld',
    options: { path: '/', httpOnly: true, sameSite: 'strict', secure: isHttps },
  };
}

/** Holds the ticket of a form that came after the session had ended. */
export const LATE_FORM_COOKIE = 'inbeeld-formulier';
