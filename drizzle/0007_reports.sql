ALTER TABLE "report" ADD COLUMN "seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "answer" text;--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "cleared_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "report_entry" ON "report" USING btree ("entry_id","id") WHERE "report"."entry_id" is not null;--> statement-breakpoint
CREATE INDEX "report_about_account" ON "report" USING btree ("about_account_id","id") WHERE "report"."about_account_id" is not null;