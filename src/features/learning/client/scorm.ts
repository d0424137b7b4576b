import { parseSteps, type Tracker } from './tracker.ts';

/** The eight calls of SCORM 1.2, as far as we use them. Everything is text. */
export interface ScormApi {
  LMSInitialize(empty: ''): string;
  LMSFinish(empty: ''): string;
  LMSGetValue(element: string): string;
  LMSSetValue(element: string, value: string): string;
  LMSCommit(empty: ''): string;
}

interface Frame {
  readonly API?: ScormApi;
  readonly parent?: Frame | null;
  readonly opener?: Frame | null;
}

const MOST_FRAMES = 20;

/** The platform's API: in a window around this one, or in the one that opened it (SCORM 1.2 RTE, 3.3.6.1). */
export function findApi(start: unknown): ScormApi | undefined {
  const around = (from: Frame | null | undefined): ScormApi | undefined => {
    let frame = from;
    for (let i = 0; frame && i < MOST_FRAMES; i++) {
      try {
        if (frame.API) return frame.API;
      } catch {
        return undefined; // another site's window: its API is not for us
      }
      frame = frame.parent === frame ? undefined : frame.parent;
    }
    return undefined;
  };
  const window = start as Frame;
  return around(window) ?? around(window.opener);
}

const two = (count: number) => String(Math.floor(count)).padStart(2, '0');
const timeOf = (seconds: number) =>
  `${String(Math.floor(seconds / 3600)).padStart(4, '0')}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;

/** Keeps a course on a platform that speaks SCORM 1.2. What was passed once stays passed. */
export function scormTracker(api: ScormApi, seconds: () => number): Tracker {
  const set = (element: string, value: string) => api.LMSSetValue(element, value);
  let isOpen = false;
  const status = () => api.LMSGetValue('cmi.core.lesson_status');
  return {
    returnUrl: undefined,
    async start() {
      isOpen = api.LMSInitialize('') === 'true';
      if (!isOpen) return {};
      if (status() === 'not attempted') {
        set('cmi.core.lesson_status', 'incomplete');
        api.LMSCommit('');
      }
      return parseSteps(api.LMSGetValue('cmi.suspend_data'));
    },
    save(steps, atPart) {
      if (!isOpen) return;
      set('cmi.suspend_data', JSON.stringify(steps));
      set('cmi.core.lesson_location', atPart);
      api.LMSCommit('');
    },
    score({ right, of, isPassed }) {
      if (!isOpen || status() === 'passed') return;
      set('cmi.core.score.min', '0');
      set('cmi.core.score.max', '100');
      set('cmi.core.score.raw', String(Math.round((100 * right) / of)));
      set('cmi.core.lesson_status', isPassed ? 'passed' : 'failed');
      api.LMSCommit('');
    },
    complete() {}, // SCORM 1.2 has one status: passed says more than completed
    async stop() {
      if (!isOpen) return;
      isOpen = false;
      set('cmi.core.session_time', timeOf(seconds()));
      set('cmi.core.exit', status() === 'passed' ? '' : 'suspend');
      api.LMSCommit('');
      api.LMSFinish('');
    },
  };
}
