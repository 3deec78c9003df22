DROP TABLE "notification" CASCADE;--> statement-breakpoint
DROP TABLE "watch" CASCADE;