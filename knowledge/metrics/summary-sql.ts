/** How many values of a sample are told at most. */
export const sampleSize = 500;

/**
 * SQL that makes JSON of an array of whole numbers: [how many, their median, the sorted values]; of more than 500 values 500 that lie
 * evenly between the least and the greatest in rank, so that the same data have the same sample. Null of no array.
 */
export function summaryOf(values: string): string {
  const sample = `case when n <= ${sampleSize} then to_json(v) else (
        select json_agg(v[1 + place * (n - 1)::bigint / ${sampleSize - 1}]) from generate_series(0, ${sampleSize - 1}) place) end`;
  return sorted(values, `json_build_array(n, ${median}, ${sample})`);
}

/** The same without the values. */
export function medianOf(values: string): string {
  return sorted(values, `json_build_array(n, ${median})`);
}

const median = "(v[(n + 1) / 2] + v[n / 2 + 1]) / 2.0";

function sorted(values: string, result: string): string {
  return `(select ${result} from (
      select v, cardinality(v) as n from (select array_agg(x order by x) as v from unnest(${values}) x) a) b where n > 0)`;
}
