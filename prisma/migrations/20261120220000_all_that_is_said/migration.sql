-- AlterTable
ALTER TABLE "follow_up" ADD COLUMN     "withdrawn" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "incident" ADD COLUMN     "adopted" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "closing_at" TIMESTAMPTZ(3),
ADD COLUMN     "drill" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "handoff_to" TEXT,
ADD COLUMN     "merged_into" INTEGER,
ADD COLUMN     "next_update_at" TIMESTAMPTZ(3),
ADD COLUMN     "postmortem_owner" TEXT,
ADD COLUMN     "reminders_off" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "title_words" TEXT;

-- AlterTable
ALTER TABLE "slack_call" ADD COLUMN     "settled_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "timeline_entry" ADD COLUMN     "corrected" JSONB,
ADD COLUMN     "hidden" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "redacted" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "words" TEXT;

-- CreateTable
CREATE TABLE "membership" (
    "workspace" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "is_in" BOOLEAN NOT NULL,
    "at" TEXT NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("workspace","channel","user_id")
);

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE INDEX "follow_up_workspace_owner_done_withdrawn_due_idx" ON "follow_up"("workspace", "owner", "done", "withdrawn", "due");

-- CreateIndex
CREATE INDEX "slack_call_incident_id_idx" ON "slack_call"("incident_id");

-- CreateIndex
CREATE INDEX "slack_call_workspace_posted_channel_idx" ON "slack_call"("workspace", "posted_channel");

-- CreateIndex
CREATE INDEX "timeline_entry_workspace_occurred_at_incident_id_id_idx" ON "timeline_entry"("workspace", "occurred_at", "incident_id", "id");

-- What Prisma's schema cannot say. It neither sees these rules nor undoes them.
ALTER TABLE "incident" ADD CONSTRAINT "incident_merged_into_check" CHECK ("merged_into" <> "number");

-- Search: see docs/decisions/009. Without a list of pending entries, so that no search pays for what was saved before it.
CREATE INDEX "timeline_entry_words_idx" ON "timeline_entry" USING GIN (("words"::tsvector)) WITH (fastupdate = off)
  WHERE NOT ("hidden" OR "withdrawn" OR "redacted");
CREATE INDEX "incident_title_words_idx" ON "incident" USING GIN (("title_words"::tsvector)) WITH (fastupdate = off);
-- What is still to be made searchable; empty but after an update of Debrief.
CREATE INDEX "timeline_entry_without_words_idx" ON "timeline_entry" ("incident_id", "id") WHERE "words" IS NULL;
CREATE INDEX "incident_without_title_words_idx" ON "incident" ("id") WHERE "title_words" IS NULL;

-- Who is where, as far as the record tells: before this, membership was kept in no other place.
INSERT INTO "membership" ("workspace", "channel", "user_id", "is_in", "at")
SELECT DISTINCT ON ("workspace", "channel", "author_user")
  "workspace", "channel", "author_user", "kind" = 'joined', to_char(extract(epoch FROM "occurred_at"), 'FM9999999990.000000')
FROM "timeline_entry"
WHERE "kind" IN ('joined', 'left') AND "author_user" IS NOT NULL
ORDER BY "workspace", "channel", "author_user", "occurred_at" DESC, "kind" DESC;

-- Statistics read these few lines of each incident.
CREATE INDEX "timeline_entry_milestone_idx" ON "timeline_entry" ("incident_id", "kind")
  WHERE "kind" IN ('declared', 'started', 'detected', 'status');
