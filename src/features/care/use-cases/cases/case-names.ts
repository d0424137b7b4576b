/** A case, as the logs and the terms name it. */
export const CASE_SUBJECT = 'care.case_file';
export const SETTING_SUBJECT = 'care.setting';

export const CASES_PATH = '/zorgcoordinatie/dossiers';
export const casePath = (code: string): string => `${CASES_PATH}/${code}`;
/** What happened in a case, and a clock that runs in it. */
export const EVENT_SUBJECT = 'care.case_event';
export const CLOCK_SUBJECT = 'care.case_clock';
