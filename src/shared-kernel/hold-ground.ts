/** Why a record may be kept longer than its term. */
export const HOLD_GROUNDS = ['hotspot', 'court-case', 'rights-request', 'complaint', 'investigation'] as const;
export type HoldGround = (typeof HOLD_GROUNDS)[number];
