export const word = 'woord';
