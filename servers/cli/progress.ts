import ora from "ora";

const patienceMs = 2_000;

export interface Progress {
  update(text: string): void;
  stop(): void;
}

/** A line on the terminal for work that takes more than two seconds; nothing when stderr is no terminal. */
export function startProgress(text: string): Progress {
  // A terminal without a width (a recorder, a container) makes the spinner repaint for ever.
  if (!process.stderr.isTTY || !process.stderr.columns) return { update: () => {}, stop: () => {} };
  const spinner = ora({ text, stream: process.stderr });
  const timer = setTimeout(() => spinner.start(), patienceMs);
  return {
    update: (next) => {
      spinner.text = next;
    },
    stop: () => {
      clearTimeout(timer);
      spinner.stop();
    },
  };
}
