CREATE TABLE "limit_settings" (
	"tenant_id" uuid NOT NULL,
	"settings" jsonb NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "limit_settings_tenant_id_pk" PRIMARY KEY("tenant_id")
);
--> statement-breakpoint
-- Counts of the current minute: what a crash of the database loses is a minute of counting.
CREATE UNLOGGED TABLE "request_counts" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
ALTER TABLE "limit_settings" ADD CONSTRAINT "limit_settings_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
SELECT rapport_protect('public.limit_settings');--> statement-breakpoint
-- What is counted stays the owner's.
ALTER TABLE "request_counts" ENABLE ROW LEVEL SECURITY;
