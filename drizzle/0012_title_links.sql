CREATE TABLE "derivation" (
	"name" text PRIMARY KEY NOT NULL,
	"through_id" bigint NOT NULL,
	"is_done" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "title_link" (
	"from_id" bigint NOT NULL,
	"key" text NOT NULL,
	"since" bigint NOT NULL,
	"until" bigint,
	CONSTRAINT "title_link_from_id_key_since_pk" PRIMARY KEY("from_id","key","since")
);
--> statement-breakpoint
ALTER TABLE "title_link" ADD CONSTRAINT "title_link_from_id_entry_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "title_link_open" ON "title_link" USING btree ("key","from_id") WHERE "title_link"."until" is null;