CREATE TABLE "department_report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"period_id" uuid NOT NULL,
	"department_id" uuid NOT NULL,
	"state" text NOT NULL,
	"narrative" jsonb NOT NULL,
	"first_submitted_at" timestamp(3) with time zone,
	"submitted_by" uuid,
	"submitted_at" timestamp(3) with time zone,
	"complete" boolean DEFAULT false NOT NULL,
	"returns" integer DEFAULT 0 NOT NULL,
	"return_notes" jsonb NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp(3) with time zone,
	"edited_by" uuid,
	"edited_at" timestamp(3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "department_report_period_id_department_id_unique" UNIQUE("period_id","department_id")
);
--> statement-breakpoint
CREATE TABLE "department_report_submission" (
	"id" uuid PRIMARY KEY NOT NULL,
	"period_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"receipt" integer NOT NULL,
	"submitted_by" uuid NOT NULL,
	"submitted_at" timestamp(3) with time zone NOT NULL,
	"due_at" timestamp(3) with time zone NOT NULL,
	"complete" boolean NOT NULL,
	"copy" jsonb NOT NULL,
	"copy_hash" char(64) NOT NULL,
	CONSTRAINT "department_report_submission_period_id_receipt_unique" UNIQUE("period_id","receipt")
);
--> statement-breakpoint
CREATE TABLE "period" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"state" text NOT NULL,
	"data_cut_off" date NOT NULL,
	"departments_due_at" timestamp(3) with time zone NOT NULL,
	"ward_due_at" timestamp(3) with time zone NOT NULL,
	"reminders" integer[] NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp(3) with time zone NOT NULL,
	"closed_at" timestamp(3) with time zone,
	"locked_at" timestamp(3) with time zone,
	"reopened_at" timestamp(3) with time zone,
	"reopened_because" text,
	"last_receipt" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "period_plan_id_year_unique" UNIQUE("plan_id","year")
);
--> statement-breakpoint
CREATE TABLE "period_allowance" (
	"id" uuid PRIMARY KEY NOT NULL,
	"period_id" uuid NOT NULL,
	"department_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"until" timestamp(3) with time zone,
	"allowed_by" uuid NOT NULL,
	"allowed_at" timestamp(3) with time zone NOT NULL,
	"taken_back_at" timestamp(3) with time zone
);
--> statement-breakpoint
ALTER TABLE "department_report" ADD CONSTRAINT "department_report_period_id_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_report" ADD CONSTRAINT "department_report_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_report" ADD CONSTRAINT "department_report_submitted_by_person_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_report" ADD CONSTRAINT "department_report_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_report" ADD CONSTRAINT "department_report_edited_by_person_id_fk" FOREIGN KEY ("edited_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_report_submission" ADD CONSTRAINT "department_report_submission_period_id_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_report_submission" ADD CONSTRAINT "department_report_submission_report_id_department_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."department_report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_report_submission" ADD CONSTRAINT "department_report_submission_submitted_by_person_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "period" ADD CONSTRAINT "period_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "period" ADD CONSTRAINT "period_opened_by_person_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "period_allowance" ADD CONSTRAINT "period_allowance_period_id_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "period_allowance" ADD CONSTRAINT "period_allowance_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "period_allowance" ADD CONSTRAINT "period_allowance_allowed_by_person_id_fk" FOREIGN KEY ("allowed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "department_report_submission_report_id_index" ON "department_report_submission" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "period_allowance_period_id_index" ON "period_allowance" USING btree ("period_id");