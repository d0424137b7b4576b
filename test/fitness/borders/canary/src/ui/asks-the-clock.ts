// breaks: ui-kit-knows-only-itself
import { realNow } from '../platform/clock/real-time.ts';
export const today = realNow;
