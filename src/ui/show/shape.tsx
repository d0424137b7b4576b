/** What something says about itself. A kind is always shown as a word and a shape; its colour is extra. */
export type Kind = 'info' | 'ok' | 'warning' | 'error' | 'neutral';

const PATHS: Record<Kind, string> = {
  info: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm-1 6h2v5H7V7Zm0-3h2v2H7V4Z',
  ok: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm-1.2 10L3.6 7.8 5 6.4l1.8 1.8L11 4l1.4 1.4L6.8 11Z',
  warning: 'M8 1 .5 14.5h15L8 1ZM7 6h2v4H7V6Zm0 5h2v2H7v-2Z',
  error:
    'M5 1 1 5v6l4 4h6l4-4V5l-4-4H5Zm.9 3.5L8 6.6l2.1-2.1 1.4 1.4L9.4 8l2.1 2.1-1.4 1.4L8 9.4l-2.1 2.1-1.4-1.4L6.6 8 4.5 5.9l1.4-1.4Z',
  neutral: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8Z',
};

/**
 * The shape that goes with a kind: round and ticked, a triangle, an octagon… Decorative: the word stands beside it.
 * The drawing itself stands once in a page (`Shapes`), because a list may show hundreds.
 */
export function Shape(props: { kind: Kind }) {
  return (
    <svg class="ib-shape" width="16" height="16" aria-hidden="true">
      <use href={`#vorm-${props.kind}`} />
    </svg>
  );
}

/** The drawings of all shapes, once in every page. */
export function Shapes() {
  return (
    <svg hidden aria-hidden="true">
      {Object.entries(PATHS).map(([kind, path]) => (
        <symbol id={`vorm-${kind}`} viewBox="0 0 16 16" key={kind}>
          <path d={path} fill="currentColor" fill-rule="evenodd" />
        </symbol>
      ))}
    </svg>
  );
}
