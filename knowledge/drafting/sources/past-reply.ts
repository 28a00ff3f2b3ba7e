/** What the team wrote to another contact. */
export interface PastReply {
  /** Of the passage that was found: the reply itself, or the message that it answered. */
  no: number;
  contactId: string;
  /** Of the contact; null: not known, or none. */
  company: string | null;
  text: string;
  /** What must not be passed on: names of the contact, their company, whoever wrote, addresses and ids of the record. */
  private: readonly string[];
  /** What the message that was answered was after; null: not known. */
  intent: string | null;
  at: Date;
}
