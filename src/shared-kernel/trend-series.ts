/**
 * Something that is counted for the nation, quarter by quarter. The feature that owns the records declares it, with a contract view
 * in the database (`migrations/repeatable/050_insight_views.sql`) that holds no personal column: tenant_id, month, kind, count.
 */
export interface TrendSeries {
  /** In addresses and in the database. */
  readonly id: string;
  readonly view: `${string}.insight_${string}`;
  /** In Dutch, for people: what is counted, what it is counted by, and who counted. */
  readonly title: string;
  readonly kindsTitle: string;
  readonly source: string;
  /** What more of them says, and what it does not say. */
  readonly meaning: string;
  /**
   * For a view with `contributor_id` and `area` as well, since all its rows lie in one organisation: of each area the code of its
   * police unit. An area that is not here is unknown.
   */
  readonly unitOfArea?: Readonly<Record<string, string>>;
  /** Every value of `kind`, with its name. */
  readonly kinds: readonly { readonly id: string; readonly name: string }[];
}
