import { parseSteps, type Score, type Steps, type Tracker } from './tracker.ts';

/** What a platform that speaks cmi5 puts in the address (cmi5 Quartz, 8.1). */
export interface Launch {
  readonly endpoint: string;
  readonly fetch: string;
  readonly actor: string;
  readonly registration: string;
  readonly activityId: string;
}

const NAMES = ['endpoint', 'fetch', 'actor', 'registration', 'activityId'] as const;

/** The launch in an address; undefined when a part is missing: then nobody launched us by cmi5. */
export function launchIn(search: string): Launch | undefined {
  const query = new URLSearchParams(search);
  const found = NAMES.map((name) => [name, query.get(name)] as const);
  return found.every(([, value]) => value) ? (Object.fromEntries(found) as unknown as Launch) : undefined;
}

interface Activity {
  readonly id: string;
}
interface Context {
  readonly contextActivities?: Readonly<Record<string, readonly Activity[]>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
}
interface LaunchData {
  readonly contextTemplate?: Context;
  readonly launchMode?: 'Normal' | 'Browse' | 'Review';
  readonly masteryScore?: number;
  readonly returnURL?: string;
}

const VERBS = 'http://adlnet.gov/expapi/verbs/';
const CMI5 = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
const MOVE_ON = 'https://w3id.org/xapi/cmi5/context/categories/moveon';
const MASTERY = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';
const LAUNCH_DATA = 'LMS.LaunchData';
const PREFERENCES = 'cmi5LearnerPreferences';
/** Our own document: what was done, and what was said of it, since each may be said once in a registration. */
const PROGRESS = 'in-beeld';
const SAID = '_gezegd';

type Verb = 'initialized' | 'completed' | 'passed' | 'failed' | 'terminated';
const JUDGES: readonly Verb[] = ['completed', 'passed', 'failed'];

/** The means of the browser, so that a test can bring its own. */
export interface Means {
  readonly fetch: typeof fetch;
  readonly seconds: () => number;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Keeps a course on a platform that speaks cmi5: one session of one registration, by the rules of cmi5 Quartz, 9.3. */
export function cmi5Tracker(launch: Launch, means: Means): Tracker {
  const actor: unknown = JSON.parse(launch.actor);
  const endpoint = launch.endpoint.endsWith('/') ? launch.endpoint : `${launch.endpoint}/`;
  let token = '';
  let data: LaunchData = {};
  let said = new Set<string>();
  let steps: Steps = {};
  let score: Score | undefined;
  let isOpen = false;
  /** One after another: the first statement must have arrived before the next leaves. */
  let queue: Promise<unknown> = Promise.resolve();
  const after = <Value>(deed: () => Promise<Value>): Promise<Value> => {
    const next = queue.then(deed);
    queue = next.catch(() => {}); // one that failed does not hold up the others
    return next;
  };

  async function ask(method: string, resource: string, query: Readonly<Record<string, string>>, body?: unknown) {
    const address = `${endpoint}${resource}?${new URLSearchParams(query)}`;
    const answer = await means.fetch(address, {
      method,
      headers: {
        Authorization: `Basic ${token}`,
        'X-Experience-API-Version': '1.0.3',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body), keepalive: true }), // also while the page goes away
    });
    if (!answer.ok && answer.status !== 404) throw new Error(`${method} ${resource}: ${answer.status}`);
    return answer;
  }
  const stateOf = (stateId: string) => ({
    activityId: launch.activityId,
    agent: launch.actor,
    registration: launch.registration,
    stateId,
  });
  const mayJudge = () => (data.launchMode ?? 'Normal') === 'Normal';

  function statement(verb: Verb, result?: object) {
    const template = data.contextTemplate ?? {};
    const category = [{ id: CMI5 }, ...(JUDGES.includes(verb) ? [{ id: MOVE_ON }] : [])];
    return {
      id: means.newId(),
      actor,
      verb: { id: `${VERBS}${verb}`, display: { en: verb } },
      object: { objectType: 'Activity', id: launch.activityId },
      ...(result && { result }),
      context: {
        ...template,
        registration: launch.registration,
        contextActivities: {
          ...template.contextActivities,
          category: [...(template.contextActivities?.category ?? []), ...category],
        },
        extensions: {
          ...template.extensions,
          ...((verb === 'passed' || verb === 'failed') &&
            data.masteryScore !== undefined && { [MASTERY]: data.masteryScore }),
        },
      },
      timestamp: means.now().toISOString(),
    };
  }
  function say(...statements: readonly { readonly id: string }[]): Promise<unknown> {
    return after(() => ask('POST', 'statements', {}, statements));
  }
  /** Says of the learner what may be said once in a registration; nothing to who only looks. */
  function judge(verb: 'completed' | 'passed', result: object): void {
    if (!mayJudge() || said.has(verb)) return;
    said = new Set([...said, verb]);
    void say(statement(verb, result)).catch(() => {}); // the platform is away: the learner reads on
    keep();
  }
  const duration = () => `PT${means.seconds()}S`;
  function keep(): void {
    if (!mayJudge()) return;
    const kept = { ...steps, [SAID]: [...said].join(' ') };
    void after(() => ask('PUT', 'activities/state', stateOf(PROGRESS), kept)).catch(() => {});
  }
  const scaled = ({ right, of }: Score) => ({
    scaled: Math.round((10_000 * right) / of) / 10_000,
    raw: right,
    min: 0,
    max: of,
  });

  return {
    get returnUrl() {
      return data.returnURL;
    },
    async start() {
      const given = (await (await means.fetch(launch.fetch, { method: 'POST' })).json()) as Record<string, string>;
      const found = given['auth-token'];
      if (!found) throw new Error(`no token: ${given['error-text'] ?? 'nothing said why'}`);
      token = found;
      data = (await (await ask('GET', 'activities/state', stateOf(LAUNCH_DATA))).json()) as LaunchData;
      await ask('GET', 'agents/profile', { agent: launch.actor, profileId: PREFERENCES });
      const kept = await ask('GET', 'activities/state', stateOf(PROGRESS));
      const before = kept.status === 404 ? {} : parseSteps(await kept.text());
      said = new Set((before[SAID] ?? '').split(' ').filter(Boolean));
      delete before[SAID];
      steps = before;
      isOpen = true;
      await say(statement('initialized'));
      return steps;
    },
    save(done) {
      if (!isOpen) return;
      steps = done;
      keep();
    },
    score(given) {
      if (!isOpen || said.has('passed')) return;
      score = given;
      // a second try may still pass: passed and failed never stand in one session, so failing is said at its end
      if (given.isPassed) judge('passed', { success: true, score: scaled(given), duration: duration() });
    },
    complete() {
      if (isOpen) judge('completed', { completion: true, duration: duration() });
    },
    async stop() {
      if (!isOpen) return;
      isOpen = false;
      const hasFailed = mayJudge() && score !== undefined && !score.isPassed && !said.has('passed');
      await say(
        ...(hasFailed ? [statement('failed', { success: false, score: scaled(score!), duration: duration() })] : []),
        statement('terminated', { duration: duration() }), // in one sending: the page may be going away
      );
    },
  };
}
