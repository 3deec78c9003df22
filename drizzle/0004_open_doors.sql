CREATE TYPE "public"."account_token_purpose" AS ENUM('confirm_email', 'reset_password');--> statement-breakpoint
CREATE TYPE "public"."report_target" AS ENUM('page', 'fact', 'source', 'revision', 'summary', 'account', 'site');--> statement-breakpoint
CREATE TABLE "account_token" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" bigint NOT NULL,
	"purpose" "account_token_purpose" NOT NULL,
	"email" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
DROP INDEX "report_open";--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "email_confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "recovery_hash" text;--> statement-breakpoint
ALTER TABLE "audit_record" ADD COLUMN "is_public" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "target" "report_target" DEFAULT 'site' NOT NULL;--> statement-breakpoint
ALTER TABLE "submission_item" ADD COLUMN "base_round_id" bigint;--> statement-breakpoint
ALTER TABLE "account_token" ADD CONSTRAINT "account_token_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_token_account" ON "account_token" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "account_token_expiry" ON "account_token" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "submission_item" ADD CONSTRAINT "submission_item_base_round_id_submission_round_id_fk" FOREIGN KEY ("base_round_id") REFERENCES "public"."submission_round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_record_public" ON "audit_record" USING btree ("id") WHERE "audit_record"."is_public";--> statement-breakpoint
CREATE INDEX "report_closed" ON "report" USING btree ("closed_at","id") WHERE "report"."closed_at" is not null;--> statement-breakpoint
CREATE INDEX "report_open" ON "report" USING btree ("urgency","id") WHERE "report"."closed_at" is null;--> statement-breakpoint
-- What the public log tells from now on, it also tells of what was done before.
ALTER TABLE "audit_record" DISABLE TRIGGER "audit_record_stays";--> statement-breakpoint
UPDATE "audit_record" SET "is_public" = true
  WHERE "act" IN ('account.block', 'account.unblock', 'account.appoint', 'account.earn-trust');--> statement-breakpoint
ALTER TABLE "audit_record" ENABLE TRIGGER "audit_record_stays";
