import { FRAMEWORK_CONTENT } from '../features/approach/index.ts';
import { CAPTURE_TABLES, IN_VIEW_FIGURES } from '../features/insight/index.ts';
import { CONTACT_LINES } from '../features/organisations/index.ts';
import type { ContentKind } from '../platform/content/content-kind.ts';

/** Every kind of content this version knows, each with the check its files must pass. */
export const CONTENT_KINDS = [
  CONTACT_LINES,
  IN_VIEW_FIGURES,
  CAPTURE_TABLES,
  FRAMEWORK_CONTENT,
] as unknown as readonly ContentKind<never>[];
