/** Something that only its key opens, and only for the person and under the name that it was sealed for. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

/** For whom something is kept, and under which name. */
interface About {
  personId: string;
  name: string;
}

/** A key that the browser never gives out, not even to this page. */
export const newKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

/** Seals a value, each time differently. */
export async function seal(key: CryptoKey, about: About, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return { iv, data: await crypto.subtle.encrypt({ ...paramsOf(about), iv }, key, bytes) };
}

/** What was sealed; nothing where the key, the person or the name is another, or it was changed. */
export async function open(key: CryptoKey, about: About, { iv, data }: Sealed): Promise<unknown> {
  const opened = await crypto.subtle.decrypt({ ...paramsOf(about), iv }, key, data).catch(() => undefined);
  return opened && (JSON.parse(new TextDecoder().decode(opened)) as unknown);
}

const paramsOf = ({ personId, name }: About) => ({
  name: 'AES-GCM',
  additionalData: new TextEncoder().encode(`${personId} ${name}`),
});
