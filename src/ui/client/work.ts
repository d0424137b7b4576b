import './public.ts';
import { sessionNotice } from './session-notice.ts';

// What the browser adds to the pages of someone who is signed in, besides what every page gets.
sessionNotice(document);
