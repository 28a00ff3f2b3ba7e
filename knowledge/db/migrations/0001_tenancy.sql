-- A tenant's rows are held apart by the database itself: work for a tenant runs as rapport_app, which owns nothing,
-- and sees the rows whose tenant_id is the transaction's app.tenant_id; without one it sees nothing.

-- Roles belong to the whole server: several databases share this one, and two may be created at the same moment.
DO $$
BEGIN
	IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rapport_app') THEN
		CREATE ROLE "rapport_app" NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
	END IF;
EXCEPTION
	WHEN duplicate_object OR unique_violation THEN
		NULL;
	WHEN insufficient_privilege THEN
		RAISE '% may not make roles. As an administrator run: CREATE ROLE rapport_app NOLOGIN; GRANT rapport_app TO %;', current_user, current_user;
END $$;--> statement-breakpoint
-- A user who is no superuser may administer the role without being allowed to become it.
DO $$
BEGIN
	IF NOT pg_has_role(current_user, 'rapport_app', 'SET') THEN
		GRANT "rapport_app" TO CURRENT_USER WITH INHERIT FALSE, SET TRUE;
	END IF;
EXCEPTION WHEN insufficient_privilege THEN
	RAISE '% may not become rapport_app. As an administrator run: GRANT rapport_app TO %;', current_user, current_user;
END $$;--> statement-breakpoint
GRANT USAGE ON SCHEMA "public" TO "rapport_app";--> statement-breakpoint
-- Later migrations call this for each new table that has a tenant_id.
CREATE FUNCTION "rapport_protect"(target regclass, privileges text DEFAULT 'SELECT, INSERT, UPDATE, DELETE') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
	EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
	EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
	EXECUTE format($policy$
		CREATE POLICY tenant_isolation ON %s
		USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
		WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
	$policy$, target);
	EXECUTE format('GRANT %s ON TABLE %s TO rapport_app', privileges, target);
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION "rapport_protect" FROM PUBLIC;--> statement-breakpoint
-- The directory of workspaces stays the owner's: not forced, so that the owner lists and makes them.
ALTER TABLE "tenants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "own_tenant" ON "tenants" FOR SELECT TO "rapport_app"
	USING ("id" = nullif(current_setting('app.tenant_id', true), '')::uuid);--> statement-breakpoint
GRANT SELECT ON TABLE "tenants" TO "rapport_app";--> statement-breakpoint
SELECT rapport_protect('public.users');--> statement-breakpoint
SELECT rapport_protect('public.companies');--> statement-breakpoint
SELECT rapport_protect('public.contacts');--> statement-breakpoint
SELECT rapport_protect('public.conversations');--> statement-breakpoint
SELECT rapport_protect('public.interactions');--> statement-breakpoint
SELECT rapport_protect('public.field_definitions');--> statement-breakpoint
SELECT rapport_protect('public.imports');--> statement-breakpoint
SELECT rapport_protect('public.scoring_models');--> statement-breakpoint
SELECT rapport_protect('public.lead_scores');--> statement-breakpoint
SELECT rapport_protect('public.proposals');--> statement-breakpoint
-- Append-only; deleting remains possible, because people have a right to be erased.
SELECT rapport_protect('public.contact_history', 'SELECT, INSERT, DELETE');--> statement-breakpoint
SELECT rapport_protect('public.outcomes', 'SELECT, INSERT, DELETE');
