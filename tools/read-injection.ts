import { flaggedFrom, type InjectionSignal, injectionSignal } from "#knowledge/injection/injection-signal.ts";

/** How much a message looks as if it were meant for an assistant. */
export type MessageInjection = InjectionSignal;

/** Signs of injected instructions in a message: they mark a draft for review and protect nothing. */
export function readInjection(message: string): MessageInjection {
  return injectionSignal(message);
}

/** Whether a person should look. */
export function isFlagged({ score }: MessageInjection): boolean {
  return score >= flaggedFrom;
}
