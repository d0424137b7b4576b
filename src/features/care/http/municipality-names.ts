import { dutchFold } from '../../../shared-kernel/dutch-fold.ts';

interface Named {
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
}

/** Names or codes of municipalities as people type them, with commas or on lines. `unknown` is what names none of them. */
export function readMunicipalities(
  typed: string,
  municipalities: readonly Named[],
): { readonly ids: readonly string[]; readonly unknown: readonly string[] } {
  const byKey = new Map(
    municipalities.flatMap((each) => [
      [dutchFold(each.name), each.organisationId] as const,
      [each.code.toLowerCase(), each.organisationId] as const,
    ]),
  );
  const asked = typed
    .split(/[,;\n]/)
    .map((each) => each.trim())
    .filter(Boolean);
  const read = asked.map((each) => ({ each, id: byKey.get(dutchFold(each)) ?? byKey.get(each.toLowerCase()) }));
  return {
    ids: [...new Set(read.flatMap(({ id }) => id ?? []))],
    unknown: read.filter(({ id }) => id === undefined).map(({ each }) => each),
  };
}
