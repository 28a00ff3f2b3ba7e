import { describeMetrics, metricsText } from "#tools/list-metrics.ts";
import { print } from "../output.ts";

/** `rapport metrics`: every metric with its definition. They are the same in every workspace, so none is opened. */
export async function metrics(options: { json?: boolean }): Promise<void> {
  const listed = describeMetrics();
  print(listed, options, () => metricsText(listed));
}
