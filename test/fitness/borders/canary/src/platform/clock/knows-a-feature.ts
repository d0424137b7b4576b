// breaks: platform-knows-no-features
import { door } from '../../features/approach/index.ts';
export const feature = door;
