/**
 * Lists of one organisation on which the same people may stand, by year: what an estimate is made of. The feature that owns the records
 * declares it, with a contract view in the database (`migrations/repeatable/050_insight_views.sql`) that holds counts only: tenant_id,
 * year, lists, persons, nameless.
 */
export interface ListSource {
  readonly view: `${string}.own_${string}`;
  /** In Dutch: who keeps these lists. */
  readonly source: string;
  /** Every list, with its name. */
  readonly names: Readonly<Record<string, string>>;
}
