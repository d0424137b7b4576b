import { describe, expect, it } from 'vitest';
import { readTraceparent } from './trace-context.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';

describe('the trace of another system (LDV-05)', () => {
  it.each(['01', '00'])('is read whether that system samples or not: flags %s', (flags) => {
    expect(readTraceparent(`00-${TRACE}-${SPAN}-${flags}`)).toEqual({
      traceId: '0af76519-16cd-43dd-8448-eb211c80319c',
      parentSpanId: Buffer.from(SPAN, 'hex'),
    });
  });

  it('is read from a later version, which may say more', () => {
    expect(readTraceparent(`01-${TRACE}-${SPAN}-01-more`)).toBeDefined();
  });

  it.each([
    undefined,
    '',
    'x',
    `00-${TRACE}-${SPAN}`,
    `ff-${TRACE}-${SPAN}-01`,
    `00-${TRACE}-${SPAN}-01-more`,
    `00-${'0'.repeat(32)}-${SPAN}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `00-${TRACE.toUpperCase()}-${SPAN}-01`,
    [`00-${TRACE}-${SPAN}-01`],
  ])('is not taken from %s', (header) => {
    expect(readTraceparent(header)).toBeUndefined();
  });
});
