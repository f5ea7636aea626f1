/** What is looked at stands in the address, so that it can be sent to somebody and gone back to. */
import { useNavigate, useSearchParams } from 'react-router';

/** Parts of the query by name; null or nothing takes one away. */
export type AddressChanges = Readonly<Record<string, string | null | undefined>>;

/** The address that is shown, with some of its parts changed: for links. */
export function useAddressWith(): (changes: AddressChanges) => string {
  const [shown] = useSearchParams();
  return (changes) => queryWith(shown, changes);
}

/**
 * Changes parts of the address at once, without a new entry in the browser's history. The change is made to where the
 * browser is: what is drawn may lag behind, and a second change must not undo the first.
 */
export function useChangeAddress(): (changes: AddressChanges) => void {
  const navigate = useNavigate();
  return (changes) => {
    const present = new URLSearchParams(globalThis.location.search);
    void navigate(queryWith(present, changes), { replace: true, preventScrollReset: true });
  };
}

/** The query of the address after the changes, with its question mark. */
export function queryWith(address: URLSearchParams, changes: AddressChanges): string {
  const next = new URLSearchParams(address);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === undefined || value === '') next.delete(name);
    else next.set(name, value);
  }
  return `?${next.toString()}`;
}
