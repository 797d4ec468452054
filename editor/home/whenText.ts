const minute = 60_000;
const day = 24 * 60 * minute;

/** A moment as people say it: minutes and hours of today, then the day, then the date. */
export function whenText(at: number, now: number, language: string): string {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const passed = now - at;
  const [today, that] = [now, at].map((each) => new Date(each).setHours(0, 0, 0, 0)) as [number, number];
  const days = Math.round((today - that) / day);
  if (passed < minute) return capital(relative.format(0, "second"));
  if (passed < 60 * minute) return relative.format(-Math.floor(passed / minute), "minute");
  if (days === 0) return relative.format(-Math.floor(passed / (60 * minute)), "hour");
  if (days === 1) return capital(relative.format(-1, "day"));
  if (days < 7) return new Intl.DateTimeFormat(language, { weekday: "long" }).format(at);
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const date = { day: "numeric", month: "long", year: sameYear ? undefined : "numeric" } as const;
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, date).format(at);
}

const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;
