CREATE TABLE "task_aside" (
	"account_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "task_aside_account_id_kind_subject_pk" PRIMARY KEY("account_id","kind","subject")
);
--> statement-breakpoint
ALTER TABLE "task_aside" ADD CONSTRAINT "task_aside_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entry_brief_file" ON "entry" USING btree ("number") WHERE "entry"."kind" = 'file' and "entry"."deleted_at" is null and char_length("entry"."label") < 25;