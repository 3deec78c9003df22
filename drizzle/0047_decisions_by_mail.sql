CREATE TABLE "decision_wish" (
	"submission_id" bigint PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"link_sent_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	"event_id" bigint
);
--> statement-breakpoint
ALTER TABLE "decision_wish" ADD CONSTRAINT "decision_wish_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE no action ON UPDATE no action;