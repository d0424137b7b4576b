/**
 * Beginnings of words, in Dutch and English, that say where somebody is from, what somebody believes, wears, carries or looks like.
 * None of that is ever a signal (dossier, 2.1; field review, "Recognise it"). A `$` closes a word that begins harmless ones.
 */
const BEGINNINGS: readonly string[] = [
  // where somebody is from
  ...'nationaliteit etnici afkomst buitenlander allochto nationalit ethnic race$ foreigner'.split(' '),
  ...'oekraï oekrai ukrain pools$ poolse polen$ polish poland roemeen roemen roemeni romanian romania bulga hongaar hongarije hungar'.split(
    ' ',
  ),
  ...'nigeri ghana ghanees eritre somali syri syrisch turk$ turks turkse turkije turkey turkish marok morocc chine china vietnam albane albani'.split(
    ' ',
  ),
  ...'afgha afghan filipij filipin philippin indones brazil brazi colombi venezol venezuel surina antill pakistan india$ indiase indian'.split(
    ' ',
  ),
  ...'afrika africa aziat aziatisch asian asia$ oost-europ oosteurop eastern-europ latijns latin-am arabi arab$ russi russen'.split(
    ' ',
  ),
  ...'roma$ sinti zigeuner gypsy gipsy nederlander'.split(' '),
  // what somebody believes
  ...'religi geloof islam moslim muslim christen christian katholi catholic joods jewish jood$ hindoe hindu boeddh buddh'.split(
    ' ',
  ),
  ...'voodoo juju winti hekserij witchcraft kerk kerken church moskee mosque koran quran bijbel bible imam pastoor'.split(
    ' ',
  ),
  // what somebody wears or carries
  ...'kleding kleren kleedt gekleed rok$ rokje jurk hoofddoek sluier schoenen hakken$ lingerie cloth dress skirt headscarf veil$ veils$ veiled shoes heels$'.split(
    ' ',
  ),
  ...'condoom condom glijmiddel lubricant'.split(' '),
  // what somebody looks like
  ...'uiterlijk huidskleur huid$ skin$ make-up makeup opgemaakt tatoeag tattoo piercing blond haarkleur getint appearance'.split(
    ' ',
  ),
  // a marriage that the family arranged is not a forced one
  ...'gearrangeerd arranged$'.split(' '),
];

const PATTERN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${BEGINNINGS.map((beginning) =>
    beginning.endsWith('$') ? `${beginning.slice(0, -1)}(?![\\p{L}\\p{N}])` : beginning,
  ).join('|')})[\\p{L}\\p{N}-]*`,
  'iu',
);

/** The first word in a signal that may never be a signal; undefined when there is none. */
export function neverASignal(text: string): string | undefined {
  return PATTERN.exec(text)?.[0];
}

/** A text without the words that may never be a signal. */
export function withoutNeverASignal(text: string): string {
  return text.replace(new RegExp(PATTERN, 'giu'), ' ').trim();
}
