import { parentPort, workerData } from "node:worker_threads";
import { askProduct } from "./ask-product.ts";
import type { MeasuringJob, MeasuringMessage } from "./in-threads.ts";
import { measureNull } from "./measure-null.ts";
import { measurePlanted } from "./measure-planted.ts";

// The body of a measuring thread: measures its share of the workspaces and says so after each.

const job = workerData as MeasuringJob;
const tell = (message: MeasuringMessage) => parentPort?.postMessage(message);
const onDone = (done: number) => tell({ done });
const results =
  job.part === "null"
    ? await measureNull({ ...job.run, onDone }, askProduct)
    : await measurePlanted({ ...job.run, onDone }, askProduct);
tell({ results });
