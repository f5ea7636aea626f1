/** What is looked at stands in the address, so that it can be sent to somebody and gone back to. */
import { useSearchParams } from 'react-router';

/** The present address with some of its parts changed; null takes one away. */
export function useAddressWith(): (changes: Readonly<Record<string, string | null>>) => string {
  const [address] = useSearchParams();
  return (changes) => {
    const next = new URLSearchParams(address);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    return `?${next.toString()}`;
  };
}
