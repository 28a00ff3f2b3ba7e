/** What somebody means to do about a contact, and by when. */
export interface FollowUp {
  id: string;
  contactId: string;
  contactName: string;
  dueAt: Date;
  text: string;
  assignedTo: string | null;
  createdBy: string;
  createdAt: Date;
  updatedAt: Date;
  doneAt: Date | null;
}

/** Columns of `follow_ups f` joined with `contacts c`. */
export const followUpColumns = `f.id, f.contact_id, f.due_at, f.text, f.assigned_to, f.created_by, f.created_at, f.updated_at, f.done_at,
  coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.email, c.external_id) as contact_name, c.assigned_to as contact_assigned_to`;

export interface FollowUpRow {
  id: string;
  contact_id: string;
  due_at: Date;
  text: string;
  assigned_to: string | null;
  created_by: string;
  created_at: Date;
  updated_at: Date;
  done_at: Date | null;
  contact_name: string;
  contact_assigned_to: string | null;
}

export function toFollowUp(row: FollowUpRow): FollowUp {
  return {
    id: row.id,
    contactId: row.contact_id,
    contactName: row.contact_name,
    dueAt: row.due_at,
    text: row.text,
    assignedTo: row.assigned_to,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    doneAt: row.done_at,
  };
}
