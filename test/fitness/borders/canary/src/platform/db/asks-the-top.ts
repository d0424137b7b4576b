// breaks: app-is-the-top, platform-knows-no-features
import { tables } from '../../app/tables.ts';
export const register = tables;
