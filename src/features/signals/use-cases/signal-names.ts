/** A signal as the logs, the terms and the deadlines name it. */
export const REPORT_SUBJECT = 'signals.signal_report';

/** Where a signal stands on screen. */
export const signalPath = (code: string): string => `/meldingen/${code}`;

/** Where a message about a signal leads: whoever may not read signals sees there only that one waits. */
export const waitingPath = (id: string): string => `/meldingen/wacht/${id}`;
