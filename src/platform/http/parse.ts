import type { ZodObject, z } from 'zod';

export type FieldErrors = Readonly<Record<string, string>>;
export type FieldValues = Readonly<Record<string, string>>;

/** A form as it came: read in full, or every field that is wrong at once with what was typed kept. */
export type ParsedForm<T> =
  | { readonly ok: true; readonly value: T; readonly values: FieldValues }
  | { readonly ok: false; readonly errors: FieldErrors; readonly values: FieldValues };

/** No field of a form is longer than this; what is longer is refused beside the field. */
export const MAX_FIELD = 50_000;

/** Reads a posted form by its schema. Messages of the schema are the Dutch words beside the field. */
export function parseForm<S extends ZodObject>(schema: S, body: unknown): ParsedForm<z.output<S>> {
  const values = textValues(body, Object.keys(schema.shape));
  // a form that was kept while its writer signed in again: shown to her as she left it, nothing done yet
  if ((body as Record<string, unknown> | undefined)?._tonen === '1') return { ok: false, errors: {}, values };
  const parsed = schema.safeParse(values);
  if (parsed.success) return { ok: true, value: parsed.data as z.output<S>, values };
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '');
    errors[field] ??= issue.message;
  }
  return { ok: false, errors, values };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these have no place in a form, and PostgreSQL refuses NUL
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

/** Only the known fields, as text; a field sent twice counts with its last value. Control characters are dropped. */
function textValues(body: unknown, fields: readonly string[]): FieldValues {
  const source = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const values: Record<string, string> = {};
  for (const field of fields) {
    const raw = Object.hasOwn(source, field) ? source[field] : '';
    const last = Array.isArray(raw) ? raw.at(-1) : raw;
    values[field] = typeof last === 'string' ? last.normalize('NFC').replace(CONTROL, '').replace(/\r\n?/g, '\n') : '';
  }
  return values;
}
