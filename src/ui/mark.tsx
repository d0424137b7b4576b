const RADIUS = 7;
const HEXAGON = [0, 1, 2, 3, 4, 5]
  .map((corner) => (Math.PI / 3) * corner - Math.PI / 2)
  .map((angle) => `${(RADIUS * Math.cos(angle)).toFixed(2)},${(RADIUS * Math.sin(angle)).toFixed(2)}`)
  .join(' ');

/** The centres of six pointy-top hexagons around an open middle, starting upper right and going clockwise. */
const CENTRES = [-60, 0, 60, 120, 180, 240].map((degrees) => {
  const angle = (degrees * Math.PI) / 180;
  return [24 + 14.6 * Math.cos(angle), 24 + 14.6 * Math.sin(angle)] as const;
});

/** The mark: six small hexagons around an open middle, one of them filled. One in six is in view. Decorative: a name stands beside it. */
export function Mark() {
  return (
    <svg class="ib-mark" viewBox="0 0 48 48" width="40" height="40" aria-hidden="true" focusable="false">
      {CENTRES.map(([x, y], index) => (
        <polygon
          key={index}
          class={index === 0 ? 'ib-mark__in-view' : 'ib-mark__unseen'}
          points={HEXAGON}
          transform={`translate(${x.toFixed(2)} ${y.toFixed(2)})`}
        />
      ))}
    </svg>
  );
}
