CREATE TABLE "sub_task" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"code" text NOT NULL,
	"year" integer NOT NULL,
	"name" text NOT NULL,
	"department_id" uuid,
	"starts_on" date,
	"due_on" date,
	"weight" numeric NOT NULL,
	"progress_from" text NOT NULL,
	"outputs" jsonb NOT NULL,
	"state" text NOT NULL,
	"progress" integer,
	"done_on" date,
	"note" text,
	"carried_from" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "sub_task_plan_id_code_unique" UNIQUE("plan_id","code"),
	CONSTRAINT "sub_task_progress" CHECK (progress between 0 and 100),
	CONSTRAINT "sub_task_weight" CHECK (weight > 0)
);
--> statement-breakpoint
CREATE TABLE "task_assignment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"lead_id" uuid,
	"coordinating" text[] NOT NULL,
	"from_day" date NOT NULL,
	"reason" text,
	"assigned_by" uuid NOT NULL,
	"assigned_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "task_assignment_task_id_number_unique" UNIQUE("task_id","number")
);
--> statement-breakpoint
CREATE TABLE "task_result" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"verdict" text NOT NULL,
	"result" text NOT NULL,
	"remaining" text,
	"version" integer DEFAULT 1 NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "task_result_task_id_year_unique" UNIQUE("task_id","year")
);
--> statement-breakpoint
CREATE TABLE "task_update" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"sub_task_id" uuid,
	"text" text,
	"next_step" text,
	"move" text,
	"state" text,
	"progress" integer,
	"written_by" uuid NOT NULL,
	"written_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "yearly_plan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"department_id" uuid NOT NULL,
	"state" text NOT NULL,
	"note" text,
	"version" integer DEFAULT 1 NOT NULL,
	"submitted_by" uuid,
	"submitted_at" timestamp(3) with time zone,
	"decided_by" uuid,
	"decided_at" timestamp(3) with time zone,
	CONSTRAINT "yearly_plan_plan_id_year_department_id_unique" UNIQUE("plan_id","year","department_id")
);
--> statement-breakpoint
ALTER TABLE "sub_task" ADD CONSTRAINT "sub_task_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sub_task" ADD CONSTRAINT "sub_task_task_id_task_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."task"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sub_task" ADD CONSTRAINT "sub_task_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_assignment" ADD CONSTRAINT "task_assignment_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_assignment" ADD CONSTRAINT "task_assignment_task_id_task_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."task"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_assignment" ADD CONSTRAINT "task_assignment_lead_id_department_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_assignment" ADD CONSTRAINT "task_assignment_assigned_by_person_id_fk" FOREIGN KEY ("assigned_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_result" ADD CONSTRAINT "task_result_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_result" ADD CONSTRAINT "task_result_task_id_task_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."task"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_result" ADD CONSTRAINT "task_result_written_by_person_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_update" ADD CONSTRAINT "task_update_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_update" ADD CONSTRAINT "task_update_task_id_task_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."task"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_update" ADD CONSTRAINT "task_update_sub_task_id_sub_task_id_fk" FOREIGN KEY ("sub_task_id") REFERENCES "public"."sub_task"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_update" ADD CONSTRAINT "task_update_written_by_person_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "yearly_plan" ADD CONSTRAINT "yearly_plan_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "yearly_plan" ADD CONSTRAINT "yearly_plan_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "yearly_plan" ADD CONSTRAINT "yearly_plan_submitted_by_person_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "yearly_plan" ADD CONSTRAINT "yearly_plan_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sub_task_by_year" ON "sub_task" USING btree ("plan_id","year");--> statement-breakpoint
CREATE INDEX "sub_task_task_id_index" ON "sub_task" USING btree ("task_id");--> statement-breakpoint
CREATE INDEX "task_assignment_plan_id_index" ON "task_assignment" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "task_result_plan_id_year_index" ON "task_result" USING btree ("plan_id","year");--> statement-breakpoint
CREATE INDEX "task_update_newest" ON "task_update" USING btree ("task_id","written_at" DESC NULLS LAST,"id" DESC NULLS LAST);