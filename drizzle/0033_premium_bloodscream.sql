ALTER TYPE "public"."mail_purpose" ADD VALUE 'way_added';--> statement-breakpoint
ALTER TYPE "public"."mail_purpose" ADD VALUE 'way_removed';--> statement-breakpoint
CREATE TABLE "second_step" (
	"account_id" bigint PRIMARY KEY NOT NULL,
	"sealed_secret" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "spare_code" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" bigint NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "second_step" ADD CONSTRAINT "second_step_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spare_code" ADD CONSTRAINT "spare_code_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "spare_code_account" ON "spare_code" USING btree ("account_id");