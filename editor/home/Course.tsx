import { useEffect, useState } from "react";
import { app } from "../app.ts";
import { count } from "../numbers.ts";
import { ofSample, words } from "../words.ts";
import { fits } from "./fits.ts";
import { LessonCard } from "./LessonCard.tsx";
import { type Lesson, lessons, type Subject } from "./lessons.ts";

const subjects: readonly (Subject | "all")[] = ["all", "generator", "dissection", "evolution"];

/** The course in graphs, by subject; a search goes through all of it. */
export function Course({ typed }: { typed: string }) {
  const [course, setCourse] = useState<readonly Lesson[] | null>([]);
  const [subject, setSubject] = useState<Subject | "all">("all");
  useEffect(() => {
    lessons(app.catalogue).then(setCourse, () => setCourse(null));
  }, []);
  if (course === null) return <p className="home-none">{words.noSamples}</p>;
  const searching = typed !== "";
  const spoken = course.map((lesson) => ({
    ...lesson,
    name: ofSample(lesson.name),
    about: ofSample(lesson.about),
  }));
  const shown = spoken.filter(({ number, name, about, subject: its }) =>
    searching ? fits(typed, number, name, about) : subject === "all" || its === subject,
  );
  if (searching && shown.length === 0) return null;
  return (
    <section aria-labelledby="home-course">
      <header className="home-section">
        <h2 id="home-course">{words.course}</h2>
        {!searching && (
          <fieldset className="subjects" aria-label={words.subject}>
            {subjects.map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={each === subject}
                onClick={() => setSubject(each)}
              >
                {each === "all" ? words.allLessons(count(course.length)) : words.subjects[each]}
              </button>
            ))}
          </fieldset>
        )}
      </header>
      <div className="home-grid">
        {shown.map((lesson) => (
          <LessonCard key={lesson.file} lesson={lesson} />
        ))}
      </div>
    </section>
  );
}
