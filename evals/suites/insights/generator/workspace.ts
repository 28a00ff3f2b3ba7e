/** A workspace as rows, told by what the product stores and nothing of how they came about. */
export interface MadeWorkspace {
  companies: MadeCompany[];
  contacts: MadeContact[];
  conversations: MadeConversation[];
  interactions: MadeInteraction[];
  outcomes: MadeOutcome[];
}

export interface MadeCompany {
  id: string;
  name: string;
  industry: string | null;
  employees: number | null;
}

export interface MadeContact {
  id: string;
  number: number;
  firstName: string;
  lastName: string;
  companyId: string | null;
  status: "LEAD" | "PROSPECT" | "CUSTOMER" | "INACTIVE";
  source: string | null;
  assignedTo: string | null;
  campaign: string | null;
  /** Milliseconds. */
  createdAt: number;
}

export interface MadeConversation {
  id: string;
  contactId: string;
  channel: string;
  createdAt: number;
  lastAt: number;
  messages: number;
}

export interface MadeInteraction {
  id: string;
  contactId: string;
  conversationId: string | null;
  type: string;
  channel: string;
  direction: "INBOUND" | "OUTBOUND" | null;
  userId: string | null;
  at: number;
}

export interface MadeOutcome {
  contactId: string;
  result: "won" | "lost";
  at: number;
}
