/** A root as it was kept elsewhere. */
export interface KeptRoot {
  readonly no: number;
  readonly hash: Buffer;
}

/** A root as it is kept outside the database: enough to recognise it, and to check by whom it was signed. */
export interface RootToKeep extends KeptRoot {
  readonly upToSeq: number;
  readonly lines: number;
  readonly sealedAt: Date;
  readonly keyId: string;
  readonly publicKey: Buffer;
  readonly signature: Buffer;
}

const KIND = 'in-beeld zegels 1';

/** Roots as a file of JSON lines, the oldest first. Two files one after another are a file too. */
export function writeRoots(roots: readonly RootToKeep[]): string {
  const lines = roots.map(({ no, hash, upToSeq, lines: count, sealedAt, keyId, publicKey, signature }) => ({
    zegel: no,
    wortel: hash.toString('hex'),
    totRegel: upToSeq,
    regels: count,
    verzegeldOp: sealedAt.toISOString(),
    sleutel: keyId,
    publiek: publicKey.toString('base64'),
    handtekening: signature.toString('base64'),
  }));
  return [{ soort: KIND }, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** The roots in such a file, or 'unreadable' when it is something else. */
export function readRoots(text: string): { readonly roots: readonly KeptRoot[] } | 'unreadable' {
  const roots: KeptRoot[] = [];
  let isOurs = false;
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const read = parse(line);
    if (read === 'head') isOurs = true;
    else if (read) roots.push(read);
    else return 'unreadable';
  }
  return isOurs ? { roots } : 'unreadable';
}

function parse(line: string): KeptRoot | 'head' | undefined {
  try {
    const { soort, zegel, wortel } = JSON.parse(line) as Record<string, unknown>;
    if (soort === KIND) return 'head';
    const hash = typeof wortel === 'string' && /^[0-9a-f]{64}$/.test(wortel) ? Buffer.from(wortel, 'hex') : undefined;
    return hash && Number.isSafeInteger(zegel) ? { no: zegel as number, hash } : undefined;
  } catch {
    return undefined;
  }
}
