ALTER TABLE "mail_plan" ADD COLUMN "quiet_from" smallint;--> statement-breakpoint
ALTER TABLE "mail_plan" ADD COLUMN "quiet_to" smallint;--> statement-breakpoint
ALTER TABLE "news_mail" ADD COLUMN "is_alarm" boolean DEFAULT false NOT NULL;