ALTER TYPE "public"."report_target" ADD VALUE 'comment';--> statement-breakpoint
CREATE TABLE "comment_version" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "comment_version_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"comment_id" bigint NOT NULL,
	"words" text NOT NULL,
	"replaced_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
DROP INDEX "comment_thread";--> statement-breakpoint
DROP INDEX "thread_entry";--> statement-breakpoint
ALTER TABLE "comment" ALTER COLUMN "words" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "thread" ALTER COLUMN "entry_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "thread_id" bigint;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "comment_id" bigint;--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "comment_id" bigint;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "number" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "answers" integer;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "mentions" bigint[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "state" text NOT NULL;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "edited_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "decided_by_id" bigint;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "decided_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "decision_reason" text;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "withheld" "withheld_strength";--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "withheld_by_id" bigint;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "withheld_reason" text;--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "submission_id" bigint;--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "started_by_id" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "is_shown" boolean NOT NULL;--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "is_open" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "closed_by_id" bigint;--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "outcome" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "last_number" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "comments" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "last_id" bigint;--> statement-breakpoint
ALTER TABLE "thread" ADD COLUMN "last_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "comment_version" ADD CONSTRAINT "comment_version_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_version_comment" ON "comment_version" USING btree ("comment_id","id");--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_decided_by_id_account_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_withheld_by_id_account_id_fk" FOREIGN KEY ("withheld_by_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_started_by_id_account_id_fk" FOREIGN KEY ("started_by_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_closed_by_id_account_id_fk" FOREIGN KEY ("closed_by_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_comment" ON "report" USING btree ("comment_id","id") WHERE "report"."comment_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "comment_place" ON "comment" USING btree ("thread_id","number");--> statement-breakpoint
CREATE INDEX "comment_held" ON "comment" USING btree ("id") WHERE "comment"."state" = 'held';--> statement-breakpoint
CREATE INDEX "comment_held_author" ON "comment" USING btree ("author_id","id") WHERE "comment"."state" = 'held';--> statement-breakpoint
CREATE INDEX "thread_list" ON "thread" USING btree ("entry_id","is_open","last_at","id") WHERE "thread"."is_shown";--> statement-breakpoint
CREATE UNIQUE INDEX "thread_submission" ON "thread" USING btree ("submission_id") WHERE "thread"."submission_id" is not null;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_erased" CHECK (("comment"."words" is null) = ("comment"."withheld" is not distinct from 'erased'));--> statement-breakpoint
ALTER TABLE "thread" ADD CONSTRAINT "thread_about_one" CHECK (("thread"."entry_id" is null) <> ("thread"."submission_id" is null));