/** One trunk, one cell, three branches. */
export function Logo() {
  return (
    <svg className="logo" width="20" height="20" viewBox="0 0 20 20" fill="none" aria-hidden>
      <g stroke="currentColor" strokeWidth="1.6" strokeLinecap="round">
        <path d="M1.5 10H7" />
        <path d="M7 10h9.5" />
        <path d="M8 10c4.5 0 3.5-5.8 8.5-5.8" />
        <path d="M8 10c4.5 0 3.5 5.8 8.5 5.8" />
      </g>
      <g fill="currentColor">
        <circle cx="17.2" cy="4.2" r="1.7" />
        <circle cx="17.2" cy="10" r="1.7" />
        <circle cx="17.2" cy="15.8" r="1.7" />
      </g>
      <circle cx="7.8" cy="10" r="3.7" fill="var(--accent)" />
    </svg>
  );
}
