CREATE TABLE "budget_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"task" text,
	"source" text NOT NULL,
	"quantity" numeric(13, 3) NOT NULL,
	"unit" text NOT NULL,
	"unit_price" bigint NOT NULL,
	"note" text,
	"adjusted" bigint,
	"finance_note" text,
	"allocated" bigint,
	"spent" bigint,
	CONSTRAINT "budget_line_request_id_line_unique" UNIQUE("request_id","line"),
	CONSTRAINT "budget_line_amounts" CHECK (quantity > 0 and unit_price >= 0 and coalesce(adjusted, 0) >= 0),
	CONSTRAINT "budget_line_spent" CHECK (coalesce(spent, 0) <= coalesce(allocated, 0))
);
--> statement-breakpoint
CREATE TABLE "budget_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"department_id" uuid NOT NULL,
	"state" text NOT NULL,
	"no_cost" boolean DEFAULT false NOT NULL,
	"reason" text,
	"requested_by" uuid,
	"requested_at" timestamp(3) with time zone,
	"decided_by" uuid,
	"decided_at" timestamp(3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "budget_request_plan_id_year_department_id_unique" UNIQUE("plan_id","year","department_id")
);
--> statement-breakpoint
ALTER TABLE "budget_line" ADD CONSTRAINT "budget_line_request_id_budget_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."budget_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_request" ADD CONSTRAINT "budget_request_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_request" ADD CONSTRAINT "budget_request_department_id_department_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."department"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_request" ADD CONSTRAINT "budget_request_requested_by_person_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_request" ADD CONSTRAINT "budget_request_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "budget_line_request_id_index" ON "budget_line" USING btree ("request_id");