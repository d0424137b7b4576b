import { autocompleteSelects } from './autocomplete-select.ts';
import { filterTables } from './filter-table.ts';
import { focusErrorSummary } from './focus-error-summary.ts';
import { guardDoubleSubmit } from './guard-double-submit.ts';
import { leaveQuickly } from './leave-quickly.ts';
import { roamMaps } from './roam-map.ts';
import { sortTables } from './sort-table.ts';

// What the browser adds to every page. All of it may be missing: the pages work without.
autocompleteSelects(document);
sortTables(document);
filterTables(document);
roamMaps(document);
guardDoubleSubmit(document);
focusErrorSummary(document);
leaveQuickly(document);
