// Makes the browser ask before the page is left, only while something would be lost: a listener that is
// always there would keep pages out of the browser's back and forward cache.
export interface LeaveGuard {
  guard: (wanted: boolean) => void;
}

export function leaveGuard(): LeaveGuard {
  const ask = (event: BeforeUnloadEvent) => {
    event.preventDefault();
  };
  return {
    guard(wanted) {
      if (wanted) addEventListener("beforeunload", ask);
      else removeEventListener("beforeunload", ask);
    },
  };
}
