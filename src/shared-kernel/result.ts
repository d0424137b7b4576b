/**
 * A refusal is a value, a surprise is an exception.
 * `Result` carries either the value of a deed that went through or the closed code of the reason it was refused.
 */
export type Result<T, E extends { readonly code: string } = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** The least a refusal says: a code that `docs/foutcodes.md` explains. */
export interface Refusal {
  readonly code: string;
}

/** The deed went through. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** The deed was refused, for this reason. */
export function err<E extends { readonly code: string }>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}
