DROP INDEX "checked_words_open";--> statement-breakpoint
ALTER TABLE "checked_words" ADD COLUMN "piece" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "checked_words" ADD COLUMN "number" integer;--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "piece" text;--> statement-breakpoint
CREATE UNIQUE INDEX "checked_words_open" ON "checked_words" USING btree ("target","target_id","piece") WHERE "checked_words"."ended_at" is null;