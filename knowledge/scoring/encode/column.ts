import { z } from "zod";

const place = {
  /** The feature's name in a row. */
  source: z.string(),
  /** Its first column in the design matrix. */
  offset: z.number().int(),
  width: z.number().int(),
  /** Whether its last column says that the value is missing. */
  missingFlag: z.boolean(),
};

/** A number: centred and scaled; the commonest value and a piecewise-linear basis beside it where they help. */
const numberColumn = z.object({
  kind: z.literal("number"),
  ...place,
  /** True when the number is the length of a text. */
  text: z.boolean(),
  /** True when ln(1 + x) is taken first. */
  log: z.boolean(),
  /** The 0.5 % and 99.5 % quantiles, beyond which values are pulled in. */
  low: z.number(),
  high: z.number(),
  centre: z.number(),
  /** 0: no linear column, because the value does not vary. */
  scale: z.number(),
  /** A value that many leads share (999 for "never"): has a column of its own and no place on the scale. */
  spike: z.number().nullable(),
  /** Knots of the piecewise-linear basis, ascending; none when there is none. */
  knots: z.array(z.number()),
});

const categoryColumn = z.object({
  kind: z.literal("category"),
  ...place,
  /** One column each. */
  levels: z.array(z.string()),
  /** Levels too rare for a column of their own share one, the column after the levels. */
  rare: z.array(z.string()),
});

const booleanColumn = z.object({ kind: z.literal("boolean"), ...place });

/** How one feature becomes columns of numbers. */
export const columnEncoding = z.discriminatedUnion("kind", [numberColumn, categoryColumn, booleanColumn]);
export type ColumnEncoding = z.infer<typeof columnEncoding>;
export type NumberColumn = z.infer<typeof numberColumn>;
export type CategoryColumn = z.infer<typeof categoryColumn>;

/** A feature that the model does not use, and why, as a sentence fragment. */
export const droppedColumn = z.object({ name: z.string(), reason: z.string() });
export type DroppedColumn = z.infer<typeof droppedColumn>;

/** An encoding whose place in the matrix is not yet known. */
export type Unplaced<T> = T extends unknown ? Omit<T, "offset" | "source"> : never;
