CREATE TABLE "checked_words" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "checked_words_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"report_id" bigint NOT NULL,
	"target" text NOT NULL,
	"target_id" bigint NOT NULL,
	"hash" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by_id" bigint,
	"ending" text
);
--> statement-breakpoint
ALTER TABLE "fact_facet" ADD COLUMN "closed_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "checked_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "withholding" ADD COLUMN "until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "checked_words" ADD CONSTRAINT "checked_words_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checked_words" ADD CONSTRAINT "checked_words_ended_by_id_account_id_fk" FOREIGN KEY ("ended_by_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "checked_words_text" ON "checked_words" USING btree ("target","target_id","hash");--> statement-breakpoint
CREATE UNIQUE INDEX "checked_words_open" ON "checked_words" USING btree ("target","target_id") WHERE "checked_words"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "checked_words_upheld" ON "checked_words" USING btree ("hash") WHERE "checked_words"."ending" = 'upheld';--> statement-breakpoint
CREATE INDEX "checked_words_due" ON "checked_words" USING btree ("id") WHERE "checked_words"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "checked_words_report" ON "checked_words" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "checked_words_at" ON "checked_words" USING btree ("at");