/**
 * Lays the municipalities out as equal hexagons and writes `seed/reference/hexagons.json`. Run once, by hand, when the
 * municipal division changes: `node scripts/layout-hexagons.ts [preview.svg]`. The result is data and is committed.
 *
 * First an optimal assignment of centre points to the cells of a pointy-top grid (Hungarian method), then simulated
 * annealing that trades neighbours kept, strangers kept apart, place, direction, water, holes and whole provinces.
 * Water takes part as tiles of its own, so that the IJsselmeer, the Wadden and the arms of Zeeland stay open; water is
 * not written. Coordinates are axial (q to the east, r to the south-east), see Red Blob Games, "Hexagonal Grids".
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Municipality {
  readonly code: string;
  readonly name: string;
  readonly provinceCode: string;
  readonly lon: number;
  readonly lat: number;
  readonly neighbours: readonly string[];
}

const reference = (name: string) => fileURLToPath(new URL(`../seed/reference/${name}`, import.meta.url));
const municipalities: readonly Municipality[] = JSON.parse(
  readFileSync(reference('municipalities.json'), 'utf8'),
).municipalities;

const SEED = 2026;
const MOVES = 4_000_000;
/** Kilometres between the centres of two touching hexagons: about a 342nd part of the country each. */
const SPACING = 10.6;
/** How strongly a unit is drawn to its true place while all become equally large. */
const HOME = 0.004;
/** What each thing is worth; the balance was found by looking at the map, again and again. */
const WEIGHTS = {
  // side by side: true neighbours, land and its water, strangers of one province, strangers of two, opposite shores
  kept: 5,
  water: 4,
  stranger: 1.6,
  strangerAbroad: 3.2,
  acrossWater: 14,
  // per step that true neighbours lie apart; per turn away from their true direction, near and two steps away
  apart: 1.3,
  direction: 2.4,
  far: 1.1,
  // per km² away from the place aimed at
  place: 0.016,
  waterPlace: 0.05,
  // an empty cell closed in by its neighbours, or cut off from outside; a lake that borders on nothing
  hole: 3,
  enclosed: 7,
  leak: 2.5,
  // a unit without any true neighbour beside it; a province in more or fewer pieces than it has
  lonely: 4,
  torn: 22,
};

/** Water that must stay open: name, centre and the municipalities that lie on it. Places are estimates. */
const WATER: readonly [name: string, lon: number, lat: number, shores: string][] = [
  ['IJsselmeer noordwest', 5.15, 52.93, 'GM1911 GM1900'],
  ['IJsselmeer noord', 5.33, 52.9, 'GM1900 GM1911'],
  ['IJsselmeer west', 5.2, 52.8, 'GM0420 GM1911'],
  ['IJsselmeer oost', 5.5, 52.79, 'GM1940 GM1900 GM0171'],
  ['IJsselmeer midden', 5.38, 52.7, 'GM0388 GM0184 GM0420'],
  ['IJsselmeer zuid', 5.5, 52.6, 'GM0995 GM0184'],
  ['Markermeer noord', 5.25, 52.62, 'GM0388 GM0532 GM0498'],
  ['Markermeer west', 5.12, 52.54, 'GM0405 GM0385 GM0498'],
  ['Markermeer oost', 5.32, 52.5, 'GM0995 GM0034'],
  ['Markermeer zuid', 5.13, 52.43, 'GM0852 GM0034 GM0385'],
  ['Marsdiep', 4.8, 53.0, 'GM0448 GM0400'],
  ['Waddenzee west', 5.0, 53.0, 'GM0448 GM1911 GM0400'],
  ['Vlie', 5.1, 53.18, 'GM0096 GM0072'],
  ['Waddenzee Harlingen', 5.28, 53.22, 'GM0093 GM0072 GM1949'],
  ['Waddenzee Terschelling', 5.42, 53.34, 'GM0093 GM1949'],
  ['Waddenzee Ameland', 5.75, 53.39, 'GM0060 GM1949 GM1970'],
  ['Waddenzee oost', 5.95, 53.42, 'GM0060 GM1970'],
  ['Lauwers', 6.2, 53.43, 'GM0088 GM1970 GM1966'],
  ['Waddenzee Groningen', 6.4, 53.47, 'GM0088 GM1966'],
  ['Grevelingen', 3.95, 51.74, 'GM1676 GM1924'],
  ['Krammer', 4.15, 51.68, 'GM1676 GM1924 GM0716'],
  ['Haringvliet', 4.15, 51.8, 'GM1924 GM1992 GM1963'],
  ['Volkerak', 4.33, 51.66, 'GM1924 GM1709 GM0851'],
  ['Oosterschelde west', 3.78, 51.61, 'GM1676 GM1695 GM0717'],
  ['Oosterschelde midden', 3.97, 51.58, 'GM1676 GM1695 GM0716'],
  ['Oosterschelde oost', 4.1, 51.49, 'GM0716 GM0703 GM0678'],
  ['Westerschelde mond', 3.5, 51.41, 'GM0718 GM1714'],
  ['Westerschelde west', 3.7, 51.4, 'GM0654 GM0715 GM0718'],
  ['Westerschelde midden', 3.9, 51.38, 'GM0654 GM0715 GM0678'],
  ['Westerschelde oost', 4.08, 51.4, 'GM0703 GM0677'],
];

/** The first so many of the water are lake: shores on every side. */
const LAKES = 10;

// ---- units: municipalities first, then water ----

const units = [
  ...municipalities.map((each) => ({ ...each, province: each.provinceCode, water: false })),
  ...WATER.map(([name, lon, lat, shores]) => ({
    code: name,
    name,
    lon,
    lat,
    neighbours: shores.split(' '),
    province: '',
    water: true,
  })),
];
const COUNT = units.length;
const LAND = municipalities.length;
const indexOf = new Map(units.map((unit, index) => [unit.code, index]));
const lonScale = 111.32 * Math.cos((52.16 * Math.PI) / 180);
const unitX = Float64Array.from(units, (unit) => (unit.lon - 5.3876) * lonScale);
const unitY = Float64Array.from(units, (unit) => (52.16 - unit.lat) * 111.2);
const provinces = [...new Set(municipalities.map((each) => each.provinceCode))].sort();
const provinceOf = Int32Array.from(units, (unit) => provinces.indexOf(unit.province));

/** 1 where two units really touch. */
const touches = new Uint8Array(COUNT * COUNT);
for (const [index, unit] of units.entries()) {
  for (const code of unit.neighbours) {
    const other = indexOf.get(code);
    if (other === undefined) throw new Error(`${unit.name} grenst aan een onbekende gemeente ${code}`);
    touches[index * COUNT + other] = touches[other * COUNT + index] = 1;
  }
}
for (let a = LAND; a < COUNT; a++) {
  for (let b = LAND; b < COUNT; b++) {
    if (a !== b && Math.hypot(unitX[a]! - unitX[b]!, unitY[a]! - unitY[b]!) < 20) touches[a * COUNT + b] = 1;
  }
}
const neighboursOf = units.map((_, a) => units.flatMap((_, b) => (touches[a * COUNT + b] ? [b] : [])));
const island = neighboursOf.map((near, unit) => unit < LAND && near.every((other) => other >= LAND));
/** Those at two steps, and islands to their nearest: only direction counts for them. */
const fartherOf = neighboursOf.map((near, a) => {
  const far = new Set(near.flatMap((b) => neighboursOf[b]!));
  if (!units[a]!.water) {
    const nearest = [...unitX.keys()]
      .filter((b) => b !== a && !units[b]!.water)
      .sort(
        (b, c) =>
          Math.hypot(unitX[a]! - unitX[b]!, unitY[a]! - unitY[b]!) -
          Math.hypot(unitX[a]! - unitX[c]!, unitY[a]! - unitY[c]!),
      );
    for (const b of nearest.slice(0, 4)) far.add(b);
  }
  for (const b of near) far.delete(b);
  far.delete(a);
  return [...far];
});
for (const [a, far] of fartherOf.entries()) for (const b of far) if (!fartherOf[b]!.includes(a)) fartherOf[b]!.push(a);

/**
 * Where each unit would lie if all were equally large: circles that draw their neighbours in and push all others off
 * (after D. Dorling, "Area Cartograms", 1996). Without it the wide north tears loose from the crowded west.
 */
const aimX = Float64Array.from(unitX);
const aimY = Float64Array.from(unitY);
for (let round = 0; round < 900; round++) {
  const moveX = new Float64Array(COUNT);
  const moveY = new Float64Array(COUNT);
  for (let a = 0; a < COUNT; a++) {
    for (let b = a + 1; b < COUNT; b++) {
      const dx = aimX[b]! - aimX[a]!;
      const dy = aimY[b]! - aimY[a]!;
      const distance = Math.hypot(dx, dy) || 1e-6;
      const gap = distance - SPACING;
      const pull = gap < 0 ? 0.3 * gap : touches[a * COUNT + b] ? 0.06 * Math.min(gap, 20) : 0;
      moveX[a]! += (pull * dx) / distance;
      moveY[a]! += (pull * dy) / distance;
      moveX[b]! -= (pull * dx) / distance;
      moveY[b]! -= (pull * dy) / distance;
    }
  }
  for (let unit = 0; unit < COUNT; unit++) {
    aimX[unit]! += moveX[unit]! + HOME * (unitX[unit]! - aimX[unit]!);
    aimY[unit]! += moveY[unit]! + HOME * (unitY[unit]! - aimY[unit]!);
  }
}

// ---- grid ----

const RADIUS = 26;
const WIDTH = 2 * RADIUS + 1;
const cellQ: number[] = [];
const cellR: number[] = [];
const cellAt = new Map<number, number>();
const key = (q: number, r: number) => (q + 99) * 200 + (r + 99);
for (let r = -RADIUS; r <= RADIUS; r++) {
  for (let column = 0; column < WIDTH; column++) {
    const q = column - RADIUS - Math.floor(r / 2);
    const x = SPACING * (q + r / 2);
    const y = (SPACING * r * Math.sqrt(3)) / 2;
    let nearest = Number.POSITIVE_INFINITY;
    for (let unit = 0; unit < COUNT; unit++) nearest = Math.min(nearest, Math.hypot(x - aimX[unit]!, y - aimY[unit]!));
    if (nearest > 4.5 * SPACING) continue;
    cellAt.set(key(q, r), cellQ.length);
    cellQ.push(q);
    cellR.push(r);
  }
}
const CELLS = cellQ.length;
const cellX = Float64Array.from(cellQ, (q, cell) => SPACING * (q + cellR[cell]! / 2));
const cellY = Float64Array.from(cellR, (r) => (SPACING * r * Math.sqrt(3)) / 2);
const STEPS = [
  [1, 0],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [0, -1],
  [1, -1],
] as const;
const around = cellQ.map((q, cell) => STEPS.map(([dq, dr]) => cellAt.get(key(q + dq, cellR[cell]! + dr)) ?? -1));

// ---- first: optimal assignment (Hungarian method, shortest augmenting paths) ----

function assign(): Int32Array {
  const rowPrice = new Float64Array(COUNT + 1);
  const columnPrice = new Float64Array(CELLS + 1);
  const takenBy = new Int32Array(CELLS + 1);
  const way = new Int32Array(CELLS + 1);
  for (let row = 1; row <= COUNT; row++) {
    takenBy[0] = row;
    let column = 0;
    const cheapest = new Float64Array(CELLS + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(CELLS + 1);
    do {
      used[column] = 1;
      const unit = takenBy[column]! - 1;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let other = 1; other <= CELLS; other++) {
        if (used[other]) continue;
        const distance = (aimX[unit]! - cellX[other - 1]!) ** 2 + (aimY[unit]! - cellY[other - 1]!) ** 2;
        const reduced = distance - rowPrice[unit + 1]! - columnPrice[other]!;
        if (reduced < cheapest[other]!) {
          cheapest[other] = reduced;
          way[other] = column;
        }
        if (cheapest[other]! < delta) {
          delta = cheapest[other]!;
          next = other;
        }
      }
      for (let other = 0; other <= CELLS; other++) {
        if (used[other]) {
          rowPrice[takenBy[other]!]! += delta;
          columnPrice[other]! -= delta;
        } else cheapest[other]! -= delta;
      }
      column = next;
    } while (takenBy[column] !== 0);
    while (column !== 0) {
      const previous = way[column]!;
      takenBy[column] = takenBy[previous]!;
      column = previous;
    }
  }
  const cells = new Int32Array(COUNT);
  for (let column = 1; column <= CELLS; column++) if (takenBy[column]) cells[takenBy[column]! - 1] = column - 1;
  return cells;
}

// ---- then: simulated annealing ----

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const cellOf = assign();
const unitAt = new Int32Array(CELLS).fill(-1);
for (const [unit, cell] of cellOf.entries()) unitAt[cell] = unit;

const FLANDERS = new Set(['GM1714', 'GM0715', 'GM0677'].map((code) => indexOf.get(code)!));
/** Provinces with open water between: only their true neighbours may touch. */
const ACROSS = new Set(['PV21PV27', 'PV24PV27', 'PV28PV29']);
const isAcrossWater = (a: number, b: number) =>
  island[a] ||
  island[b] ||
  FLANDERS.has(a) !== FLANDERS.has(b) ||
  ACROSS.has([units[a]!.province, units[b]!.province].sort().join(''));

/** What it costs that two units lie side by side; nothing beside (-1) is the sea or abroad. */
function sideBySide(a: number, b: number): number {
  if (touches[a * COUNT + b])
    return a >= LAND && b >= LAND ? -WEIGHTS.water / 2 : a >= LAND || b >= LAND ? -WEIGHTS.water : -WEIGHTS.kept;
  if (a >= LAND || b >= LAND) return WEIGHTS.stranger;
  if (isAcrossWater(a, b)) return WEIGHTS.acrossWater;
  return provinceOf[a] === provinceOf[b] ? WEIGHTS.stranger : WEIGHTS.strangerAbroad;
}

function turned(a: number, b: number): number {
  const fromX = unitX[b]! - unitX[a]!;
  const fromY = unitY[b]! - unitY[a]!;
  const toX = cellX[cellOf[b]!]! - cellX[cellOf[a]!]!;
  const toY = cellY[cellOf[b]!]! - cellY[cellOf[a]!]!;
  return 1 - (fromX * toX + fromY * toY) / (Math.hypot(fromX, fromY) * Math.hypot(toX, toY));
}

/** Neighbours that cannot touch should at least not drift apart. */
function apart(a: number, b: number): number {
  const q = cellQ[cellOf[a]!]! - cellQ[cellOf[b]!]!;
  const r = cellR[cellOf[a]!]! - cellR[cellOf[b]!]!;
  return WEIGHTS.apart * (Math.max(Math.abs(q), Math.abs(r), Math.abs(q + r)) - 1);
}

function costOf(unit: number): number {
  const cell = cellOf[unit]!;
  const distance = (aimX[unit]! - cellX[cell]!) ** 2 + (aimY[unit]! - cellY[cell]!) ** 2;
  let cost = (unit < LAND ? WEIGHTS.place : WEIGHTS.waterPlace) * distance;
  let friends = 0;
  for (const next of around[cell]!) {
    const other = next < 0 ? -1 : unitAt[next]!;
    if (other < 0) {
      if (unit >= LAND && unit < LAND + LAKES) cost += WEIGHTS.leak;
      continue;
    }
    cost += sideBySide(unit, other);
    if (touches[unit * COUNT + other]) friends++;
  }
  if (friends === 0 && neighboursOf[unit]!.length > 0) cost += WEIGHTS.lonely;
  for (const other of neighboursOf[unit]!) cost += WEIGHTS.direction * turned(unit, other) + apart(unit, other);
  for (const other of fartherOf[unit]!) cost += WEIGHTS.far * 0.25 * turned(unit, other);
  return cost;
}

function sharedCost(a: number, b: number): number {
  let cost = around[cellOf[a]!]!.includes(cellOf[b]!) ? sideBySide(a, b) : 0;
  if (touches[a * COUNT + b]) cost += WEIGHTS.direction * turned(a, b) + apart(a, b);
  else if (fartherOf[a]!.includes(b)) cost += WEIGHTS.far * 0.25 * turned(a, b);
  return cost;
}

/** An empty cell between occupied ones is a hole: the more closed in, the worse. */
function holeCost(cell: number): number {
  if (unitAt[cell]! >= 0) return 0;
  let closed = 0;
  for (const next of around[cell]!) if (next >= 0 && unitAt[next]! >= 0) closed++;
  return closed <= 3 ? 0 : WEIGHTS.hole * (closed - 3) ** 2;
}

function holesNear(a: number, b: number): number {
  let cost = holeCost(a) + holeCost(b);
  for (const cell of around[a]!) if (cell >= 0) cost += holeCost(cell);
  for (const cell of around[b]!) if (cell >= 0) cost += holeCost(cell);
  return cost;
}

const marking = { now: 0 };
const reached = new Int32Array(CELLS);
const shore = new Int32Array(CELLS);
const rim = around.flatMap((next, cell) => (next.includes(-1) ? [cell] : []));

/** The number of empty cells that cannot be reached from outside. */
function enclosedCells(): number {
  const stamp = ++marking.now;
  let empty = CELLS - COUNT;
  let height = 0;
  const visit = (cell: number) => {
    if (cell < 0 || reached[cell] === stamp || unitAt[cell]! >= 0) return;
    reached[cell] = stamp;
    shore[height++] = cell;
    empty--;
  };
  for (const cell of rim) visit(cell);
  while (height > 0) for (const next of around[shore[--height]!]!) visit(next);
  return empty;
}

const membersOf = provinces.map((_, province) => [...units.keys()].filter((unit) => provinceOf[unit] === province));
const mark = new Int32Array(COUNT);
const stack = new Int32Array(COUNT);

function piecesOf(province: number, next: (unit: number, visit: (other: number) => void) => void): number {
  const stamp = ++marking.now;
  let pieces = 0;
  for (const member of membersOf[province]!) {
    if (mark[member] === stamp) continue;
    pieces++;
    let height = 0;
    const visit = (other: number) => {
      if (provinceOf[other] !== province || mark[other] === stamp) return;
      mark[other] = stamp;
      stack[height++] = other;
    };
    visit(member);
    while (height > 0) next(stack[--height]!, visit);
  }
  return pieces;
}
const piecesLaid = (province: number) =>
  piecesOf(province, (unit, visit) => {
    for (const cell of around[cellOf[unit]!]!) if (cell >= 0 && unitAt[cell]! >= 0) visit(unitAt[cell]!);
  });
const piecesTrue = provinces.map((_, province) =>
  piecesOf(province, (unit, visit) => neighboursOf[unit]!.forEach(visit)),
);
const tornCost = (province: number, pieces: number) => WEIGHTS.torn * Math.abs(pieces - piecesTrue[province]!);

function exchange(a: number, b: number): void {
  const first = unitAt[a]!;
  const second = unitAt[b]!;
  unitAt[a] = second;
  unitAt[b] = first;
  if (first >= 0) cellOf[first] = b;
  if (second >= 0) cellOf[second] = a;
}

function anneal(): void {
  const random = randomFrom(SEED);
  const pieces = provinces.map((_, province) => piecesLaid(province));
  let enclosed = enclosedCells();
  const hot = 9;
  const cold = 0.12;
  for (let move = 0; move < MOVES; move++) {
    const heat = hot * (cold / hot) ** (move / MOVES);
    const unit = Math.floor(random() * COUNT);
    const from = cellOf[unit]!;
    const friends = neighboursOf[unit]!;
    const near = random() < 0.5 && friends.length > 0 ? cellOf[friends[Math.floor(random() * friends.length)]!]! : from;
    const to = around[near]![Math.floor(random() * 6)]!;
    if (to < 0 || to === from) continue;
    const other = unitAt[to]!;
    const before = costOf(unit) + (other < 0 ? holesNear(from, to) : costOf(other) - sharedCost(unit, other));
    exchange(from, to);
    let enclosedThen = enclosed;
    let after = costOf(unit) + (other < 0 ? holesNear(from, to) : costOf(other) - sharedCost(unit, other));
    const limit = before - heat * Math.log(random());
    let accepted = after - 2 * WEIGHTS.torn - WEIGHTS.enclosed * enclosed <= limit;
    if (accepted && other < 0) {
      const enclosedNow = enclosedCells();
      after += WEIGHTS.enclosed * (enclosedNow - enclosed);
      accepted = after - 2 * WEIGHTS.torn <= limit;
      if (accepted) enclosedThen = enclosedNow;
    }
    if (accepted) {
      const changed = [...new Set([provinceOf[unit]!, other < 0 ? -1 : provinceOf[other]!])].filter(
        (province) => province >= 0,
      );
      const now = changed.map(piecesLaid);
      for (const [at, province] of changed.entries())
        after += tornCost(province, now[at]!) - tornCost(province, pieces[province]!);
      accepted = after <= limit;
      if (accepted) enclosed = enclosedThen;
      if (accepted) for (const [at, province] of changed.entries()) pieces[province] = now[at]!;
    }
    if (!accepted) exchange(from, to);
  }
}

function statistics(): string {
  let kept = 0;
  let all = 0;
  let strangers = 0;
  let moved = 0;
  for (let a = 0; a < LAND; a++) {
    moved += Math.hypot(unitX[a]! - cellX[cellOf[a]!]!, unitY[a]! - cellY[cellOf[a]!]!);
    for (let b = a + 1; b < LAND; b++) {
      const beside = around[cellOf[a]!]!.includes(cellOf[b]!);
      if (touches[a * COUNT + b]) {
        all++;
        if (beside) kept++;
      } else if (beside) strangers++;
    }
  }
  const torn = provinces.map((code, province) => `${code} ${piecesLaid(province)}/${piecesTrue[province]}`).join(', ');
  return `${kept} van ${all} buurparen bewaard (${((100 * kept) / all).toFixed(1)}%), ${strangers} vreemden naast elkaar, gemiddeld ${(moved / LAND).toFixed(1)} km verschoven; stukken per provincie (gelegd/echt): ${torn}`;
}

const COLOURS = [
  '#8dd3c7',
  '#ffffb3',
  '#bebada',
  '#fb8072',
  '#80b1d3',
  '#fdb462',
  '#b3de69',
  '#fccde5',
  '#d9d9d9',
  '#bc80bd',
  '#ccebc5',
  '#ffed6f',
];

function preview(): string {
  const size = 26;
  const x = (cell: number) => (cellX[cell]! / SPACING) * size * Math.sqrt(3);
  const y = (cell: number) => (cellY[cell]! / SPACING) * size * Math.sqrt(3);
  const corner = (turn: number) =>
    `${(size * Math.sin((turn * Math.PI) / 3)).toFixed(1)},${(size * Math.cos((turn * Math.PI) / 3)).toFixed(1)}`;
  const shape = [0, 1, 2, 3, 4, 5].map(corner).join(' ');
  const used = [...cellOf.subarray(0, LAND)];
  const left = Math.min(...used.map(x)) - 2 * size;
  const top = Math.min(...used.map(y)) - 2 * size;
  const width = Math.max(...used.map(x)) + 2 * size - left;
  const height = Math.max(...used.map(y)) + 2 * size - top;
  const tiles = municipalities.map((each, unit) => {
    const cell = cellOf[unit]!;
    const label = each.name.replace(/^('s-|Den |De |Het )/, '').slice(0, 7);
    return `<g transform="translate(${x(cell).toFixed(1)} ${y(cell).toFixed(1)})"><polygon points="${shape}" fill="${COLOURS[provinceOf[unit]!]}" stroke="#fff"/><text text-anchor="middle" y="3">${label}</text></g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="9.5"><rect x="${left}" y="${top}" width="100%" height="100%" fill="#fff"/>${tiles.join('')}</svg>`;
}

console.log('toewijzing:', statistics());
anneal();
console.log('verfijnd:', statistics());

const land = [...cellOf.subarray(0, LAND)];
const leastQ = Math.min(...land.map((cell) => cellQ[cell]!));
const leastR = Math.min(...land.map((cell) => cellR[cell]!));
const tiles = municipalities.map(({ code }, unit) => ({
  code,
  q: cellQ[land[unit]!]! - leastQ,
  r: cellR[land[unit]!]! - leastR,
}));
const note =
  'Gemaakt door scripts/layout-hexagons.ts uit municipalities.json; niet met de hand aanpassen. Axiale coördinaten, punt omhoog: in tegelbreedtes is x = q + r/2 en y = r·√3/2.';
writeFileSync(
  reference('hexagons.json'),
  `{\n  "note": ${JSON.stringify(note)},\n  "tiles": [\n${tiles.map((tile) => `    ${JSON.stringify(tile)}`).join(',\n')}\n  ]\n}\n`,
);
const [, , picture] = process.argv;
if (picture) writeFileSync(picture, preview());
