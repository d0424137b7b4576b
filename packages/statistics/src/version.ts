/** Version of this library, the one in its package.json; every result carries it. */
export const VERSION = '0.1.0';
