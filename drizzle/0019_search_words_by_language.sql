ALTER TABLE "search_row" ALTER COLUMN "vector" DROP EXPRESSION;--> statement-breakpoint
ALTER TABLE "search_row" ADD COLUMN "configuration" text DEFAULT 'english' NOT NULL;--> statement-breakpoint
CREATE INDEX "search_row_configuration" ON "search_row" USING btree ("configuration");