/** A moment in UTC: the server renders it, and it doesn't know the reader's time zone. */
export function Time({ at }: { readonly at: string }) {
  return <time dateTime={at}>{`${at.slice(0, 10)} ${at.slice(11, 16)} UTC`}</time>;
}
