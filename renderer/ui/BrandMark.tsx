/** The sign of the program: three sliders, set. */
export function BrandMark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 22 22" aria-hidden>
      <rect width="22" height="22" rx="6" fill="var(--accent-fill)" />
      <path
        d="M6.2 7.2h9.6M6.2 11h9.6M6.2 14.8h9.6"
        stroke="var(--on-accent)"
        strokeWidth="1.7"
        strokeLinecap="round"
        opacity=".5"
      />
      <circle cx="13" cy="7.2" r="2" fill="var(--on-accent)" />
      <circle cx="8.4" cy="11" r="2" fill="var(--on-accent)" />
      <circle cx="14" cy="14.8" r="2" fill="var(--on-accent)" />
    </svg>
  );
}
