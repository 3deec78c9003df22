CREATE TABLE "mail_choice" (
	"account_id" bigint NOT NULL,
	"family" text NOT NULL,
	"rhythm" text NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_choice_account_id_family_pk" PRIMARY KEY("account_id","family")
);
--> statement-breakpoint
CREATE TABLE "mail_plan" (
	"account_id" bigint PRIMARY KEY NOT NULL,
	"time_zone" text,
	"hour" smallint NOT NULL,
	"soon_at" timestamp with time zone,
	"digest_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "news_mail" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "news_mail_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" bigint NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "news_mail_item" (
	"account_id" bigint NOT NULL,
	"event_id" bigint NOT NULL,
	"mail_id" bigint NOT NULL,
	CONSTRAINT "news_mail_item_account_id_event_id_pk" PRIMARY KEY("account_id","event_id")
);
--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "email_refused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mail_choice" ADD CONSTRAINT "mail_choice_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_plan" ADD CONSTRAINT "mail_plan_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news_mail" ADD CONSTRAINT "news_mail_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news_mail_item" ADD CONSTRAINT "news_mail_item_mail_id_news_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."news_mail"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_plan_soon" ON "mail_plan" USING btree ("soon_at") WHERE "mail_plan"."soon_at" is not null;--> statement-breakpoint
CREATE INDEX "mail_plan_digest" ON "mail_plan" USING btree ("digest_at") WHERE "mail_plan"."digest_at" is not null;--> statement-breakpoint
CREATE INDEX "news_mail_unsettled" ON "news_mail" USING btree ("id") WHERE "news_mail"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "news_mail_age" ON "news_mail" USING btree ("made_at");--> statement-breakpoint
CREATE INDEX "news_mail_item_mail" ON "news_mail_item" USING btree ("mail_id","event_id");