-- Both in one go: the table is written anew once.
ALTER TABLE "interactions" ADD COLUMN "asks" boolean GENERATED ALWAYS AS (case when direction is distinct from 'INBOUND' or (type is not distinct from 'EMAIL' and coalesce(activity, '') in ('bounce', 'auto-reply', 'list', 'bulk')) then false
        when type in ('EMAIL', 'CHAT', 'SOCIAL_MEDIA', 'FORM_SUBMISSION') then not (not (coalesce(content, '') <> '') and coalesce(activity, '') ~* '\y(?:open(?:ed|s)?|click(?:ed|s)?|bounced?|unsubscribed?|visit(?:ed)?|view(?:ed)?|download(?:ed)?)\y')
        when type = 'PHONE_CALL' then coalesce(outcome, '') ~* 'miss|voice ?mail|no[ _-]?answer|no[ _-]?show|cancel|not reached|busy'
        else type is null and (conversation_id is not null or coalesce(content, '') <> '') and not (not (coalesce(content, '') <> '') and coalesce(activity, '') ~* '\y(?:open(?:ed|s)?|click(?:ed|s)?|bounced?|unsubscribed?|visit(?:ed)?|view(?:ed)?|download(?:ed)?)\y') end) STORED,
	ADD COLUMN "answers" boolean GENERATED ALWAYS AS (case when direction = 'OUTBOUND' then type is distinct from 'WEBSITE_VISIT' and not (type is not distinct from 'EMAIL' and coalesce(activity, '') in ('bounce', 'auto-reply', 'list', 'bulk'))
        when type in ('PHONE_CALL', 'MEETING') then not coalesce(outcome, '') ~* 'miss|voice ?mail|no[ _-]?answer|no[ _-]?show|cancel|not reached|busy' else false end) STORED;--> statement-breakpoint
-- Metrics read who asked and who answered when for all contacts: from the index alone.
DROP INDEX "interactions_contact";--> statement-breakpoint
CREATE INDEX "interactions_contact" ON "interactions" USING btree ("tenant_id","contact_id","occurred_at") INCLUDE ("direction","channel","conversation_id","asks","answers");
