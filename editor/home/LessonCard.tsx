import { openSample } from "../session.ts";
import type { Lesson } from "./lessons.ts";
import { Silhouette } from "./Silhouette.tsx";

/** A graph of the course: its cover, made of its own results, its number, name, one sentence and shape. */
export function LessonCard({ lesson }: { lesson: Lesson }) {
  const { number, name, about, cover, shape } = lesson;
  return (
    <button
      type="button"
      className="home-card lesson"
      aria-label={`${number} ${name}`}
      aria-description={about}
      onClick={() => void openSample(lesson.file)}
    >
      <span className="cover">
        {cover === null ? (
          <Silhouette shape={shape} width={240} height={120} />
        ) : (
          <img src={cover} alt="" loading="lazy" decoding="async" />
        )}
      </span>
      <span className="lesson-head">
        <span className="lesson-number">{number}</span>
        <strong>{name}</strong>
        <Silhouette shape={shape} width={60} height={20} />
      </span>
      <span className="lesson-about">{about}</span>
    </button>
  );
}
