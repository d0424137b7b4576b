const HEXAGON = '0,-10 8.66,-5 8.66,5 0,10 -8.66,5 -8.66,-5';
const STEP = 20;

/**
 * A share as hexagons of which that part is filled, the last one in part: the figure behind the mark of In Beeld.
 * `share` runs from 0 to 1; `label` says it in words and is what a screen reader hears.
 */
export function ShareInHexagons(props: { id: string; share: number; label: string; of?: number | undefined }) {
  const count = props.of ?? 6;
  const filled = Math.min(1, Math.max(0, props.share)) * count;
  return (
    <svg
      class="ib-share"
      viewBox={`-11 -11 ${STEP * (count - 1) + 22} 22`}
      role="img"
      aria-label={props.label}
      focusable="false"
    >
      <defs>
        <clipPath id={`${props.id}-deel`}>
          <rect x="-8.66" y="-10" width={((filled % 1) * 17.32).toFixed(2)} height="20" />
        </clipPath>
      </defs>
      {Array.from({ length: count }, (_, index) => (
        <g key={index} transform={`translate(${index * STEP} 0)`}>
          <polygon class="ib-share__unseen" points={HEXAGON} />
          {index + 1 <= filled ? <polygon class="ib-share__in-view" points={HEXAGON} /> : null}
          {index < filled && filled < index + 1 ? (
            <polygon class="ib-share__in-view" points={HEXAGON} clip-path={`url(#${props.id}-deel)`} />
          ) : null}
        </g>
      ))}
    </svg>
  );
}
