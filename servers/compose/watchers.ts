import type { ModelCall, RecordModelCall } from "#core/model-call.ts";
import type { AuditWriter } from "#knowledge/audit/write-audit.ts";
import type { ToolRun, ToolWatch } from "./scoped-tools.ts";

/** What a server counts. */
export interface Watcher {
  toolRan?(run: ToolRun): void;
  modelCalled?(call: ModelCall): void;
}

/** Joins those who want to know of runs and calls; none, until a server counts them. */
export function openWatchers() {
  const watchers: Watcher[] = [];
  return {
    add: (watcher: Watcher) => void watchers.push(watcher),
    toolWatch: (audit: AuditWriter): ToolWatch => ({
      audit: audit.write,
      ran: (run) => {
        for (const watcher of watchers) watcher.toolRan?.(run);
      },
    }),
    alsoTelling:
      (record: RecordModelCall): RecordModelCall =>
      (call) => {
        for (const watcher of watchers) watcher.modelCalled?.(call);
        return record(call);
      },
  };
}
