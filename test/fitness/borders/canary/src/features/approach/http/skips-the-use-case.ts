// breaks: http-does-no-sql
import type { Store } from '../persistence/element-store.ts';
export type Reached = Store;
