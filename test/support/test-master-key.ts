/** The master key that every test knows. */
export const TEST_MASTER_KEY = Buffer.alloc(32, 7).toString('base64');
