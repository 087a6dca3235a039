CREATE TABLE "checklist_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"list" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"level" text,
	"valid_from" date,
	"valid_to" date,
	"position" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "checklist_item_code" UNIQUE("plan_id","list","code")
);
--> statement-breakpoint
CREATE TABLE "checklist_status" (
	"id" uuid PRIMARY KEY NOT NULL,
	"item_id" uuid NOT NULL,
	"status" text NOT NULL,
	"since" date NOT NULL,
	"note" text,
	"entered_by" uuid NOT NULL,
	"entered_at" timestamp(3) with time zone NOT NULL,
	"superseded_at" timestamp(3) with time zone,
	"superseded_by" uuid
);
--> statement-breakpoint
CREATE TABLE "denominator" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"area_id" uuid NOT NULL,
	"on" date NOT NULL,
	"value" bigint NOT NULL,
	"counted_by" text,
	"source" text,
	"note" text,
	"version" integer DEFAULT 1 NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "denominator_of_day" UNIQUE("plan_id","kind","area_id","on"),
	CONSTRAINT "denominator_counted" CHECK (value >= 0)
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"resource" text NOT NULL,
	"code" text NOT NULL,
	"year" integer,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text,
	"bytes" integer,
	"sha256" text,
	"url" text,
	"added_by" uuid NOT NULL,
	"added_at" timestamp(3) with time zone NOT NULL,
	"removed_by" uuid,
	"removed_at" timestamp(3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "evidence_is_file_or_link" CHECK ((kind = 'file' and sha256 is not null and media_type is not null and bytes is not null and url is null) or (kind = 'link' and url is not null and sha256 is null))
);
--> statement-breakpoint
ALTER TABLE "area" ADD COLUMN "former_names" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "checklist_item" ADD CONSTRAINT "checklist_item_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_status" ADD CONSTRAINT "checklist_status_item_id_checklist_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."checklist_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_status" ADD CONSTRAINT "checklist_status_entered_by_person_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_status" ADD CONSTRAINT "checklist_status_superseded_by_person_id_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "denominator" ADD CONSTRAINT "denominator_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "denominator" ADD CONSTRAINT "denominator_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "denominator" ADD CONSTRAINT "denominator_recorded_by_person_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_added_by_person_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_removed_by_person_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "checklist_status_living" ON "checklist_status" USING btree ("item_id","since") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "checklist_status_of_item" ON "checklist_status" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "evidence_of_subject" ON "evidence" USING btree ("plan_id","resource","code");