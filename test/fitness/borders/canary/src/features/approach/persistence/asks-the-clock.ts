// breaks: persistence-knows-only-domain-and-db
import { realNow } from '../../../platform/clock/real-time.ts';
export const now = realNow;
