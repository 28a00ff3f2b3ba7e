/** What a request was to leave behind. */
export type WriteKind = "contact" | "interaction" | "outcome" | "follow-up" | "change" | "job" | "draft";

/** A write with what became of it. */
export interface Write {
  kind: WriteKind;
  tenant: string;
  /** Stands in what it leaves, and in nothing else. */
  marker: string;
  /** The contact that it is about; of a new one, its own. */
  contactId?: string;
  /** "sent": nobody knows. "refused": told that it had no effect. */
  state: "sent" | "acknowledged" | "refused";
  /** Of what was made. */
  id?: string;
  /** The answer, where a write was refused that should not have been. */
  unexpected?: string;
}

/** All writes of a run, in the order in which they were first sent. */
export interface Journal {
  add(write: Omit<Write, "state" | "marker">): Write;
  all(): readonly Write[];
  acknowledged(kind?: WriteKind): Write[];
}

/** An empty journal. Markers are told apart by the run's name. */
export function openJournal(run: string): Journal {
  const writes: Write[] = [];
  return {
    add: (write) => {
      const made: Write = { ...write, marker: `${run}-${writes.length}-x`, state: "sent" };
      writes.push(made);
      return made;
    },
    all: () => writes,
    acknowledged: (kind) =>
      writes.filter((write) => write.state === "acknowledged" && (kind === undefined || write.kind === kind)),
  };
}
