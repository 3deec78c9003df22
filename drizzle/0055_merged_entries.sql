CREATE TABLE "entry_merge" (
	"entry_id" bigint PRIMARY KEY NOT NULL,
	"into_id" bigint NOT NULL,
	"by_id" bigint NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "entry_merge_another" CHECK ("entry_merge"."entry_id" <> "entry_merge"."into_id")
);
--> statement-breakpoint
ALTER TABLE "entry_merge" ADD CONSTRAINT "entry_merge_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_merge" ADD CONSTRAINT "entry_merge_into_id_entry_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_merge" ADD CONSTRAINT "entry_merge_by_id_account_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entry_merge_into" ON "entry_merge" USING btree ("into_id");--> statement-breakpoint
CREATE INDEX "entry_merge_by" ON "entry_merge" USING btree ("by_id");