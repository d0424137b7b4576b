const PATHS = {
  phone: 'M6 2h3l2 6-3 2c1 3 3 5 6 6l2-3 6 2v3c0 2-2 4-4 4C9 21 3 15 2 6c0-2 2-4 4-4Z',
  clock: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm1 5v5l4 2-1 2-5-3V7h2Z',
  coin: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm4 6-1 2a4 4 0 0 0-5 1h4v1.500H9.500v1H14V15h-4a4 4 0 0 0 5 1l1 2c-4 2-8 0-9-3H6v-1.500h1v-1H6V11h1c1-4 5-5 9-3Z',
  speech: 'M3 4h18v12H10l-5 5v-5H3V4Zm4 4v2h10V8H7Zm0 3v2h7v-2H7Z',
  bubbles: 'M2 3h13v9H8l-4 4v-4H2V3Zm15 5h5v9h-2v4l-4-4H9v-3h8V8Z',
  mask: 'M12 3a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4 21c0-5 4-8 8-8s8 3 8 8H4ZM2 3l19 17-1.500 1.500L.5 4.500Z',
  shield: 'M12 2 3 5v6c0 5 4 9 9 11 5-2 9-6 9-11V5l-9-3Zm-1 13-4-4 1.500-1.500L11 12l5-5 1.500 1.500Z',
  door: 'M4 2h10v4h-2V4H6v16h6v-2h2v4H4V2Zm12 5 5 5-5 5-1.500-1.500L17 13H9v-2h8l-2.500-2.500Z',
  list: 'M3 4h3v3H3V4Zm5 0h13v3H8V4ZM3 10h3v3H3v-3Zm5 0h13v3H8v-3ZM3 16h3v3H3v-3Zm5 0h13v3H8v-3Z',
  back: 'M9 4v4h6a6 6 0 0 1 0 12H6v-3h9a3 3 0 0 0 0-6H9v4L2 9.500Z',
  question:
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1 14h2v2h-2v-2Zm1-10c3 0 5 2 4 4-1 2-3 2-3 4h-2c0-3 3-3 3-5s-4-2-4 0H8c0-2 2-3 4-3Z',
  paper: 'M5 2h10l4 4v16H5V2Zm3 6v2h8V8H8Zm0 4v2h8v-2H8Zm0 4v2h5v-2H8Z',
  check: 'M9 16 4 11l-2 2 7 7L22 7l-2-2Z',
} as const;

export type Pictogram = keyof typeof PATHS;

/** A drawing beside a few words; the words say the same. */
export function Drawing({ of }: { of: Pictogram }) {
  return (
    <svg class="ib-pictogram" aria-hidden="true">
      <use href={`#beeld-${of}`} />
    </svg>
  );
}

/** The drawings, once in every page. */
export function Drawings() {
  return (
    <svg hidden aria-hidden="true">
      {Object.entries(PATHS).map(([name, path]) => (
        <symbol id={`beeld-${name}`} viewBox="0 0 24 24" key={name}>
          <path d={path} fill="currentColor" fill-rule="evenodd" />
        </symbol>
      ))}
    </svg>
  );
}
