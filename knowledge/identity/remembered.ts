const most = 10_000;

export interface Remembering {
  /** Milliseconds for which an answer holds. */
  ms: number;
  /** Milliseconds since 1970. */
  now: () => number;
  /** What an answer is kept under, where the question itself is a secret. */
  nameOf?: (question: string) => string;
}

/** Asks once and keeps the answer for a while; those who ask meanwhile share the first one's. Failures are not kept, nor more than 10,000 answers. */
export function remembered<T>(
  ask: (question: string) => Promise<T>,
  { ms, now, nameOf = (question) => question }: Remembering,
): (question: string) => Promise<T> {
  const kept = new Map<string, { answer: Promise<T>; until: number }>();
  return (question) => {
    const name = nameOf(question);
    const found = kept.get(name);
    if (found && found.until > now()) return found.answer;
    const answer = ask(question);
    kept.delete(name);
    kept.set(name, { answer, until: now() + ms });
    answer.catch(() => {
      if (kept.get(name)?.answer === answer) kept.delete(name);
    });
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return answer;
  };
}
