CREATE TABLE "slip" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"person" text NOT NULL,
	"indicators" text[] NOT NULL,
	"secret_hash" text NOT NULL,
	"issued_by" uuid NOT NULL,
	"issued_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"revoked_at" timestamp(3) with time zone,
	CONSTRAINT "slip_secret_hash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "slip_figure" (
	"slip_id" uuid NOT NULL,
	"indicator" text NOT NULL,
	"on" date NOT NULL,
	"numerator" bigint,
	"denominator" bigint,
	"value" numeric,
	"sent_at" timestamp(3) with time zone NOT NULL,
	"confirmed_at" timestamp(3) with time zone,
	"confirmed_by" uuid,
	CONSTRAINT "slip_figure_slip_id_indicator_pk" PRIMARY KEY("slip_id","indicator"),
	CONSTRAINT "slip_figure_share" CHECK (numerator >= 0 and denominator >= 0)
);
--> statement-breakpoint
ALTER TABLE "slip" ADD CONSTRAINT "slip_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slip" ADD CONSTRAINT "slip_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slip" ADD CONSTRAINT "slip_issued_by_person_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slip_figure" ADD CONSTRAINT "slip_figure_slip_id_slip_id_fk" FOREIGN KEY ("slip_id") REFERENCES "public"."slip"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "slip_figure" ADD CONSTRAINT "slip_figure_confirmed_by_person_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "slip_by_year" ON "slip" USING btree ("plan_id","year");