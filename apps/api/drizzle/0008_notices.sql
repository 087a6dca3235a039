CREATE TABLE "delivery" (
	"id" uuid PRIMARY KEY NOT NULL,
	"notice_id" uuid NOT NULL,
	"address" text NOT NULL,
	"state" text NOT NULL,
	"sent_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"items" jsonb NOT NULL,
	"on" date NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"read_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "person_setting" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"mail_reminders" boolean DEFAULT false NOT NULL,
	"calendar_hash" text,
	"calendar_since" timestamp(3) with time zone,
	CONSTRAINT "person_setting_calendar_hash_unique" UNIQUE("calendar_hash")
);
--> statement-breakpoint
CREATE TABLE "reminder" (
	"person_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"thing" text NOT NULL,
	"rung" text NOT NULL,
	"notice_id" uuid NOT NULL,
	CONSTRAINT "reminder_person_id_plan_id_thing_rung_pk" PRIMARY KEY("person_id","plan_id","thing","rung")
);
--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_notice_id_notice_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_setting" ADD CONSTRAINT "person_setting_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_notice_id_notice_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delivery_notice_id_index" ON "delivery" USING btree ("notice_id");--> statement-breakpoint
CREATE INDEX "notice_person_id_created_at_index" ON "notice" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "notice_plan_id_created_at_index" ON "notice" USING btree ("plan_id","created_at");