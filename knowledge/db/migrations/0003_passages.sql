-- Vectors are compared in the database. Managed clouds have pgvector, but not every user may add it.
DO $$
BEGIN
	CREATE EXTENSION IF NOT EXISTS vector;
	IF (SELECT string_to_array(regexp_replace(extversion, '[^0-9.].*', ''), '.')::integer[] < '{0,8}' FROM pg_extension WHERE extname = 'vector') THEN
		RAISE 'pgvector is older than 0.8, which searches within a tenant need. As an administrator install 0.8.2 or newer and run: ALTER EXTENSION vector UPDATE;';
	END IF;
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
	RAISE 'pgvector is needed and % may not add it, or the server lacks it. As an administrator install pgvector 0.8.2 or newer and run: CREATE EXTENSION vector;', current_user;
END $$;--> statement-breakpoint
CREATE TABLE "articles" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"title" text,
	"text" text NOT NULL,
	"metadata" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "articles_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "articles_external_id" UNIQUE("tenant_id","external_id")
);
--> statement-breakpoint
CREATE TABLE "passage_names" (
	"tenant_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "passage_names_tenant_id_no_pk" PRIMARY KEY("tenant_id","no"),
	CONSTRAINT "passage_names_name" UNIQUE("tenant_id","name")
);
--> statement-breakpoint
CREATE TABLE "passage_queue" (
	"tenant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"id" uuid NOT NULL,
	"queued_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "passage_queue_tenant_id_kind_id_pk" PRIMARY KEY("tenant_id","kind","id")
);
--> statement-breakpoint
CREATE TABLE "passage_statistics" (
	"tenant_id" uuid NOT NULL,
	"passages" integer DEFAULT 0 NOT NULL,
	"tokens" bigint DEFAULT 0 NOT NULL,
	"next_no" integer DEFAULT 0 NOT NULL,
	"next_name" integer DEFAULT 0 NOT NULL,
	"languages" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "passage_statistics_tenant_id_pk" PRIMARY KEY("tenant_id")
);
--> statement-breakpoint
CREATE TABLE "passage_vectors" (
	"tenant_id" uuid NOT NULL,
	"embedder" text NOT NULL,
	"no" integer NOT NULL,
	"embedding" vector NOT NULL,
	CONSTRAINT "passage_vectors_tenant_id_embedder_no_pk" PRIMARY KEY("tenant_id","embedder","no")
);
--> statement-breakpoint
CREATE TABLE "passages" (
	"tenant_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"kind" text NOT NULL,
	"interaction_id" uuid,
	"article_id" uuid,
	"conversation_id" uuid,
	"contact_id" uuid,
	"part" smallint NOT NULL,
	"speaker" text,
	"direction" text,
	"channel" text,
	"title" text,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"terms" text[] NOT NULL,
	"names" text[] NOT NULL,
	"length" integer NOT NULL,
	"content_hash" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	CONSTRAINT "passages_tenant_id_no_pk" PRIMARY KEY("tenant_id","no")
);
--> statement-breakpoint
CREATE TABLE "postings" (
	"tenant_id" uuid NOT NULL,
	"field" text NOT NULL,
	"term" text NOT NULL,
	"bucket" integer NOT NULL,
	"entries" integer[] NOT NULL,
	CONSTRAINT "postings_tenant_id_field_term_bucket_pk" PRIMARY KEY("tenant_id","field","term","bucket")
);
--> statement-breakpoint
CREATE TABLE "vector_removals" (
	"tenant_id" uuid NOT NULL,
	"no" integer NOT NULL,
	CONSTRAINT "vector_removals_tenant_id_no_pk" PRIMARY KEY("tenant_id","no")
);
--> statement-breakpoint
CREATE TABLE "vector_spaces" (
	"tenant_id" uuid NOT NULL,
	"embedder" text NOT NULL,
	"store" text NOT NULL,
	"dimensions" integer NOT NULL,
	"embedded_through" integer DEFAULT 0 NOT NULL,
	"serving_since" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vector_spaces_tenant_id_embedder_store_pk" PRIMARY KEY("tenant_id","embedder","store")
);
--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_names" ADD CONSTRAINT "passage_names_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_queue" ADD CONSTRAINT "passage_queue_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_statistics" ADD CONSTRAINT "passage_statistics_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_vectors" ADD CONSTRAINT "passage_vectors_tenant_id_no_passages_tenant_id_no_fk" FOREIGN KEY ("tenant_id","no") REFERENCES "public"."passages"("tenant_id","no") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passages" ADD CONSTRAINT "passages_tenant_id_interaction_id_interactions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","interaction_id") REFERENCES "public"."interactions"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passages" ADD CONSTRAINT "passages_tenant_id_article_id_articles_tenant_id_id_fk" FOREIGN KEY ("tenant_id","article_id") REFERENCES "public"."articles"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passages" ADD CONSTRAINT "passages_tenant_id_conversation_id_conversations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","conversation_id") REFERENCES "public"."conversations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passages" ADD CONSTRAINT "passages_tenant_id_contact_id_contacts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","contact_id") REFERENCES "public"."contacts"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vector_removals" ADD CONSTRAINT "vector_removals_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vector_spaces" ADD CONSTRAINT "vector_spaces_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "passages_interaction" ON "passages" USING btree ("tenant_id","interaction_id");--> statement-breakpoint
CREATE INDEX "passages_article" ON "passages" USING btree ("tenant_id","article_id");--> statement-breakpoint
CREATE INDEX "passages_conversation" ON "passages" USING btree ("tenant_id","conversation_id");--> statement-breakpoint
CREATE INDEX "passage_queue_order" ON "passage_queue" USING btree ("tenant_id","queued_at","kind","id");--> statement-breakpoint
CREATE INDEX "passages_contact" ON "passages" USING btree ("tenant_id","contact_id","occurred_at");--> statement-breakpoint
ALTER TABLE "postings" ALTER COLUMN "entries" SET STORAGE EXTERNAL;--> statement-breakpoint
SELECT rapport_protect('public.articles');--> statement-breakpoint
SELECT rapport_protect('public.passages');--> statement-breakpoint
SELECT rapport_protect('public.postings');--> statement-breakpoint
SELECT rapport_protect('public.passage_names');--> statement-breakpoint
SELECT rapport_protect('public.passage_statistics');--> statement-breakpoint
SELECT rapport_protect('public.passage_queue');--> statement-breakpoint
SELECT rapport_protect('public.vector_spaces');--> statement-breakpoint
SELECT rapport_protect('public.passage_vectors');--> statement-breakpoint
SELECT rapport_protect('public.vector_removals');--> statement-breakpoint
-- Takes documents out of the postings of the terms that they have, a bucket at a time.
CREATE FUNCTION "rapport_unpost"(tenant uuid, of_field text, documents integer[], of_terms text[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	of_bucket integer;
	places integer[];
BEGIN
	FOR of_bucket, places IN SELECT d >> 12, array_agg(d & 4095) FROM unnest(documents) d GROUP BY 1 ORDER BY 1 LOOP
		UPDATE postings p SET entries = ARRAY(
				SELECT e FROM unnest(p.entries) e WHERE NOT EXISTS (SELECT FROM unnest(places) place WHERE place = e >> 19) ORDER BY e)
			WHERE p.tenant_id = tenant AND p.field = of_field AND p.term = ANY (of_terms) AND p.bucket = of_bucket;
	END LOOP;
	DELETE FROM postings p
		WHERE p.tenant_id = tenant AND p.field = of_field AND p.term = ANY (of_terms) AND p.entries = '{}';
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION "rapport_unpost" FROM PUBLIC;--> statement-breakpoint
-- Passages that go, whatever the reason, take their postings and unused names with them at once.
CREATE FUNCTION "rapport_forget_passages"() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	tenant uuid;
	documents integer[];
	unused integer[];
BEGIN
	FOR tenant IN SELECT DISTINCT g.tenant_id FROM gone g JOIN tenants t ON t.id = g.tenant_id LOOP
		-- First, as who writes passages does: neither waits for the other in turn.
		PERFORM FROM passage_statistics WHERE tenant_id = tenant FOR UPDATE;
		documents := ARRAY(SELECT no FROM gone WHERE tenant_id = tenant);
		PERFORM rapport_unpost(tenant, 'text', documents, ARRAY(SELECT DISTINCT unnest(terms) FROM gone WHERE tenant_id = tenant));
		PERFORM rapport_unpost(tenant, 'name', documents, ARRAY(SELECT DISTINCT unnest(names) FROM gone WHERE tenant_id = tenant));
		unused := ARRAY(SELECT n.no FROM passage_names n
			WHERE n.tenant_id = tenant AND n.name = ANY (ARRAY(SELECT DISTINCT unnest(names) FROM gone WHERE tenant_id = tenant))
				AND NOT EXISTS (SELECT FROM postings p WHERE p.tenant_id = tenant AND p.field = 'name' AND p.term = n.name));
		IF unused <> '{}' THEN
			DELETE FROM passage_names WHERE tenant_id = tenant AND no = ANY (unused);
			PERFORM rapport_unpost(tenant, 'gram', unused, ARRAY(SELECT term FROM postings WHERE tenant_id = tenant AND field = 'gram'
				AND EXISTS (SELECT FROM unnest(entries) e WHERE (bucket << 12) + (e >> 19) = ANY (unused))));
		END IF;
		UPDATE passage_statistics SET passages = passages - cardinality(documents),
				tokens = tokens - (SELECT sum(length) FROM gone WHERE tenant_id = tenant),
				languages = (SELECT coalesce(jsonb_object_agg(key, count), '{}') FROM (
					SELECT l.key, l.value::integer - (SELECT count(*) FROM gone WHERE tenant_id = tenant AND language = l.key) AS count
						FROM jsonb_each_text(languages) l) counted WHERE count > 0)
			WHERE tenant_id = tenant;
		INSERT INTO vector_removals (tenant_id, no) SELECT tenant, unnest(documents)
			WHERE EXISTS (SELECT FROM vector_spaces WHERE tenant_id = tenant AND store <> 'pgvector') ON CONFLICT DO NOTHING;
	END LOOP;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "forget_passages" AFTER DELETE ON "passages" REFERENCING OLD TABLE AS gone
	FOR EACH STATEMENT EXECUTE FUNCTION rapport_forget_passages();--> statement-breakpoint
-- What is written, by whatever way, waits to be made searchable. A conversation waits as a whole: messages are read with their neighbours.
CREATE FUNCTION "rapport_queue_interactions"() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	INSERT INTO passage_queue (tenant_id, kind, id)
		SELECT DISTINCT tenant_id, CASE WHEN conversation_id IS NULL THEN 'interaction' ELSE 'conversation' END, coalesce(conversation_id, id)
			FROM written WHERE content IS NOT NULL OR subject IS NOT NULL ORDER BY 1, 2, 3
		ON CONFLICT (tenant_id, kind, id) DO UPDATE SET queued_at = clock_timestamp();
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "queue_inserted_interactions" AFTER INSERT ON "interactions" REFERENCING NEW TABLE AS written
	FOR EACH STATEMENT EXECUTE FUNCTION rapport_queue_interactions();--> statement-breakpoint
-- What a message no longer says is not found any more, at once; its neighbours were read with it, and go too until they are made anew.
CREATE FUNCTION "rapport_queue_changed_interactions"() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	stale uuid[];
	around uuid[];
BEGIN
	stale := ARRAY(SELECT was.id FROM was JOIN written w ON w.tenant_id = was.tenant_id AND w.id = was.id
		WHERE (was.content, was.subject, was.sender, was.direction, was.channel, was.type, was.occurred_at, was.conversation_id, was.contact_id)
			IS DISTINCT FROM (w.content, w.subject, w.sender, w.direction, w.channel, w.type, w.occurred_at, w.conversation_id, w.contact_id));
	IF stale = '{}' THEN
		RETURN NULL;
	END IF;
	INSERT INTO passage_queue (tenant_id, kind, id)
		SELECT DISTINCT r.tenant_id, CASE WHEN r.conversation_id IS NULL THEN 'interaction' ELSE 'conversation' END, coalesce(r.conversation_id, r.id)
			FROM (SELECT tenant_id, id, conversation_id FROM was UNION SELECT tenant_id, id, conversation_id FROM written) r
			WHERE r.id = ANY (stale) ORDER BY 1, 2, 3
		ON CONFLICT (tenant_id, kind, id) DO UPDATE SET queued_at = clock_timestamp();
	around := ARRAY(SELECT DISTINCT n.id FROM was w CROSS JOIN LATERAL (SELECT w.id
			UNION ALL (SELECT i.id FROM interactions i WHERE i.tenant_id = w.tenant_id AND i.conversation_id = w.conversation_id AND i.occurred_at >= w.occurred_at
				ORDER BY i.occurred_at LIMIT 3)
			UNION ALL (SELECT i.id FROM interactions i WHERE i.tenant_id = w.tenant_id AND i.conversation_id = w.conversation_id AND i.occurred_at <= w.occurred_at
				ORDER BY i.occurred_at DESC LIMIT 2)) n WHERE w.id = ANY (stale));
	DELETE FROM passages WHERE tenant_id IN (SELECT tenant_id FROM was) AND interaction_id = ANY (around);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "queue_updated_interactions" AFTER UPDATE ON "interactions" REFERENCING OLD TABLE AS was NEW TABLE AS written
	FOR EACH STATEMENT EXECUTE FUNCTION rapport_queue_changed_interactions();--> statement-breakpoint
-- Passages carry the names of whom they belong to.
CREATE FUNCTION "rapport_queue_contact"() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	INSERT INTO passage_queue (tenant_id, kind, id)
		SELECT tenant_id, 'conversation', id FROM conversations WHERE tenant_id = NEW.tenant_id AND contact_id = NEW.id
		UNION SELECT tenant_id, 'interaction', id FROM interactions
			WHERE tenant_id = NEW.tenant_id AND contact_id = NEW.id AND conversation_id IS NULL AND (content IS NOT NULL OR subject IS NOT NULL)
		ON CONFLICT (tenant_id, kind, id) DO UPDATE SET queued_at = clock_timestamp();
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "queue_renamed_contacts" AFTER UPDATE ON "contacts" FOR EACH ROW
	WHEN ((OLD.first_name, OLD.last_name, OLD.email, OLD.company) IS DISTINCT FROM (NEW.first_name, NEW.last_name, NEW.email, NEW.company))
	EXECUTE FUNCTION rapport_queue_contact();--> statement-breakpoint
CREATE FUNCTION "rapport_queue_conversation"() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	INSERT INTO passage_queue (tenant_id, kind, id) VALUES (NEW.tenant_id, 'conversation', NEW.id)
		ON CONFLICT (tenant_id, kind, id) DO UPDATE SET queued_at = clock_timestamp();
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "queue_changed_conversations" AFTER UPDATE ON "conversations" FOR EACH ROW
	WHEN ((OLD.subject, OLD.channel, OLD.contact_id) IS DISTINCT FROM (NEW.subject, NEW.channel, NEW.contact_id))
	EXECUTE FUNCTION rapport_queue_conversation();--> statement-breakpoint
CREATE FUNCTION "rapport_queue_bereft"() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	around uuid[];
BEGIN
	INSERT INTO passage_queue (tenant_id, kind, id)
		SELECT DISTINCT c.tenant_id, 'conversation', c.id FROM was w JOIN conversations c ON c.tenant_id = w.tenant_id AND c.id = w.conversation_id
			ORDER BY 1, 2, 3
		ON CONFLICT (tenant_id, kind, id) DO UPDATE SET queued_at = clock_timestamp();
	around := ARRAY(SELECT DISTINCT n.id FROM was w CROSS JOIN LATERAL (
			(SELECT i.id FROM interactions i WHERE i.tenant_id = w.tenant_id AND i.conversation_id = w.conversation_id AND i.occurred_at >= w.occurred_at
				ORDER BY i.occurred_at LIMIT 2)
			UNION ALL (SELECT i.id FROM interactions i WHERE i.tenant_id = w.tenant_id AND i.conversation_id = w.conversation_id AND i.occurred_at <= w.occurred_at
				ORDER BY i.occurred_at DESC LIMIT 1)) n);
	DELETE FROM passages WHERE tenant_id IN (SELECT tenant_id FROM was) AND interaction_id = ANY (around);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "queue_bereft_conversations" AFTER DELETE ON "interactions" REFERENCING OLD TABLE AS was
	FOR EACH STATEMENT EXECUTE FUNCTION rapport_queue_bereft();--> statement-breakpoint
CREATE FUNCTION "rapport_queue_articles"() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	INSERT INTO passage_queue (tenant_id, kind, id) SELECT tenant_id, 'article', id FROM written
		ON CONFLICT (tenant_id, kind, id) DO UPDATE SET queued_at = clock_timestamp();
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "queue_inserted_articles" AFTER INSERT ON "articles" REFERENCING NEW TABLE AS written
	FOR EACH STATEMENT EXECUTE FUNCTION rapport_queue_articles();--> statement-breakpoint
CREATE FUNCTION "rapport_queue_changed_articles"() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	INSERT INTO passage_queue (tenant_id, kind, id) SELECT w.tenant_id, 'article', w.id
			FROM was JOIN written w ON w.tenant_id = was.tenant_id AND w.id = was.id WHERE (was.title, was.text) IS DISTINCT FROM (w.title, w.text) ORDER BY 1, 2, 3
		ON CONFLICT (tenant_id, kind, id) DO UPDATE SET queued_at = clock_timestamp();
	DELETE FROM passages p USING was JOIN written w ON w.tenant_id = was.tenant_id AND w.id = was.id
		WHERE (was.title, was.text) IS DISTINCT FROM (w.title, w.text) AND p.tenant_id = w.tenant_id AND p.article_id = w.id;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "queue_updated_articles" AFTER UPDATE ON "articles" REFERENCING OLD TABLE AS was NEW TABLE AS written
	FOR EACH STATEMENT EXECUTE FUNCTION rapport_queue_changed_articles();--> statement-breakpoint
-- All passages of a contact in one go: by their messages they would go one at a time.
CREATE FUNCTION "rapport_forget_contact"() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
	DELETE FROM passages WHERE tenant_id = OLD.tenant_id AND contact_id = OLD.id;
	RETURN OLD;
END $$;--> statement-breakpoint
CREATE TRIGGER "forget_contact" BEFORE DELETE ON "contacts" FOR EACH ROW EXECUTE FUNCTION rapport_forget_contact();--> statement-breakpoint
-- What was imported before becomes searchable too. Not forced meanwhile, so that the owner sees it.
ALTER TABLE "interactions" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "passage_queue" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "passage_queue" ("tenant_id", "kind", "id")
	SELECT DISTINCT "tenant_id", CASE WHEN "conversation_id" IS NULL THEN 'interaction' ELSE 'conversation' END, coalesce("conversation_id", "id")
		FROM "interactions" WHERE "content" IS NOT NULL OR "subject" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "passage_queue" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "interactions" FORCE ROW LEVEL SECURITY;
