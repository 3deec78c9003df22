CREATE TABLE "notification" (
	"account_id" bigint NOT NULL,
	"event_id" bigint NOT NULL,
	"family" text NOT NULL,
	"kind" text NOT NULL,
	"topic" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "notification_account_id_event_id_pk" PRIMARY KEY("account_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "untold_event" (
	"event_id" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "watch" (
	"account_id" bigint NOT NULL,
	"of" text NOT NULL,
	"target_id" bigint NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "watch_account_id_of_target_id_pk" PRIMARY KEY("account_id","of","target_id")
);
--> statement-breakpoint
CREATE TABLE "watch_feed" (
	"account_id" bigint PRIMARY KEY NOT NULL,
	"salt" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch" ADD CONSTRAINT "watch_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_feed" ADD CONSTRAINT "watch_feed_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notification_family" ON "notification" USING btree ("account_id","family","event_id");--> statement-breakpoint
CREATE INDEX "notification_unread" ON "notification" USING btree ("account_id","event_id") WHERE "notification"."read_at" is null;--> statement-breakpoint
CREATE INDEX "notification_topic" ON "notification" USING btree ("account_id","topic","event_id");--> statement-breakpoint
CREATE INDEX "notification_age" ON "notification" USING btree ("at");--> statement-breakpoint
CREATE INDEX "watch_target" ON "watch" USING btree ("of","target_id");