/**
 * Uniform random numbers from a seed and a stream index.
 *
 * The generator is xoshiro128** (Blackman & Vigna 2021, ACM TOMS 47(4)), period 2^128 − 1, its state filled by the
 * finaliser of MurmurHash3 from seed and index. Giving every replicate its own index makes a result independent of who
 * computed which replicate in what order.
 *
 * @example new RandomStream(1, 0).uniform() // always the same number in (0, 1)
 */
export class RandomStream {
  #a = 0;
  #b = 0;
  #c = 0;
  #d = 0;

  constructor(seed: number, index = 0) {
    this.restart(seed, index);
  }

  /** Returns to the beginning of the stream `index` of `seed`; both whole numbers, |seed| < 2^53, 0 ≤ index < 2^32. */
  restart(seed: number, index: number): this {
    if (!Number.isSafeInteger(seed)) throw new RangeError('a seed is a whole number');
    const low = seed | 0;
    const high = Math.floor(seed / 4294967296) | 0;
    const start = mix(mix(mix(0x9e3779b9 ^ low) ^ high) ^ index);
    this.#a = mix(start + 0x9e3779b9);
    this.#b = mix(start + 0x3c6ef372);
    this.#c = mix(start + 0xdaa66d2b);
    // One odd word keeps the state from being all zero.
    this.#d = mix(start + 0x78dde6e4) | 1;
    return this;
  }

  /** Thirty-two random bits as a whole number from 0 to 2^32 − 1. */
  bits(): number {
    const times5 = Math.imul(this.#b, 5);
    const result = Math.imul((times5 << 7) | (times5 >>> 25), 9);
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result >>> 0;
  }

  /** A number strictly between 0 and 1, with 53 random bits. */
  uniform(): number {
    const high = this.bits() >>> 6;
    const low = this.bits() >>> 5;
    return (high * 134217728 + low + 0.5) / 9007199254740992;
  }
}

function mix(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
