CREATE TABLE "obstacle" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"department_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"subject_code" text,
	"title" text NOT NULL,
	"detail" text,
	"place" text,
	"enterprise" text,
	"work_ordered" text,
	"state" text NOT NULL,
	"proposal" text,
	"decision" text,
	"acting_id" uuid,
	"due_on" date,
	"result" text,
	"merged_into_id" uuid,
	"raised_by" uuid NOT NULL,
	"raised_at" timestamp(3) with time zone NOT NULL,
	"raised_on" date NOT NULL,
	"closed_on" date,
	"answered_at" timestamp(3) with time zone,
	"answer_seen_at" timestamp(3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "obstacle_plan_id_year_number_unique" UNIQUE("plan_id","year","number"),
	CONSTRAINT "obstacle_plan_id_code_unique" UNIQUE("plan_id","code")
);
--> statement-breakpoint
CREATE TABLE "obstacle_counter" (
	"plan_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "obstacle_counter_plan_id_year_pk" PRIMARY KEY("plan_id","year")
);
--> statement-breakpoint
CREATE TABLE "obstacle_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"obstacle_id" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"act" text NOT NULL,
	"by_id" uuid NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"words" text,
	"detail" jsonb
);
--> statement-breakpoint
ALTER TABLE "obstacle" ADD CONSTRAINT "obstacle_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obstacle" ADD CONSTRAINT "obstacle_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obstacle" ADD CONSTRAINT "obstacle_acting_id_department_id_fk" FOREIGN KEY ("acting_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obstacle" ADD CONSTRAINT "obstacle_merged_into_id_obstacle_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."obstacle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obstacle" ADD CONSTRAINT "obstacle_raised_by_person_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obstacle_counter" ADD CONSTRAINT "obstacle_counter_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obstacle_event" ADD CONSTRAINT "obstacle_event_obstacle_id_obstacle_id_fk" FOREIGN KEY ("obstacle_id") REFERENCES "public"."obstacle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obstacle_event" ADD CONSTRAINT "obstacle_event_by_id_person_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "obstacle_plan_id_state_index" ON "obstacle" USING btree ("plan_id","state");--> statement-breakpoint
CREATE INDEX "obstacle_merged_into_id_index" ON "obstacle" USING btree ("merged_into_id");--> statement-breakpoint
CREATE INDEX "obstacle_event_obstacle_id_at_index" ON "obstacle_event" USING btree ("obstacle_id","at");