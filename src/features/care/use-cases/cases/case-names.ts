/** What another organisation shared, as the logs name it. */
export const SHARED_SUBJECT = 'exchange.message';
/** A case, as the logs and the terms name it. */
export const CASE_SUBJECT = 'care.case_file';
export const SETTING_SUBJECT = 'care.setting';

export const CASES_PATH = '/zorgcoordinatie/dossiers';
export const casePath = (code: string): string => `${CASES_PATH}/${code}`;
/** What happened in a case, and a clock that runs in it. */
export const EVENT_SUBJECT = 'care.case_event';
export const CLOCK_SUBJECT = 'care.case_clock';
/** Everything on the desk of one coordinator: named after her membership. */
export const LOAD_SUBJECT = 'care.caseload';
/** What is on every desk, and passing a whole desk on. */
export const CASELOAD_PATH = '/zorgcoordinatie/werkdruk';
/** What must be done in a case by a day. */
export const TASK_SUBJECT = 'care.task';
