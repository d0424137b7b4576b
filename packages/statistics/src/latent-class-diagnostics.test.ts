import { describe, expect, it } from 'vitest';
import { chainDiagnostics } from './latent-class-diagnostics.ts';
import { RandomStream } from './random-stream.ts';
import { drawNormal } from './simulate-normal.ts';

function chains(rho: number, shift: (chain: number) => number): Float64Array[] {
  return [0, 1, 2, 3].map((c) => {
    const random = new RandomStream(21, c);
    let x = drawNormal(random);
    return Float64Array.from({ length: 4000 }, () => {
      x = rho * x + Math.sqrt(1 - rho * rho) * drawNormal(random);
      return x + shift(c);
    });
  });
}

describe('chainDiagnostics', () => {
  it('trusts independent draws in full', () => {
    const { rHat, ess } = chainDiagnostics(chains(0, () => 0));
    expect(rHat).toBeLessThan(1.002);
    expect(ess).toBeGreaterThan(13_000);
  });

  it('counts draws with correlation 0.9 at (1 - 0.9) / (1 + 0.9) each', () => {
    const { ess } = chainDiagnostics(chains(0.9, () => 0));
    expect(ess / ((16_000 * 0.1) / 1.9)).toBeGreaterThan(0.7);
    expect(ess / ((16_000 * 0.1) / 1.9)).toBeLessThan(1.4);
  });

  it('sees one chain that stands elsewhere', () => {
    const { rHat, ess } = chainDiagnostics(chains(0, (c) => (c === 3 ? 2 : 0)));
    expect(rHat).toBeGreaterThan(1.2);
    expect(ess).toBeLessThan(100);
  });

  it('sees a drift that all chains share, by their halves', () => {
    const drifting = chains(0, () => 0).map((chain) => chain.map((x, i) => x + i / 1000));
    expect(chainDiagnostics(drifting).rHat).toBeGreaterThan(1.2);
  });

  it('does not trust chains that stand still on different values', () => {
    expect(chainDiagnostics([new Float64Array(10).fill(1), new Float64Array(10).fill(2)])).toEqual({
      rHat: Infinity,
      ess: 0,
    });
  });
});
