CREATE TABLE "import_heading" (
	"plan_id" uuid NOT NULL,
	"resource" text NOT NULL,
	"headings" jsonb NOT NULL,
	CONSTRAINT "import_heading_plan_id_resource_pk" PRIMARY KEY("plan_id","resource")
);
--> statement-breakpoint
ALTER TABLE "import_heading" ADD CONSTRAINT "import_heading_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;