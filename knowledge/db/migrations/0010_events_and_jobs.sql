CREATE TABLE "kept_answers" (
	"tenant_id" uuid NOT NULL,
	"key" text NOT NULL,
	"answer" jsonb NOT NULL,
	"seen_before" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "kept_answers_tenant_id_key_pk" PRIMARY KEY("tenant_id","key")
);
--> statement-breakpoint
CREATE TABLE "event_queue" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "event_queue_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tenant" uuid NOT NULL,
	"event" bigint NOT NULL,
	"type" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"tenant_id" uuid NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "events_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tx" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"type" text NOT NULL,
	"subjects" uuid[] NOT NULL,
	"data" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "events_tenant_id_seq_pk" PRIMARY KEY("tenant_id","seq")
);
--> statement-breakpoint
CREATE TABLE "background_jobs" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"progress" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"input" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"result" jsonb,
	"error" jsonb,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "background_jobs_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "job_files" (
	"tenant_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"piece" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "job_files_tenant_id_job_id_piece_pk" PRIMARY KEY("tenant_id","job_id","piece")
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"endpoint_id" uuid NOT NULL,
	"event" text NOT NULL,
	"body" jsonb NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_status" integer,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"tried_at" timestamp with time zone,
	CONSTRAINT "webhook_deliveries_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "webhook_deliveries_event" UNIQUE("tenant_id","endpoint_id","event")
);
--> statement-breakpoint
CREATE TABLE "webhook_endpoints" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"url" text NOT NULL,
	"event_types" text[] NOT NULL,
	"secret" text NOT NULL,
	"previous_secret" text,
	"previous_until" timestamp with time zone,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"disabled_at" timestamp with time zone,
	"disabled_reason" text,
	CONSTRAINT "webhook_endpoints_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhook_messages" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"message_id" text NOT NULL,
	"body" jsonb NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"processed_at" timestamp with time zone,
	"result" jsonb,
	"error" text,
	CONSTRAINT "webhook_messages_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "webhook_messages_message" UNIQUE("tenant_id","source_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "webhook_sources" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"secret" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "webhook_sources_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "webhook_sources_name" UNIQUE("tenant_id","name")
);
--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "is_sandbox" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "suspended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "preferences" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "last_login" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "deactivated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "kept_answers" ADD CONSTRAINT "kept_answers_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "background_jobs" ADD CONSTRAINT "background_jobs_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_files" ADD CONSTRAINT "job_files_tenant_id_job_id_background_jobs_tenant_id_id_fk" FOREIGN KEY ("tenant_id","job_id") REFERENCES "public"."background_jobs"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_tenant_id_endpoint_id_webhook_endpoints_tenant_id_id_fk" FOREIGN KEY ("tenant_id","endpoint_id") REFERENCES "public"."webhook_endpoints"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_endpoints" ADD CONSTRAINT "webhook_endpoints_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_messages" ADD CONSTRAINT "webhook_messages_tenant_id_source_id_webhook_sources_tenant_id_id_fk" FOREIGN KEY ("tenant_id","source_id") REFERENCES "public"."webhook_sources"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_sources" ADD CONSTRAINT "webhook_sources_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "kept_answers_created" ON "kept_answers" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE INDEX "events_order" ON "events" USING btree ("tenant_id","tx","seq");--> statement-breakpoint
CREATE INDEX "events_created" ON "events" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE INDEX "background_jobs_created" ON "background_jobs" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_created" ON "webhook_deliveries" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE INDEX "webhook_messages_received" ON "webhook_messages" USING btree ("tenant_id","received_at");--> statement-breakpoint
SELECT rapport_protect('public.background_jobs');--> statement-breakpoint
SELECT rapport_protect('public.job_files');--> statement-breakpoint
SELECT rapport_protect('public.webhook_endpoints');--> statement-breakpoint
SELECT rapport_protect('public.webhook_deliveries');--> statement-breakpoint
SELECT rapport_protect('public.webhook_sources');--> statement-breakpoint
SELECT rapport_protect('public.webhook_messages');--> statement-breakpoint
SELECT rapport_protect('public.kept_answers');--> statement-breakpoint
-- Append-only; what is older than the retention goes.
SELECT rapport_protect('public.events', 'SELECT, INSERT, DELETE');--> statement-breakpoint
-- Tells of what happened, and puts it into the queue of all tenants, which the application itself may neither read nor write.
CREATE FUNCTION "rapport_emit"(type text, subjects uuid[], data jsonb DEFAULT NULL) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
	WITH told AS (
		INSERT INTO events (tenant_id, type, subjects, data)
			VALUES (nullif(current_setting('app.tenant_id', true), '')::uuid, $1, $2, $3) RETURNING tenant_id, seq, type)
	INSERT INTO event_queue (tenant, event, type) SELECT tenant_id, seq, type FROM told
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION "rapport_emit" FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "rapport_emit" TO "rapport_app";--> statement-breakpoint
-- Rows that came, or went, all at once. Nothing is told where no tenant acts, as when a whole workspace is deleted.
CREATE FUNCTION "rapport_tell_rows"() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	ids uuid[];
BEGIN
	IF nullif(current_setting('app.tenant_id', true), '') IS NULL THEN
		RETURN NULL;
	END IF;
	EXECUTE format('SELECT array_agg(%I) FROM changed', TG_ARGV[1]) INTO ids;
	IF ids IS NOT NULL THEN
		PERFORM rapport_emit(TG_ARGV[0], ids);
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "tell_created_contacts" AFTER INSERT ON "contacts" REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION rapport_tell_rows('contact.created', 'id');--> statement-breakpoint
CREATE TRIGGER "tell_deleted_contacts" AFTER DELETE ON "contacts" REFERENCING OLD TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION rapport_tell_rows('contact.deleted', 'id');--> statement-breakpoint
CREATE TRIGGER "tell_logged_interactions" AFTER INSERT ON "interactions" REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION rapport_tell_rows('interaction.logged', 'id');--> statement-breakpoint
CREATE TRIGGER "tell_deleted_interactions" AFTER DELETE ON "interactions" REFERENCING OLD TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION rapport_tell_rows('interaction.deleted', 'id');--> statement-breakpoint
CREATE TRIGGER "tell_outcomes" AFTER INSERT ON "outcomes" REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION rapport_tell_rows('outcome.recorded', 'contact_id');--> statement-breakpoint
CREATE TRIGGER "tell_articles" AFTER INSERT ON "articles" REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION rapport_tell_rows('article.changed', 'id');--> statement-breakpoint
CREATE TRIGGER "tell_changed_articles" AFTER UPDATE ON "articles" REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION rapport_tell_rows('article.changed', 'id');--> statement-breakpoint
CREATE TRIGGER "tell_deleted_articles" AFTER DELETE ON "articles" REFERENCING OLD TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION rapport_tell_rows('article.changed', 'id');--> statement-breakpoint
CREATE TRIGGER "tell_jobs" AFTER INSERT ON "background_jobs" REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION rapport_tell_rows('job.queued', 'id');--> statement-breakpoint
CREATE TRIGGER "tell_messages" AFTER INSERT ON "webhook_messages" REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION rapport_tell_rows('webhook.received', 'id');--> statement-breakpoint
-- A contact that was only touched by an interaction has not changed itself: the interaction is told of.
CREATE FUNCTION "rapport_tell_changed_contacts"() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	ids uuid[];
BEGIN
	IF nullif(current_setting('app.tenant_id', true), '') IS NULL THEN
		RETURN NULL;
	END IF;
	ids := ARRAY(SELECT c.id FROM was JOIN changed c ON c.tenant_id = was.tenant_id AND c.id = was.id
		WHERE (was.external_id, was.email, was.first_name, was.last_name, was.phone, was.company, was.position, was.status, was.source,
				was.assigned_to, was.custom_fields, was.metadata)
			IS DISTINCT FROM (c.external_id, c.email, c.first_name, c.last_name, c.phone, c.company, c.position, c.status, c.source,
				c.assigned_to, c.custom_fields, c.metadata));
	IF ids <> '{}' THEN
		PERFORM rapport_emit('contact.updated', ids);
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "tell_changed_contacts" AFTER UPDATE ON "contacts" REFERENCING OLD TABLE AS was NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION rapport_tell_changed_contacts();--> statement-breakpoint
CREATE FUNCTION "rapport_tell_changed_interactions"() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	ids uuid[];
BEGIN
	IF nullif(current_setting('app.tenant_id', true), '') IS NULL THEN
		RETURN NULL;
	END IF;
	ids := ARRAY(SELECT c.id FROM was JOIN changed c ON c.tenant_id = was.tenant_id AND c.id = was.id
		WHERE was.content_hash IS DISTINCT FROM c.content_hash OR was.contact_id <> c.contact_id OR was.metadata IS DISTINCT FROM c.metadata);
	IF ids <> '{}' THEN
		PERFORM rapport_emit('interaction.updated', ids);
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "tell_changed_interactions" AFTER UPDATE ON "interactions" REFERENCING OLD TABLE AS was NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION rapport_tell_changed_interactions();--> statement-breakpoint
-- Scores of 0 to 100 as people see them: what moves by less is told to nobody.
CREATE FUNCTION "rapport_tell_scores"() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	ids uuid[];
	moves jsonb;
BEGIN
	IF nullif(current_setting('app.tenant_id', true), '') IS NULL THEN
		RETURN NULL;
	END IF;
	IF TG_OP = 'INSERT' THEN
		SELECT array_agg(contact_id), jsonb_agg(jsonb_build_object('id', contact_id, 'from', NULL, 'to', round(probability * 100)))
			INTO ids, moves FROM changed;
	ELSE
		SELECT array_agg(c.contact_id), jsonb_agg(jsonb_build_object('id', c.contact_id,
				'from', round(coalesce(was.said, was.probability) * 100), 'to', round(coalesce(c.said, c.probability) * 100)))
			INTO ids, moves FROM was JOIN changed c ON c.tenant_id = was.tenant_id AND c.contact_id = was.contact_id
			WHERE round(coalesce(was.said, was.probability) * 100) <> round(coalesce(c.said, c.probability) * 100);
	END IF;
	IF ids IS NOT NULL THEN
		PERFORM rapport_emit('lead.score_changed', ids, moves);
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "tell_first_scores" AFTER INSERT ON "lead_scores" REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION rapport_tell_scores();--> statement-breakpoint
CREATE TRIGGER "tell_changed_scores" AFTER UPDATE ON "lead_scores" REFERENCING OLD TABLE AS was NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION rapport_tell_scores();
