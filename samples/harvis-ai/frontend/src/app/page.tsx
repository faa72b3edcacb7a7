import { Composer } from '@/components/composer';
import { ConversationList } from '@/components/conversation-list';
import { Messages } from '@/components/messages';
import { Notice } from '@/components/notice';
import { SearchForm, SearchResults } from '@/components/search';
import { load } from '@/lib/page-data';

// Every request shows what is stored now; nothing is rendered when the image is built.
export const dynamic = 'force-dynamic';

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: Props) {
  const data = await load(await searchParams);
  return (
    <div className="shell">
      <a className="skip" href="#latest">
        Skip to the conversation
      </a>
      <header>
        <a className="brand" href="/">
          <svg aria-hidden="true" viewBox="0 0 32 32" width="28" height="28">
            <path d="M9 8v16M23 8v16M9 16h14" stroke="currentColor" strokeWidth="4" strokeLinecap="round" />
          </svg>
          Harvis&nbsp;AI
        </a>
        <SearchForm query={data.query} />
      </header>
      <ConversationList conversations={data.conversations} selected={data.conversation?.id ?? null} />
      <main>
        {data.problem && <Notice>{data.problem}</Notice>}
        {data.query === '' ? (
          <Messages conversation={data.conversation} />
        ) : (
          <SearchResults query={data.query} hits={data.hits} />
        )}
        <Composer conversation={data.conversation} />
      </main>
    </div>
  );
}
