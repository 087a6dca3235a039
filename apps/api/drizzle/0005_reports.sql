CREATE TABLE "report_chart" (
	"report_id" uuid NOT NULL,
	"indicator" text NOT NULL,
	"section" text NOT NULL,
	"png" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	CONSTRAINT "report_chart_report_id_indicator_pk" PRIMARY KEY("report_id","indicator")
);
--> statement-breakpoint
CREATE TABLE "report_paragraph" (
	"report_id" uuid NOT NULL,
	"key" text NOT NULL,
	"text" text NOT NULL,
	"seen" jsonb NOT NULL,
	"edited_by" uuid NOT NULL,
	"edited_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "report_paragraph_report_id_key_pk" PRIMARY KEY("report_id","key")
);
--> statement-breakpoint
CREATE TABLE "report_snapshot" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"hash" char(64) NOT NULL,
	"content" text NOT NULL,
	"taken_at" timestamp(3) with time zone NOT NULL,
	"taken_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ward_report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"snapshot_id" uuid NOT NULL,
	"previous_snapshot_id" uuid,
	"template" jsonb NOT NULL,
	"sections" jsonb NOT NULL,
	"letterhead" jsonb NOT NULL,
	"corrects_id" uuid,
	"reason" text,
	"number" integer,
	"issued_on" date,
	"document" jsonb,
	"created_by" uuid NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"submitted_by" uuid,
	"submitted_at" timestamp(3) with time zone,
	"approved_by" uuid,
	"approved_at" timestamp(3) with time zone,
	"issued_by" uuid,
	"sent_by" uuid,
	"sent_at" timestamp(3) with time zone
);
--> statement-breakpoint
ALTER TABLE "report_chart" ADD CONSTRAINT "report_chart_report_id_ward_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."ward_report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_paragraph" ADD CONSTRAINT "report_paragraph_report_id_ward_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."ward_report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_paragraph" ADD CONSTRAINT "report_paragraph_edited_by_person_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_snapshot" ADD CONSTRAINT "report_snapshot_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_snapshot" ADD CONSTRAINT "report_snapshot_taken_by_person_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ward_report" ADD CONSTRAINT "ward_report_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ward_report" ADD CONSTRAINT "ward_report_snapshot_id_report_snapshot_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."report_snapshot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ward_report" ADD CONSTRAINT "ward_report_previous_snapshot_id_report_snapshot_id_fk" FOREIGN KEY ("previous_snapshot_id") REFERENCES "public"."report_snapshot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ward_report" ADD CONSTRAINT "ward_report_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ward_report" ADD CONSTRAINT "ward_report_submitted_by_person_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ward_report" ADD CONSTRAINT "ward_report_approved_by_person_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ward_report" ADD CONSTRAINT "ward_report_issued_by_person_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ward_report" ADD CONSTRAINT "ward_report_sent_by_person_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_snapshot_report_id_taken_at_index" ON "report_snapshot" USING btree ("report_id","taken_at");--> statement-breakpoint
CREATE UNIQUE INDEX "ward_report_under_way" ON "ward_report" USING btree ("plan_id","year") WHERE state not in ('issued', 'sent');--> statement-breakpoint
CREATE UNIQUE INDEX "ward_report_number" ON "ward_report" USING btree ("plan_id","number",extract(year from issued_on)) WHERE number is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "ward_report_corrected_once" ON "ward_report" USING btree ("corrects_id");--> statement-breakpoint
CREATE FUNCTION "report_snapshot_is_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a snapshot is never changed' USING ERRCODE = '23514';
END $$;--> statement-breakpoint
CREATE TRIGGER "report_snapshot_is_kept" BEFORE UPDATE OR DELETE ON "report_snapshot" FOR EACH ROW EXECUTE FUNCTION "report_snapshot_is_kept"();--> statement-breakpoint
CREATE FUNCTION "ward_report_issued_is_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state = 'issued' AND NEW.state = 'sent'
    AND to_jsonb(OLD) - ARRAY['state', 'version', 'sent_by', 'sent_at'] = to_jsonb(NEW) - ARRAY['state', 'version', 'sent_by', 'sent_at']
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'an issued report is never changed' USING ERRCODE = '23514';
END $$;--> statement-breakpoint
CREATE TRIGGER "ward_report_issued_is_kept" BEFORE UPDATE OR DELETE ON "ward_report" FOR EACH ROW WHEN (OLD.state IN ('issued', 'sent')) EXECUTE FUNCTION "ward_report_issued_is_kept"();--> statement-breakpoint
CREATE FUNCTION "report_part_is_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE part record;
BEGIN
  IF TG_OP = 'DELETE' THEN part := OLD; ELSE part := NEW; END IF;
  IF EXISTS (SELECT 1 FROM ward_report WHERE id = part.report_id AND state IN ('issued', 'sent'))
  THEN RAISE EXCEPTION 'an issued report is never changed' USING ERRCODE = '23514'; END IF;
  RETURN part;
END $$;--> statement-breakpoint
CREATE TRIGGER "report_paragraph_is_kept" BEFORE INSERT OR UPDATE OR DELETE ON "report_paragraph" FOR EACH ROW EXECUTE FUNCTION "report_part_is_kept"();--> statement-breakpoint
CREATE TRIGGER "report_chart_is_kept" BEFORE INSERT OR UPDATE OR DELETE ON "report_chart" FOR EACH ROW EXECUTE FUNCTION "report_part_is_kept"();
