CREATE TABLE "own_words" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "own_words_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" bigint NOT NULL,
	"words" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text NOT NULL,
	"decided_by_id" bigint,
	"decided_at" timestamp with time zone,
	"reason" text
);
--> statement-breakpoint
ALTER TABLE "own_words" ADD CONSTRAINT "own_words_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_words" ADD CONSTRAINT "own_words_decided_by_id_account_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "own_words_one_waiting" ON "own_words" USING btree ("account_id") WHERE "own_words"."state" = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "own_words_one_shown" ON "own_words" USING btree ("account_id") WHERE "own_words"."state" = 'shown';--> statement-breakpoint
CREATE INDEX "own_words_waiting" ON "own_words" USING btree ("id") WHERE "own_words"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "own_words_account" ON "own_words" USING btree ("account_id","id");