import type { Tx } from '../../../src/platform/db/tx.ts';

// Read by the type checker, never run: each line that is expected to fail is a canary of the border between stores. Would it compile,
// the check of the types is red.
declare function asksOne(tx: Tx<'audit.event'>): void;
declare function asksTwo(tx: Tx<'audit.event' | 'audit.decision'>): void;
declare const one: Tx<'audit.event'>;
declare const two: Tx<'audit.event' | 'audit.decision'>;

asksOne(one);
asksOne(two);
asksTwo(two);
// @ts-expect-error a transaction of one table does not fit where two are asked
asksTwo(one);
// @ts-expect-error nor does it reach another table
one.selectFrom('audit.decision');
