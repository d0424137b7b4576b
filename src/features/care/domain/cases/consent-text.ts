/** Under what the texts below are known. They are ours; no lawyer looked them through yet, and the page says so. */
export const CONSENT_TEXT_EDITION = 'zorg-2026-11';

/** What is read out before help begins. */
export const HELP_TEXT =
  'Een zorgcoördinator helpt u met wat u nodig hebt: een veilige plek, een advocaat, papieren, zorg en inkomen. U beslist zelf mee. ' +
  'Wij schrijven op wat nodig is om u te helpen. Anderen krijgen dat alleen als u het goed vindt. U hoeft geen aangifte te doen. ' +
  'U mag altijd stoppen, en u mag vragen wat er over u staat. Vindt u het goed dat wij u helpen?';

/** What is read out before anything goes to another organisation. */
export const shareText = (receiver: string): string =>
  `Wij willen u laten helpen door ${receiver}. Daarvoor geven wij door wie u bent, wat u nodig hebt en wat er nodig is om veilig te ` +
  'blijven. Alleen deze organisatie krijgt het. U mag nee zeggen; dan helpen wij u net zo goed. U mag uw toestemming altijd weer ' +
  'intrekken. Dan kan deze organisatie het niet meer lezen. Vindt u het goed?';
