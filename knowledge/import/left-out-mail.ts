import type { PlannedMail } from "./email-plan.ts";

/** Says how many mails were left out on purpose, and why. */
export function leftOutWarnings(mails: readonly PlannedMail[]): string[] {
  const among = mails.filter(({ participants }) => participants.direction === null).length;
  const machines = mails.filter(
    ({ participants, isPersonal }) => participants.direction !== null && !isPersonal,
  ).length;
  const rest = mails.length - among - machines;
  return [
    ...(among > 0 ? [`${counted(among)} left out: nobody outside the team takes part.`] : []),
    ...(machines > 0
      ? [
          `${counted(machines)} left out: from mailing lists, bulk senders and machines, in no thread with a person.`,
        ]
      : []),
    ...(rest > 0
      ? [`${counted(rest)} left out: in a thread without an address outside the team that can be read.`]
      : []),
  ];
}

function counted(count: number): string {
  return count === 1 ? "1 mail was" : `${count} mails were`;
}
