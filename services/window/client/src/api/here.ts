/** A page of the window that something was typed or sent on, by which a person finds it again. */
export interface Place {
  path: string;
  title: string;
}

/** Returns the page that is on the screen; nothing outside a browser. */
export function here(): Place | undefined {
  if (typeof document === 'undefined') return undefined;
  return { path: location.pathname + location.search, title: document.title.replace(/ · Janela$/, '') };
}
