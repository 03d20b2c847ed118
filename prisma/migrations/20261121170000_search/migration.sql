-- Similar words, for typing errors. It comes with Postgres ("contrib"), and whoever may create in this database may add it.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
EXCEPTION WHEN insufficient_privilege OR feature_not_supported OR undefined_file THEN
  RAISE EXCEPTION 'the search needs the extension pg_trgm, and this user may not add it or the server does not have it (%). Ask whoever runs the database server to do in this database: CREATE EXTENSION pg_trgm', SQLERRM;
END
$$;

-- CreateEnum
CREATE TYPE "SearchKind" AS ENUM ('card', 'term', 'lesson');

-- CreateTable
CREATE TABLE "SearchIndex" (
    "courseId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "totals" JSONB NOT NULL,

    CONSTRAINT "SearchIndex_pkey" PRIMARY KEY ("courseId")
);

-- CreateTable
CREATE TABLE "SearchEntry" (
    "id" SERIAL NOT NULL,
    "courseId" TEXT NOT NULL,
    "kind" "SearchKind" NOT NULL,
    "lang" TEXT NOT NULL,
    "locales" TEXT[],
    "lesson" TEXT,
    "block" TEXT,
    "card" INTEGER,
    "title" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "noted" BOOLEAN NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchWord" (
    "courseId" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "entries" INTEGER NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("courseId","locale","word")
);

-- CreateIndex
CREATE INDEX "SearchEntry_courseId_idx" ON "SearchEntry"("courseId");

-- CreateIndex
CREATE INDEX "SearchEntry_words_locales_idx" ON "SearchEntry" USING GIN ("words", "locales");

-- CreateIndex
CREATE INDEX "SearchWord_word_idx" ON "SearchWord" USING SPGIST ("word");

-- CreateIndex
CREATE INDEX "SearchWord_similar_idx" ON "SearchWord" USING GIN ("word" gin_trgm_ops);

-- Written by hand, and unknown to Prisma. Which content a course has now: the same text as long as its newest revisions are the same. Revisions never change.
CREATE FUNCTION search_state(course TEXT) RETURNS TEXT LANGUAGE SQL STABLE AS $$
  SELECT md5(string_agg(newest.id::text, ' ' ORDER BY newest.part))
  FROM (
    (SELECT '' AS part, id FROM "CourseRevision" WHERE "courseId" = course ORDER BY number DESC LIMIT 1)
    UNION ALL
    SELECT * FROM (
      SELECT DISTINCT ON ("lessonId") 'lesson ' || "lessonId", id FROM "LessonRevision"
      WHERE "courseId" = course ORDER BY "lessonId", number DESC
    ) AS lessons
  ) AS newest
$$;
