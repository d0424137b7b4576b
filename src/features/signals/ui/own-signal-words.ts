export const OWN_SIGNALS_PATH = '/signalen/eigen';
export const OWN_SIGNALS_TITLE = 'Signalen van uw gemeente';
export const NEW_OWN_SIGNAL_PATH = `${OWN_SIGNALS_PATH}/nieuw`;
/** Where a card with the signals of the municipality is printed; with the work and the fold in the address. */
export const OWN_CARD_PATH = `${OWN_SIGNALS_PATH}/kaarten.pdf`;
