ALTER TABLE "page_facet" ADD COLUMN "private_life_closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "wish" text;--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "contact" text;