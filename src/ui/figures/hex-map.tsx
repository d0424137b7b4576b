/** How a tile looks. Each look has its own drawing inside the hexagon, so that it reads without colour. */
export type HexLook = 'full' | 'core' | 'bar' | 'dot' | 'cross' | 'hatch' | 'open';

export interface HexTile {
  /** The CBS code of the municipality, such as 'GM0014'. */
  readonly code: string;
  readonly name: string;
  /** Axial coordinates on a pointy-top grid: q to the east, r to the south-east. */
  readonly q: number;
  readonly r: number;
  /** One of the states of the legend. */
  readonly state: string;
  /** The state of this municipality in words: 'geborgd tot 1 maart 2027'. */
  readonly stateLabel: string;
  readonly href?: string | undefined;
  /** The province; between different ones a border is drawn. */
  readonly group?: string | undefined;
  /** Stands out, for instance one's own municipality. */
  readonly highlighted?: boolean | undefined;
  /** Not asked for: drawn as an empty place, without name, state or link, so that the map keeps its shape. */
  readonly aside?: boolean | undefined;
}

export interface HexLegendItem {
  readonly state: string;
  readonly label: string;
  readonly look: HexLook;
}

/** Width and radius of a tile. Columns stand at whole numbers, and rows 15.6 apart: short in the page, which holds hundreds. */
const W = 18;
const R = W / Math.sqrt(3);
const round = (value: number) => Math.round(value * 10) / 10;
const centre = (q: number, r: number) => [W * (q + r / 2), 1.5 * R * r] as const;
const corner = (k: number, radius: number) => {
  const angle = (Math.PI / 3) * k - Math.PI / 2;
  return [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
};
const hexagon = (radius: number) => [0, 1, 2, 3, 4, 5].map((k) => corner(k, radius).map(round).join(',')).join(' ');

const OUTER = hexagon(R - 0.6);
const INNER = hexagon(R * 0.48);

/** The neighbour across the edge between corner k and k + 1, for three of the six edges; the others are those neighbours' own. */
const EDGES = [
  [0, 1, -1],
  [1, 1, 0],
  [2, 0, 1],
] as const;

function Drawing(props: { look: HexLook }) {
  return (
    <>
      <polygon class={`ib-hex__tile ib-hex__tile--${props.look}`} points={OUTER} />
      {props.look === 'core' ? <polygon class="ib-hex__ink" points={INNER} /> : null}
      {props.look === 'bar' ? <rect class="ib-hex__ink" x="-5.5" y="-1.6" width="11" height="3.2" /> : null}
      {props.look === 'dot' ? <circle class="ib-hex__ink" r="2.4" /> : null}
      {props.look === 'hatch' ? <path class="ib-hex__stroke" d="M-6 2 2-6M-5 5 5-5M-2 6 6-2" /> : null}
      {props.look === 'cross' ? <path class="ib-hex__stroke" d="M-3.6-3.6 3.6 3.6M3.6-3.6-3.6 3.6" /> : null}
    </>
  );
}

/** The lines between tiles of different groups, as one path. */
function borders(tiles: readonly HexTile[]): string {
  const at = new Map(tiles.map((tile) => [`${tile.q},${tile.r}`, tile]));
  return tiles
    .flatMap((tile) =>
      EDGES.flatMap(([k, dq, dr]) => {
        const other = at.get(`${tile.q + dq},${tile.r + dr}`);
        if (!other || other.group === tile.group) return [];
        const [x, y] = centre(tile.q, tile.r);
        const [ax, ay] = corner(k, R);
        const [bx, by] = corner(k + 1, R);
        return [`M${round(x + ax)} ${round(y + ay)}l${round(bx - ax)} ${round(by - ay)}`];
      }),
    )
    .join('');
}

/**
 * One equal hexagon for every municipality: each counts the same, however large. Each tile is a link with the name and
 * state of its municipality; the legend tells the looks apart. A table with the same facts must stand on the page:
 * `tableId` is where people go who would rather read than look.
 */
export function HexMap(props: {
  id: string;
  title: string;
  description: string;
  tiles: readonly HexTile[];
  legend: readonly HexLegendItem[];
  tableId?: string | undefined;
  /** What a highlighted tile is, in the legend. */
  highlightLabel?: string | undefined;
}) {
  const { id, tiles, legend } = props;
  const looks = [...new Set(legend.map((item) => item.look))];
  const lookOf = new Map(legend.map((item) => [item.state, item.look]));
  const points = tiles.map((tile) => centre(tile.q, tile.r));
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const left = tiles.length > 0 ? Math.min(...xs) - R - 2 : 0;
  const top = tiles.length > 0 ? Math.min(...ys) - R - 2 : 0;
  const width = tiles.length > 0 ? Math.max(...xs) + R + 2 - left : 1;
  const height = tiles.length > 0 ? Math.max(...ys) + R + 2 - top : 1;
  const counts = new Map<string, number>();
  for (const tile of tiles) if (!tile.aside) counts.set(tile.state, (counts.get(tile.state) ?? 0) + 1);
  return (
    <div class="ib-map">
      {props.tableId ? (
        <a class="utrecht-skip-link ib-map__skip" href={`#${props.tableId}`}>
          Sla de kaart over, naar de tabel
        </a>
      ) : null}
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing full of links is a group, not a fieldset */}
      <svg
        class="ib-map__drawing"
        viewBox={[left, top, width, height].map(round).join(' ')}
        role="group"
        aria-labelledby={`${id}-titel ${id}-uitleg`}
        data-hex-map
      >
        <title id={`${id}-titel`}>{props.title}</title>
        <desc id={`${id}-uitleg`}>{props.description}</desc>
        <defs>
          {looks.map((look) => (
            <g id={`${id}-${look}`} key={look}>
              <Drawing look={look} />
            </g>
          ))}
          {tiles.some((tile) => tile.aside) ? (
            <polygon class="ib-hex__tile ib-hex__tile--aside" id={`${id}-leeg`} points={OUTER} />
          ) : null}
          <path id={`${id}-grens`} d={borders(tiles)} />
          <polygon id={`${id}-ring`} points={hexagon(R)} />
        </defs>
        {tiles.map((tile, index) => {
          const [x, y] = points[index]!;
          if (tile.aside) return <use href={`#${id}-leeg`} x={round(x)} y={round(y)} key={tile.code} />;
          const inside = (
            <>
              <title>{`${tile.name}: ${tile.stateLabel}`}</title>
              <use href={`#${id}-${lookOf.get(tile.state) ?? 'open'}`} x={round(x)} y={round(y)} />
            </>
          );
          return tile.href ? (
            <a class="ib-hex" href={tile.href} key={tile.code}>
              {inside}
            </a>
          ) : (
            // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: an svg group is not interactive
            <g class="ib-hex" role="img" aria-label={`${tile.name}: ${tile.stateLabel}`} key={tile.code}>
              {inside}
            </g>
          );
        })}
        <use class="ib-map__borders ib-map__borders--halo" href={`#${id}-grens`} />
        <use class="ib-map__borders" href={`#${id}-grens`} />
        {tiles.map((tile, index) => {
          if (!tile.highlighted) return null;
          const [x, y] = points[index]!;
          const place = { href: `#${id}-ring`, x: round(x), y: round(y) };
          return (
            <g class="ib-map__ring" key={tile.code}>
              <use class="ib-map__ring-edge" {...place} />
              <use {...place} />
            </g>
          );
        })}
      </svg>
      <div class="ib-map__side">
        <p class="ib-map__name" aria-hidden="true" data-hex-name hidden />
        <ul class="ib-legend" aria-label="Legenda">
          {legend.map((item) => (
            <li class="ib-legend__item" key={item.state}>
              <svg
                class="ib-legend__sample"
                viewBox="-11 -11 22 22"
                width="24"
                height="24"
                aria-hidden="true"
                focusable="false"
              >
                <Drawing look={item.look} />
              </svg>
              <span>{item.label}</span>
              <data class="ib-legend__count" value={String(counts.get(item.state) ?? 0)}>
                {counts.get(item.state) ?? 0}
              </data>
            </li>
          ))}
          {tiles.some((tile) => tile.highlighted) ? (
            <li class="ib-legend__item">
              <svg
                class="ib-legend__sample"
                viewBox="-12 -12 24 24"
                width="24"
                height="24"
                aria-hidden="true"
                focusable="false"
              >
                <g class="ib-map__ring">
                  <polygon class="ib-map__ring-edge" points={OUTER} />
                  <polygon points={OUTER} />
                </g>
              </svg>
              <span>{props.highlightLabel ?? 'Uw gemeente'}</span>
            </li>
          ) : null}
        </ul>
      </div>
    </div>
  );
}
