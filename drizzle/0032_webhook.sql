CREATE TABLE "webhook_progress" (
	"is_only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"sequence" bigint NOT NULL,
	CONSTRAINT "webhook_progress_only" CHECK ("webhook_progress"."is_only")
);
