import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import type { ModelProvider } from "./model-provider.ts";
import type { Managed } from "./processes.ts";

/** What there is to be broken. */
export interface Patient {
  servers: readonly Managed[];
  workers: readonly Managed[];
  model: ModelProvider;
  /** Ends all other connections to the database. */
  cutConnections(): Promise<void>;
  /** Crashes and starts the database's server; undefined: it is not ours. */
  restartDatabase: string | undefined;
  /** Holds the milliseconds that the last server's clock is wrong by. */
  clockFile: string;
}

/** Something that goes wrong: begun, held for a while, and ended. */
export interface Fault {
  name: string;
  begin(patient: Patient): Promise<void> | void;
  end?(patient: Patient): Promise<void> | void;
  /** Milliseconds that it lasts, where that is part of it. */
  lasts?: number;
  /** The server that a drain asks to end: what it had begun must not fail. */
  drains?(patient: Patient): Managed;
  isPossible?(patient: Patient): boolean;
}

const run = promisify(execFile);
const hour = 3_600_000;

/** A server that is picked once for each fault, so that what is ended is what was begun. */
const first = ({ servers }: Patient) => servers[0] as Managed;
const second = ({ servers }: Patient) => servers[1] as Managed;
const each = (managed: readonly Managed[], signal: NodeJS.Signals) =>
  Promise.all(managed.map((one) => one.end(signal)));
const shiftClock = (ms: number) => ({
  begin: ({ clockFile }: Patient) => writeFileSync(clockFile, String(ms)),
  end: ({ clockFile }: Patient) => writeFileSync(clockFile, "0"),
});

/** All faults, in no order. */
export const faults: readonly Fault[] = [
  { name: "server killed", begin: (p) => first(p).end("SIGKILL"), end: (p) => first(p).start() },
  {
    name: "worker killed",
    begin: ({ workers }) => workers[0]?.end("SIGKILL"),
    end: ({ workers }) => workers[0]?.start(),
  },
  {
    name: "all workers killed",
    begin: async ({ workers }) => void (await each(workers, "SIGKILL")),
    end: ({ workers }) => {
      for (const worker of workers) worker.start();
    },
  },
  {
    name: "database crashed",
    begin: async ({ restartDatabase = "" }) => {
      const [command = "", ...args] = restartDatabase.split(" ");
      await run(command, args, { timeout: 60_000 });
    },
    lasts: 0,
    isPossible: ({ restartDatabase }) => Boolean(restartDatabase),
  },
  { name: "connections cut", begin: ({ cutConnections }) => cutConnections(), lasts: 0 },
  {
    name: "connections cut again and again",
    begin: async ({ cutConnections }) => {
      for (let n = 0; n < 10; n++) {
        await cutConnections();
        await sleep(200);
      }
    },
    lasts: 0,
  },
  {
    name: "server halted",
    begin: (p) => second(p).signal("SIGSTOP"),
    end: (p) => second(p).signal("SIGCONT"),
    lasts: 5_000,
  },
  {
    name: "model hangs",
    begin: ({ model }) => model.become("hangs"),
    end: ({ model }) => model.become("answers"),
  },
  {
    name: "model refuses",
    begin: ({ model }) => model.become("refuses"),
    end: ({ model }) => model.become("answers"),
  },
  { name: "clock 2 h ahead", ...shiftClock(2 * hour) },
  { name: "clock 2 h behind", ...shiftClock(-2 * hour) },
  {
    name: "server drained",
    begin: (p) => second(p).end("SIGTERM"),
    end: (p) => second(p).start(),
    lasts: 0,
    drains: second,
  },
  {
    name: "worker drained",
    begin: ({ workers }) => workers[1]?.end("SIGTERM"),
    end: ({ workers }) => workers[1]?.start(),
    lasts: 0,
  },
];
