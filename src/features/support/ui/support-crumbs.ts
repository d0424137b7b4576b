export const SUPPORT_CRUMBS = [{ href: '/ondersteuning', label: 'Ondersteuning' }] as const;
export const DESK_CRUMBS = [{ href: '/ondersteuning/balie', label: 'Balie' }] as const;
