const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

interface Level {
  readonly isList: boolean;
  key: string | number;
  awaitsKey: boolean;
}

/** The line (from 1) in valid JSON text where the value at this path stands; of the deepest part of the path that is there. */
export function lineOf(text: string, path: readonly PropertyKey[]): number {
  const levels: Level[] = [];
  const best = { depth: -1, at: 0 };
  const meet = (at: number) => {
    const isOnPath = levels.every(({ key }, depth) => String(path[depth]) === String(key));
    if (isOnPath && levels.length > best.depth) Object.assign(best, { depth: levels.length, at });
  };
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === '{' || token === '[') {
      meet(index);
      levels.push({ isList: token === '[', key: token === '[' ? 0 : '', awaitsKey: token === '{' });
    } else if (token === '}' || token === ']') levels.pop();
    else if (token === ',' && level?.isList) level.key = Number(level.key) + 1;
    else if (token === ',' && level) level.awaitsKey = true;
    else if (token !== ':' && level?.awaitsKey) Object.assign(level, { key: JSON.parse(token), awaitsKey: false });
    else if (token !== ':' && token !== ',') meet(index);
  }
  return text.slice(0, best.at).split('\n').length;
}
