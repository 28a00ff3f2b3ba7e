/** A stored message, call or note with what it is read together with. */
export interface MessageRecord {
  id: string;
  conversationId: string | null;
  contactId: string;
  contactName: string | null;
  company: string | null;
  type: string | null;
  /** Its own, else its conversation's. */
  channel: string | null;
  /** Its own. */
  subject: string | null;
  conversationSubject: string | null;
  content: string | null;
  direction: string | null;
  sender: string | null;
  /** ISO 8601. */
  occurredAt: string;
}
