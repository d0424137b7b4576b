/** Where a procedure can be; an end has no way on. */
export interface ProcedureState {
  readonly id: string;
  readonly name: string;
  readonly isEnd: boolean;
}

/** What takes a procedure from one state to another, or lets it stay (the same state twice). */
export interface ProcedureEvent {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/** A procedure as a state chart. */
export interface Procedure {
  readonly start: string;
  readonly states: readonly ProcedureState[];
  readonly events: readonly ProcedureEvent[];
}

/** What is wrong with a state chart, in Dutch for who edits the content; empty when it is whole. */
export function faultsOf({ start, states, events }: Procedure): readonly string[] {
  const ids = new Set(states.map(({ id }) => id));
  const named = [start, ...events.flatMap(({ from, to }) => [from, to])];
  const reached = reachedFrom(start, events);
  return [
    ...(ids.size < states.length ? ['twee toestanden hebben hetzelfde id'] : []),
    ...[...new Set(named)].filter((id) => !ids.has(id)).map((id) => `toestand ${id} bestaat niet`),
    ...states.filter(({ id }) => !reached.has(id)).map(({ id }) => `toestand ${id} is niet te bereiken`),
    ...states.flatMap(({ id, isEnd }) => {
      const goesOn = events.some(({ from, to }) => from === id && to !== id);
      if (isEnd && events.some(({ from }) => from === id)) return [`toestand ${id} is een einde en gaat toch verder`];
      return isEnd || goesOn ? [] : [`uit toestand ${id} is geen weg verder`];
    }),
  ];
}

function reachedFrom(start: string, events: readonly ProcedureEvent[]): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const id of reached) for (const { from, to } of events) if (from === id) reached.add(to);
  return reached;
}

/** What ends a clock that runs in this state: the events that lead out of it. */
export function endersOf(procedure: Procedure, state: string): readonly ProcedureEvent[] {
  return procedure.events.filter(({ from, to }) => from === state && to !== state);
}
