-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "inbox_state" AS ENUM ('waiting', 'done', 'given_up');

-- CreateEnum
CREATE TYPE "call_state" AS ENUM ('owed', 'sending', 'paid', 'given_up');

-- CreateTable
CREATE TABLE "incident" (
    "id" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "severity" INTEGER,
    "private" BOOLEAN NOT NULL,
    "zone" TEXT NOT NULL,
    "channel" TEXT,
    "channel_name" TEXT,
    "origin" TEXT,
    "declared_by" TEXT NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,
    "lead" TEXT,
    "roles" JSONB NOT NULL,
    "last_update_text" TEXT,
    "last_update_by" TEXT,
    "last_update_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "draft_version" INTEGER NOT NULL,
    "last_seq" INTEGER NOT NULL,

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_event" (
    "workspace" TEXT NOT NULL,
    "incident_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "event" JSONB NOT NULL,

    CONSTRAINT "incident_event_pkey" PRIMARY KEY ("incident_id","seq")
);

-- CreateTable
CREATE TABLE "timeline_entry" (
    "workspace" TEXT NOT NULL,
    "incident_id" TEXT NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "ts" TEXT,
    "thread_ts" TEXT,
    "delivery_key" TEXT,
    "author_user" TEXT,
    "author_bot" TEXT,
    "text" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "backdated" BOOLEAN NOT NULL,
    "revisions" JSONB NOT NULL,
    "withdrawn" BOOLEAN NOT NULL,
    "marks" JSONB NOT NULL,
    "files" JSONB NOT NULL,
    "masked" INTEGER NOT NULL,
    "before_declaration" BOOLEAN NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "timeline_entry_pkey" PRIMARY KEY ("incident_id","id")
);

-- CreateTable
CREATE TABLE "follow_up" (
    "workspace" TEXT NOT NULL,
    "incident_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "owner" TEXT,
    "due" TEXT,
    "done" BOOLEAN NOT NULL,
    "entry" TEXT NOT NULL,

    CONSTRAINT "follow_up_pkey" PRIMARY KEY ("incident_id","number")
);

-- CreateTable
CREATE TABLE "postmortem" (
    "workspace" TEXT NOT NULL,
    "incident_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "document" JSON NOT NULL,
    "markdown" TEXT NOT NULL,

    CONSTRAINT "postmortem_pkey" PRIMARY KEY ("incident_id","version")
);

-- CreateTable
CREATE TABLE "person" (
    "workspace" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("workspace","user_id")
);

-- CreateTable
CREATE TABLE "slack_event" (
    "id" BIGSERIAL NOT NULL,
    "workspace" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "inbox_state" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "not_before" TIMESTAMPTZ(3),
    "reason" TEXT,
    "delivery" JSONB,

    CONSTRAINT "slack_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slack_call" (
    "id" BIGSERIAL NOT NULL,
    "workspace" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "position" BIGINT NOT NULL,
    "again_position" BIGINT,
    "incident_id" TEXT,
    "effect" JSONB NOT NULL,
    "standing" BOOLEAN NOT NULL,
    "state" "call_state" NOT NULL DEFAULT 'owed',
    "owed" INTEGER NOT NULL DEFAULT 1,
    "settled" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "owed_at" TIMESTAMPTZ(3) NOT NULL,
    "not_before" TIMESTAMPTZ(3),
    "reason" TEXT,
    "fate_unknown" BOOLEAN NOT NULL DEFAULT false,
    "sender" TEXT,
    "posted_channel" TEXT,
    "posted_ts" TEXT,
    "posted_hash" TEXT,

    CONSTRAINT "slack_call_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "incident_workspace_status_idx" ON "incident"("workspace", "status");

-- CreateIndex
CREATE UNIQUE INDEX "incident_workspace_id_key" ON "incident"("workspace", "id");

-- CreateIndex
CREATE UNIQUE INDEX "incident_workspace_number_key" ON "incident"("workspace", "number");

-- CreateIndex
CREATE UNIQUE INDEX "incident_workspace_channel_key" ON "incident"("workspace", "channel");

-- CreateIndex
CREATE INDEX "timeline_entry_incident_id_occurred_at_id_idx" ON "timeline_entry"("incident_id", "occurred_at", "id");

-- CreateIndex
CREATE INDEX "timeline_entry_workspace_channel_ts_idx" ON "timeline_entry"("workspace", "channel", "ts");

-- CreateIndex
CREATE INDEX "slack_event_state_id_idx" ON "slack_event"("state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "slack_event_workspace_key_key" ON "slack_event"("workspace", "key");

-- CreateIndex
CREATE INDEX "slack_call_state_workspace_lane_position_idx" ON "slack_call"("state", "workspace", "lane", "position");

-- CreateIndex
CREATE UNIQUE INDEX "slack_call_workspace_key_key" ON "slack_call"("workspace", "key");

-- AddForeignKey
ALTER TABLE "incident_event" ADD CONSTRAINT "incident_event_workspace_incident_id_fkey" FOREIGN KEY ("workspace", "incident_id") REFERENCES "incident"("workspace", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timeline_entry" ADD CONSTRAINT "timeline_entry_workspace_incident_id_fkey" FOREIGN KEY ("workspace", "incident_id") REFERENCES "incident"("workspace", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_workspace_incident_id_fkey" FOREIGN KEY ("workspace", "incident_id") REFERENCES "incident"("workspace", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "postmortem" ADD CONSTRAINT "postmortem_workspace_incident_id_fkey" FOREIGN KEY ("workspace", "incident_id") REFERENCES "incident"("workspace", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slack_call" ADD CONSTRAINT "slack_call_workspace_incident_id_fkey" FOREIGN KEY ("workspace", "incident_id") REFERENCES "incident"("workspace", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say. It neither sees these rules nor undoes them.
ALTER TABLE "incident" ADD CONSTRAINT "incident_number_check" CHECK ("number" > 0);
ALTER TABLE "incident" ADD CONSTRAINT "incident_last_update_check" CHECK (num_nulls("last_update_text", "last_update_by", "last_update_at") IN (0, 3));
ALTER TABLE "timeline_entry" ADD CONSTRAINT "timeline_entry_origin_check" CHECK (num_nonnulls("ts", "delivery_key") = 1);
ALTER TABLE "timeline_entry" ADD CONSTRAINT "timeline_entry_author_check" CHECK (num_nonnulls("author_user", "author_bot") <= 1);
ALTER TABLE "slack_event" ADD CONSTRAINT "slack_event_delivery_check" CHECK (("state" = 'done') = ("delivery" IS NULL));
ALTER TABLE "slack_call" ADD CONSTRAINT "slack_call_posted_check" CHECK (num_nulls("posted_channel", "posted_ts", "posted_hash") IN (0, 3));
ALTER TABLE "slack_call" ADD CONSTRAINT "slack_call_sender_check" CHECK (("state" = 'sending') = ("sender" IS NOT NULL));
