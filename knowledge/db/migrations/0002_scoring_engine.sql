CREATE TABLE "score_history" (
	"tenant_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "score_history_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"model_id" uuid,
	"probability" double precision NOT NULL,
	"low" double precision NOT NULL,
	"high" double precision NOT NULL,
	"band" text NOT NULL,
	"shadow_model_id" uuid,
	"shadow_probability" double precision,
	"as_of" timestamp with time zone NOT NULL,
	"scored_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "score_history_tenant_id_contact_id_seq_pk" PRIMARY KEY("tenant_id","contact_id","seq")
);
--> statement-breakpoint
CREATE TABLE "score_votes" (
	"tenant_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "score_votes_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"scorer" text NOT NULL,
	"probability" double precision NOT NULL,
	"local_probability" double precision NOT NULL,
	"model_id" uuid,
	"factors" jsonb NOT NULL,
	"voted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "score_votes_tenant_id_contact_id_seq_pk" PRIMARY KEY("tenant_id","contact_id","seq")
);
--> statement-breakpoint
ALTER TABLE "lead_scores" ADD COLUMN "since" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "lead_scores" ADD COLUMN "said" double precision;--> statement-breakpoint
ALTER TABLE "lead_scores" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "lead_scores" SET "since" = "as_of", "said" = "probability";--> statement-breakpoint
ALTER TABLE "lead_scores" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "lead_scores" ADD COLUMN "shadow_model_id" uuid;--> statement-breakpoint
ALTER TABLE "lead_scores" ADD COLUMN "shadow_probability" double precision;--> statement-breakpoint
-- Models that are there already are numbered in the order of their training; not forced meanwhile, so that the owner sees them.
ALTER TABLE "scoring_models" ADD COLUMN "version" integer;--> statement-breakpoint
ALTER TABLE "scoring_models" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "scoring_models" m SET "version" = n.place FROM (
	SELECT "tenant_id", "id", row_number() OVER (PARTITION BY "tenant_id" ORDER BY "trained_at", "id") AS place FROM "scoring_models"
) n WHERE n."tenant_id" = m."tenant_id" AND n."id" = m."id";--> statement-breakpoint
ALTER TABLE "scoring_models" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "scoring_models" ALTER COLUMN "version" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "scoring_models" ADD COLUMN "data_hash" text;--> statement-breakpoint
ALTER TABLE "scoring_models" ADD COLUMN "published_by" text;--> statement-breakpoint
ALTER TABLE "scoring_models" ADD COLUMN "publish_note" text;--> statement-breakpoint
ALTER TABLE "scoring_models" ADD COLUMN "shadow_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "score_history" ADD CONSTRAINT "score_history_tenant_id_contact_id_contacts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","contact_id") REFERENCES "public"."contacts"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_votes" ADD CONSTRAINT "score_votes_tenant_id_contact_id_contacts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","contact_id") REFERENCES "public"."contacts"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "score_votes_scorer" ON "score_votes" USING btree ("tenant_id","scorer","contact_id");--> statement-breakpoint
ALTER TABLE "scoring_models" ADD CONSTRAINT "scoring_models_version" UNIQUE("tenant_id","version");--> statement-breakpoint
-- Append-only; deleting remains possible, because people have a right to be erased.
SELECT rapport_protect('public.score_history', 'SELECT, INSERT, DELETE');--> statement-breakpoint
SELECT rapport_protect('public.score_votes', 'SELECT, INSERT, DELETE');
