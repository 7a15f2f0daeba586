// What the tests ask of a tab, whatever drives its browser. Each tab has a profile (cookies, storage) of its
// own; functions given to it run in the page, and so use nothing from outside themselves.

export interface BrowserTab {
  /** Console messages of every level, uncaught errors, requests that failed or left the site: as of the last answer. */
  problems: string[];
  /** Arguments and result are JSON. */
  evaluate<A extends unknown[], T>(run: (...values: A) => T | Promise<T>, ...values: A): Promise<T>;
  /** Resolves when the address has loaded. */
  go(address: string): Promise<void>;
  reload(): Promise<void>;
  /** Presses the mouse's first button there, `times` in a row; in pixels from the window's corner. */
  click(place: Place, times: number): Promise<void>;
  /** Presses a key for each character. */
  type(text: string): Promise<void>;
  close(): Promise<void>;
}

export interface Place {
  x: number;
  y: number;
}

/** A browser that the tests have started. */
export interface StartedBrowser {
  /** The root of the site as this browser is served it, with its final slash. */
  siteUrl: string;
  openTab(): Promise<BrowserTab>;
  close(): Promise<void>;
}
