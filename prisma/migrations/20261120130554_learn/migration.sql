-- CreateEnum
CREATE TYPE "Origin" AS ENUM ('import', 'edit');

-- CreateEnum
CREATE TYPE "CoursePart" AS ENUM ('about', 'glossary', 'check', 'cards');

-- CreateTable
CREATE TABLE "UserSession" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "shared" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ,

    CONSTRAINT "UserSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Course" (
    "id" TEXT NOT NULL,

    CONSTRAINT "Course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CourseRevision" (
    "id" UUID NOT NULL,
    "courseId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "origin" "Origin" NOT NULL,
    "manifest" JSONB NOT NULL,
    "publishedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CourseRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CourseText" (
    "revisionId" UUID NOT NULL,
    "part" "CoursePart" NOT NULL,
    "locale" TEXT NOT NULL,
    "markdown" TEXT NOT NULL,
    "draft" BOOLEAN NOT NULL,

    CONSTRAINT "CourseText_pkey" PRIMARY KEY ("revisionId","part","locale")
);

-- CreateTable
CREATE TABLE "Lesson" (
    "courseId" TEXT NOT NULL,
    "id" TEXT NOT NULL,

    CONSTRAINT "Lesson_pkey" PRIMARY KEY ("courseId","id")
);

-- CreateTable
CREATE TABLE "LessonRevision" (
    "id" UUID NOT NULL,
    "courseId" TEXT NOT NULL,
    "lessonId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "origin" "Origin" NOT NULL,
    "publishedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LessonRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LessonText" (
    "revisionId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "markdown" TEXT NOT NULL,
    "draft" BOOLEAN NOT NULL,
    "blocks" JSONB NOT NULL,

    CONSTRAINT "LessonText_pkey" PRIMARY KEY ("revisionId","locale")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "suspendedAt" TIMESTAMPTZ,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgressEvent" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "lessonId" TEXT,
    "blockId" TEXT,
    "revision" INTEGER,
    "at" TIMESTAMPTZ NOT NULL,
    "sequence" BIGSERIAL NOT NULL,

    CONSTRAINT "ProgressEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" UUID NOT NULL,
    "candidate" BYTEA NOT NULL,
    "courseId" TEXT NOT NULL,
    "revisionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "itemIds" TEXT[],
    "seed" UUID NOT NULL,
    "drawnAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttemptResult" (
    "attemptId" UUID NOT NULL,
    "answers" JSONB NOT NULL,
    "locale" TEXT NOT NULL,
    "points" JSONB NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "submittedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AttemptResult_pkey" PRIMARY KEY ("attemptId")
);

-- CreateIndex
CREATE INDEX "UserSession_personId_idx" ON "UserSession"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "CourseRevision_courseId_number_key" ON "CourseRevision"("courseId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "LessonRevision_courseId_lessonId_number_key" ON "LessonRevision"("courseId", "lessonId", "number");

-- CreateIndex
CREATE INDEX "ProgressEvent_personId_sequence_idx" ON "ProgressEvent"("personId", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_candidate_courseId_number_key" ON "Attempt"("candidate", "courseId", "number");

-- AddForeignKey
ALTER TABLE "UserSession" ADD CONSTRAINT "UserSession_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseRevision" ADD CONSTRAINT "CourseRevision_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseText" ADD CONSTRAINT "CourseText_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "CourseRevision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lesson" ADD CONSTRAINT "Lesson_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LessonRevision" ADD CONSTRAINT "LessonRevision_courseId_lessonId_fkey" FOREIGN KEY ("courseId", "lessonId") REFERENCES "Lesson"("courseId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LessonText" ADD CONSTRAINT "LessonText_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "LessonRevision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgressEvent" ADD CONSTRAINT "ProgressEvent_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttemptResult" ADD CONSTRAINT "AttemptResult_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;


