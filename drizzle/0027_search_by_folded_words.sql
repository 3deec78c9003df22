CREATE TABLE "search_word" (
	"word" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
DROP INDEX "title_beginning";--> statement-breakpoint
DROP INDEX "title_letters";--> statement-breakpoint
ALTER TABLE "title" ADD COLUMN "folded" text;--> statement-breakpoint
CREATE INDEX "search_word_letters" ON "search_word" USING gin (word gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "title_name_beginning" ON "title" USING btree (coalesce(folded, key) text_pattern_ops);--> statement-breakpoint
CREATE INDEX "title_name_letters" ON "title" USING gin (coalesce(folded, key) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "title_unfolded" ON "title" USING btree ("entry_id") WHERE "title"."folded" is null;