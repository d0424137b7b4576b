import { focusErrorSummary } from './focus-error-summary.ts';
import { guardDoubleSubmit } from './guard-double-submit.ts';

focusErrorSummary(document);
guardDoubleSubmit(document);
