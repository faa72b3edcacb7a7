import type { SearchHit } from '@/lib/backend';
import { Time } from './time';

export function SearchForm({ query }: { readonly query: string }) {
  return (
    <form className="search" role="search" action="/" method="get">
      <label className="hidden" htmlFor="q">
        Search by meaning
      </label>
      <input id="q" type="search" name="q" defaultValue={query} maxLength={1000} placeholder="Search by meaning" />
    </form>
  );
}

interface Results {
  readonly query: string;
  readonly hits: readonly SearchHit[];
}

export function SearchResults({ query, hits }: Results) {
  return (
    <section aria-labelledby="title" id="latest">
      <h1 id="title">Nearest to “{query}”</h1>
      {hits.length === 0 && <p>Nothing has been said yet.</p>}
      <ol className="hits">
        {hits.map(({ message, conversation_title: title, similarity }) => (
          <li key={message.id}>
            <a href={`/?conversation=${message.conversation_id}`}>{title}</a>
            <p>{message.content}</p>
            <small>
              <meter min={0} max={1} value={Math.max(0, similarity)} aria-label="Similarity" />{' '}
              {`${Math.max(0, Math.round(similarity * 100))} % alike`} · <Time at={message.created_at} />
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}
