// breaks: solver-behind-platform
import highs from 'highs';
export const door = highs;
