CREATE TABLE "source_key" (
	"source_id" bigint NOT NULL,
	"position" smallint NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "source_key_source_id_position_pk" PRIMARY KEY("source_id","position")
);
--> statement-breakpoint
DROP INDEX "revision_content_url";--> statement-breakpoint
ALTER TABLE "source_key" ADD CONSTRAINT "source_key_source_id_entry_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "source_key_key" ON "source_key" USING hash ("key");