DROP INDEX "search_row_page_words";--> statement-breakpoint
DROP INDEX "search_row_fact_words";--> statement-breakpoint
DROP INDEX "search_row_source_words";--> statement-breakpoint
DROP INDEX "search_row_page_label";--> statement-breakpoint
CREATE INDEX "title_letters" ON "title" USING gin (key gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "search_row_page_words_first" ON "search_row" USING gin ("vector") WHERE "search_row"."kind" = 'page' and "search_row"."entry_id" <= 30000;--> statement-breakpoint
CREATE INDEX "search_row_page_words_next" ON "search_row" USING gin ("vector") WHERE "search_row"."kind" = 'page' and "search_row"."entry_id" > 30000 and "search_row"."entry_id" <= 1000000;--> statement-breakpoint
CREATE INDEX "search_row_page_words_rest" ON "search_row" USING gin ("vector") WHERE "search_row"."kind" = 'page' and "search_row"."entry_id" > 1000000;--> statement-breakpoint
CREATE INDEX "search_row_fact_words_first" ON "search_row" USING gin ("vector") WHERE "search_row"."kind" = 'fact' and "search_row"."entry_id" <= 30000;--> statement-breakpoint
CREATE INDEX "search_row_fact_words_next" ON "search_row" USING gin ("vector") WHERE "search_row"."kind" = 'fact' and "search_row"."entry_id" > 30000 and "search_row"."entry_id" <= 1000000;--> statement-breakpoint
CREATE INDEX "search_row_fact_words_rest" ON "search_row" USING gin ("vector") WHERE "search_row"."kind" = 'fact' and "search_row"."entry_id" > 1000000;--> statement-breakpoint
CREATE INDEX "search_row_source_words_first" ON "search_row" USING gin ("vector") WHERE "search_row"."kind" = 'source' and "search_row"."entry_id" <= 30000;--> statement-breakpoint
CREATE INDEX "search_row_source_words_next" ON "search_row" USING gin ("vector") WHERE "search_row"."kind" = 'source' and "search_row"."entry_id" > 30000 and "search_row"."entry_id" <= 1000000;--> statement-breakpoint
CREATE INDEX "search_row_source_words_rest" ON "search_row" USING gin ("vector") WHERE "search_row"."kind" = 'source' and "search_row"."entry_id" > 1000000;