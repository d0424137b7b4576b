/** One column of the database, as evidence of what is kept for an activity. */
export interface ColumnEvidence {
  /** 'schema.table.column' */
  readonly name: string;
  /** Its class of data, such as 'D3'. */
  readonly dataClass: string;
  /** Unreadable in the database: only the vault opens it. */
  readonly isSealed: boolean;
}

/** What the product really has for one or more activities: from the tables and addresses themselves, never from what somebody wrote of them. */
export interface Evidence {
  /** How many addresses serve them. */
  readonly addresses: number;
  /** Every column that is not public, each once. */
  readonly columns: readonly ColumnEvidence[];
}

export type EvidenceOf = (activities: readonly string[]) => Evidence;
