import type { LeadIntent, RepIntent } from "./intents.ts";

interface Timed {
  /** Hours since the lead's beginning. */
  hours: number;
}

/** One email or LinkedIn message: what it is meant to say, not yet the words. */
export interface Message extends Timed {
  kind: "message";
  by: "lead" | "rep";
  thread: "first" | "proposal" | "linkedin";
  intents: readonly (LeadIntent | RepIntent)[];
  /** The appointment that it speaks of. */
  appointment?: Spoken;
}

/** A whole chat on the website. */
export interface Chat extends Timed {
  kind: "chat";
  by: "lead";
}

/** A call or a meeting. */
export interface Spoken extends Timed {
  kind: "call" | "meeting";
  by: "lead" | "rep";
  topic: "first" | "needs" | "proposal" | "voicemail" | "wrong number" | "fair";
  minutes: number;
  /** True when it is kept word by word as a conversation instead of as a note. */
  transcript: boolean;
}

/** A visit to the studio's website. */
export interface Web extends Timed {
  kind: "visit";
  by: "lead";
  page: string;
  minutes: number;
}

/** The website's contact form, sent in. */
export interface Form extends Timed {
  kind: "form";
  by: "lead";
  minutes: number;
}

/** One thing that happens between a lead and the studio. */
export type Act = Message | Chat | Spoken | Web | Form;

/** Everything that happens with one lead, in hours from its beginning. */
export interface Course {
  /** Ascending by time. */
  acts: Act[];
  /** When the last word on the outcome begins: a lead that is still open stands before it. */
  openUntil: number;
  /** When it is won or lost. */
  end: number;
}
