export const Mark = 'merk';
