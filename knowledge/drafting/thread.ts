import type { ContactStatus } from "#core/domain/contact.ts";
import type { DraftRule, DraftSource } from "#core/domain/draft.ts";
import type { Channel, Direction } from "#core/domain/interaction.ts";
import type { MailKind } from "../email/mail-kind.ts";
import type { DraftingSettings } from "./settings/settings.ts";

/** A message of the thread, as it is shown to whoever writes the answer. */
export interface ThreadMessage {
  /** Of the interaction. */
  id: string;
  direction: Direction | null;
  text: string;
  at: Date;
  /** Name or address of who wrote it. */
  sender: string | null;
}

/** Addresses, all of the thread's record; never from a text. */
export interface Recipients {
  /** The team's; null where no record tells it. */
  from: string | null;
  /** Empty where the contact has no address: such a reply cannot leave by mail. */
  to: string[];
  cc: string[];
}

/** A conversation with a message that waits, and all that its answer is written from. */
export interface ThreadToAnswer {
  contact: {
    id: string;
    /** Full name, else address, else the source's id. */
    name: string;
    firstName: string | null;
    company: string | null;
    assignedTo: string | null;
    status: ContactStatus;
  };
  conversationId: string;
  channel: Channel | null;
  subject: string | null;
  /** The message that is answered; `noAnswer` says why it is better left, if it is. */
  answers: { interactionId: string; text: string; at: Date; kind: MailKind; noAnswer: string | null };
  /** Oldest first, the last 40 at most; the answered one is among them. */
  messages: ThreadMessage[];
  /** Fields of the contact's record: ids "c:<field>". */
  record: DraftSource[];
  recipients: Recipients;
  /** What the reply's In-Reply-To and References are made of: ids without angle brackets, oldest first, 50 at most. */
  replyTo: { messageId: string | null; references: string[] };
  settings: DraftingSettings;
  /** Those that are active for this user, of any topic. */
  rules: DraftRule[];
  /** Who will sign. */
  sender: { user: string; name: string | null; firstName: string | null };
}
