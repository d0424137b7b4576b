/** Why two cases belong together. */
export const LINK_KINDS = ['partner', 'parent-child', 'family', 'same-situation'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];
