import { FRAMEWORK_CONTENT } from '../features/approach/index.ts';
import { CARE_ATTENTION, CARE_TERMS } from '../features/care/index.ts';
import { HELP_TEXTS, TRAFFICKING_FORMS } from '../features/information/index.ts';
import { CAPTURE_TABLES, IN_VIEW_FIGURES } from '../features/insight/index.ts';
import { LEARNING_PATHS, LEARNING_SHARED, RECOGNITION_VIGNETTES } from '../features/learning/index.ts';
import { CONTACT_LINES } from '../features/organisations/index.ts';
import { CONSENT_DECLARATIONS, HELP_ANSWER, REGISTRATION_RULES } from '../features/registration/index.ts';
import { SHARING_RULES } from '../features/sharing/index.ts';
import { SHELTER_RIGHTS } from '../features/shelter/index.ts';
import { SEARCH_WORDS, SHARING_LINES, SIGNAL_CATALOGUE, SIGNAL_CHANNELS } from '../features/signals/index.ts';
import type { ContentKind } from '../platform/content/content-kind.ts';
import { RETENTION_RULES } from '../platform/retention/retention-rules.ts';

/** Every kind of content this version knows, each with the check its files must pass. */
export const CONTENT_KINDS = [
  CONTACT_LINES,
  IN_VIEW_FIGURES,
  CAPTURE_TABLES,
  FRAMEWORK_CONTENT,
  RETENTION_RULES,
  HELP_TEXTS,
  TRAFFICKING_FORMS,
  SIGNAL_CATALOGUE,
  SEARCH_WORDS,
  SHARING_LINES,
  SHARING_RULES,
  SIGNAL_CHANNELS,
  REGISTRATION_RULES,
  CARE_TERMS,
  CARE_ATTENTION,
  CONSENT_DECLARATIONS,
  HELP_ANSWER,
  SHELTER_RIGHTS,
  LEARNING_SHARED,
  LEARNING_PATHS,
  RECOGNITION_VIGNETTES,
] as unknown as readonly ContentKind<never>[];
