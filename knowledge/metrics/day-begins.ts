/**
 * SQL for the moment at which a local midnight (a timestamp without zone) comes about in a zone: where it is skipped, when the next
 * hour begins; where it comes twice, the first time (Postgres alone takes the second).
 */
export function dayBegins(midnight: string, zone: string): string {
  const at = `(${midnight} at time zone ${zone})`;
  return `case when (${at} - interval '1 hour') at time zone ${zone} >= ${midnight} then ${at} - interval '1 hour' else ${at} end`;
}
