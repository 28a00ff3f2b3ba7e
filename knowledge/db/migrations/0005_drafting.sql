CREATE TABLE "draft_handles" (
	"tenant_id" uuid NOT NULL,
	"handle" uuid NOT NULL,
	"draft_id" uuid NOT NULL,
	"issued_to" text NOT NULL,
	"issued_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "draft_handles_tenant_id_handle_pk" PRIMARY KEY("tenant_id","handle"),
	CONSTRAINT "draft_handles_once" UNIQUE("tenant_id","draft_id","issued_to")
);
--> statement-breakpoint
CREATE TABLE "drafting_rules" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" text DEFAULT '' NOT NULL,
	"topic" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"status" text DEFAULT 'suggested' NOT NULL,
	"support" integer DEFAULT 1 NOT NULL,
	"draft_id" uuid,
	"updated_by" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "drafting_rules_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "drafting_rules_status_known" CHECK ("drafting_rules"."status" in ('suggested', 'active', 'forgotten'))
);
--> statement-breakpoint
CREATE TABLE "drafting_settings" (
	"tenant_id" uuid NOT NULL,
	"user_id" text DEFAULT '' NOT NULL,
	"settings" jsonb NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "drafting_settings_tenant_id_user_id_pk" PRIMARY KEY("tenant_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"interaction_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"status" text DEFAULT 'proposed' NOT NULL,
	"response" text,
	"content" jsonb NOT NULL,
	"engine" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"reason" text,
	"approved_text" text,
	CONSTRAINT "drafts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "drafts_version" UNIQUE("tenant_id","interaction_id","version"),
	CONSTRAINT "drafts_status_known" CHECK ("drafts"."status" in ('proposed', 'approved', 'edited', 'rejected', 'superseded', 'handed_over'))
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"draft_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"message_id" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"recipients" jsonb NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"headers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"is_automatic" boolean DEFAULT false NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"send_after" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"handed_on_at" timestamp with time zone,
	CONSTRAINT "outbox_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "outbox_draft" UNIQUE("tenant_id","draft_id"),
	CONSTRAINT "outbox_message_id" UNIQUE("tenant_id","message_id"),
	CONSTRAINT "outbox_idempotency_key" UNIQUE("tenant_id","idempotency_key"),
	CONSTRAINT "outbox_status_known" CHECK ("outbox"."status" in ('waiting', 'handed_on', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "draft_handles" ADD CONSTRAINT "draft_handles_tenant_id_draft_id_drafts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","draft_id") REFERENCES "public"."drafts"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafting_rules" ADD CONSTRAINT "drafting_rules_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafting_settings" ADD CONSTRAINT "drafting_settings_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_tenant_id_contact_id_contacts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","contact_id") REFERENCES "public"."contacts"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_tenant_id_conversation_id_conversations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_tenant_id_interaction_id_interactions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","interaction_id") REFERENCES "public"."interactions"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_tenant_id_draft_id_drafts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","draft_id") REFERENCES "public"."drafts"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_tenant_id_contact_id_contacts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","contact_id") REFERENCES "public"."contacts"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_tenant_id_conversation_id_conversations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "drafting_rules_once" ON "drafting_rules" USING btree ("tenant_id","user_id","topic","kind",md5("value"));--> statement-breakpoint
CREATE INDEX "drafts_status" ON "drafts" USING btree ("tenant_id","status","proposed_at");--> statement-breakpoint
CREATE INDEX "drafts_contact" ON "drafts" USING btree ("tenant_id","contact_id");--> statement-breakpoint
CREATE INDEX "drafts_conversation" ON "drafts" USING btree ("tenant_id","conversation_id");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("tenant_id","status","send_after");--> statement-breakpoint
CREATE INDEX "outbox_contact" ON "outbox" USING btree ("tenant_id","contact_id");--> statement-breakpoint
CREATE INDEX "outbox_conversation" ON "outbox" USING btree ("tenant_id","conversation_id");--> statement-breakpoint
SELECT rapport_protect('public.drafts');--> statement-breakpoint
SELECT rapport_protect('public.draft_handles');--> statement-breakpoint
SELECT rapport_protect('public.outbox');--> statement-breakpoint
SELECT rapport_protect('public.drafting_rules');--> statement-breakpoint
SELECT rapport_protect('public.drafting_settings');
