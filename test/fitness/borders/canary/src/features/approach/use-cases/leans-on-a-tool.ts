// breaks: not-to-dev-dep
import fc from 'fast-check';
export const leaning = fc;
