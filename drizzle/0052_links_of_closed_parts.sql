ALTER TABLE "link" ADD COLUMN "behind" bigint[];--> statement-breakpoint
ALTER TABLE "title_link" ADD COLUMN "behind" bigint[];