import { cmi5Tracker, launchIn } from './cmi5.ts';
import { play } from './play.ts';
import { findApi, scormTracker } from './scorm.ts';
import { keepsNothing } from './tracker.ts';

/** The script of an exported path: finds who keeps what is learned, and plays. */
const began = performance.now();
const seconds = () => Math.round((performance.now() - began) / 10) / 100;
const launch = launchIn(location.search);
const api = launch ? undefined : findApi(window);
const tracker = launch
  ? cmi5Tracker(launch, {
      fetch: fetch.bind(globalThis),
      seconds,
      now: () => new Date(performance.timeOrigin + performance.now()), // of the learner's own machine: no clock of the house
      newId: () => crypto.randomUUID(),
    })
  : api
    ? scormTracker(api, seconds)
    : keepsNothing;

void play(document, tracker, (address) => location.assign(address));
addEventListener('pagehide', () => void tracker.stop());
