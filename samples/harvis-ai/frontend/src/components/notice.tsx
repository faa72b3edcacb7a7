import type { ReactNode } from 'react';

export function Notice({ children }: { readonly children: ReactNode }) {
  return (
    <p className="notice" role="alert">
      {children}
    </p>
  );
}
