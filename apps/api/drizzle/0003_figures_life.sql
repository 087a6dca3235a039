CREATE TABLE "status_override" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"indicator_id" uuid NOT NULL,
	"status" text NOT NULL,
	"reason" text NOT NULL,
	"from" date NOT NULL,
	"until" date NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"ended_on" date,
	"ended_by" uuid
);
--> statement-breakpoint
ALTER TABLE "measurement" DROP CONSTRAINT "measurement_has_figure";--> statement-breakpoint
ALTER TABLE "measurement" ADD COLUMN "qualitative" text;--> statement-breakpoint
ALTER TABLE "measurement" ADD COLUMN "not_applicable" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "measurement" ADD COLUMN "warnings" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "measurement" ADD COLUMN "decision_note" text;--> statement-breakpoint
ALTER TABLE "measurement" ADD COLUMN "approved_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "measurement" ADD COLUMN "batch" uuid;--> statement-breakpoint
ALTER TABLE "measurement" ADD COLUMN "ended_batch" uuid;--> statement-breakpoint
ALTER TABLE "measurement" ADD COLUMN "ended_by" uuid;--> statement-breakpoint
ALTER TABLE "measurement" ADD COLUMN "ended_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "status_override" ADD CONSTRAINT "status_override_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_override" ADD CONSTRAINT "status_override_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_override" ADD CONSTRAINT "status_override_by_person_id_fk" FOREIGN KEY ("by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_override" ADD CONSTRAINT "status_override_ended_by_person_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "status_override_plan_id_indicator_id_index" ON "status_override" USING btree ("plan_id","indicator_id");--> statement-breakpoint
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_ended_by_person_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "measurement_before" ON "measurement" USING btree ("indicator_id","area_id","on","revision") WHERE state = 'superseded';--> statement-breakpoint
CREATE INDEX "measurement_by_batch" ON "measurement" USING btree ("batch") WHERE batch is not null;--> statement-breakpoint
CREATE INDEX "measurement_by_ended_batch" ON "measurement" USING btree ("ended_batch") WHERE ended_batch is not null;--> statement-breakpoint
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_has_figure" CHECK ((numerator is not null and denominator is not null) or value is not null or qualitative is not null or not_applicable or state in ('draft', 'superseded'));