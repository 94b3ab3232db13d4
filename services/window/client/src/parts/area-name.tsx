import { useAreaName } from '../api/areas.ts';

/** An area by its name; its code is shown to who asks for it. */
export function AreaName({ code }: { code: string }) {
  const nameOf = useAreaName();
  return <span title={code}>{nameOf(code)}</span>;
}
