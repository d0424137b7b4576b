// breaks: platform-knows-no-features
import { Mark } from '../../ui/mark.ts';
export const page = Mark;
