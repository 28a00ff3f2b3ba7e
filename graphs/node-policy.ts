import "./without-run-trees.ts";

/**
 * The limits of a graph node: one attempt, cut off after a time. Nodes are tried once because whatever they call
 * (models, the database) already tries again where that can help; a second layer would only multiply the wait.
 */
export function nodePolicy(timeoutMs: number) {
  return { timeout: timeoutMs, retryPolicy: { maxAttempts: 1, jitter: false, logWarning: false } };
}
