CREATE TABLE "installation" (
	"id" integer PRIMARY KEY NOT NULL,
	"audit_head" char(64),
	CONSTRAINT "installation_is_one" CHECK ("installation"."id" = 1)
);
--> statement-breakpoint
INSERT INTO "installation" ("id", "audit_head") VALUES (1, (SELECT "hash" FROM "audit_event" WHERE "plan_id" IS NULL ORDER BY "seq" DESC LIMIT 1));
--> statement-breakpoint
CREATE FUNCTION "audit_event_refuses"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'audit_event is only added to' USING ERRCODE = '42501'; END $$;
--> statement-breakpoint
CREATE TRIGGER "audit_event_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_event" FOR EACH STATEMENT EXECUTE FUNCTION "audit_event_refuses"();
