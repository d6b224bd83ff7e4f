// What is served at each address, from the state after the last build. Pictures are drawn when somebody asks for them.

import type { Problem } from "../diagnostics/diagnostic.ts";
import { type LivePage, POLICY } from "./document.ts";
import { drawView } from "./draw-view.ts";
import { BEGINNING, type LiveState, type LiveView } from "./live-state.ts";
import { gonePage, indexPage, viewPage, waitingPage } from "./pages.ts";
import type { Answer, Pages } from "./server.ts";

export interface LivePages extends Pages {
  /** From now on, this is what is served. */
  readonly show: (state: LiveState) => void;
}

/** What a picture's page may do: run its own script, far from all that is served here. */
const PICTURE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-page'; frame-ancestors 'self'; sandbox allow-scripts";

/** `textOf` shows problems as a terminal does. */
export function livePages(project: string, textOf: (problems: readonly Problem[]) => string): LivePages {
  let state = BEGINNING;
  let problems = "";
  const pages = new Map<string, LivePage>();
  const pictures = new Map<string, string>();

  /** The page of a name; the one of all scenarios has none. */
  function pageOf(of: string): LivePage {
    const page = pages.get(of) ?? makePage(of);
    if (of === "" || viewOf(of)) pages.set(of, page);
    return page;
  }

  function makePage(of: string): LivePage {
    if (state === BEGINNING) return waitingPage(project);
    const context = { project, problems };
    if (of === "") return indexPage(state, context);
    const view = viewOf(of);
    return view ? viewPage(view, state, context) : gonePage(of, state, context);
  }

  const viewOf = (of: string): LiveView | undefined => state.views.find(({ path }) => path === of);

  function pictureOf(view: LiveView): string {
    const picture = pictures.get(view.path) ?? drawView(view);
    pictures.set(view.path, picture);
    return picture;
  }

  return {
    show: (next) => {
      state = next;
      problems = textOf(next.problems);
      pages.clear();
      pictures.clear();
    },
    tagOf: (of) => pageOf(of).tag,
    answer: (path, of): Answer | undefined => {
      if (path === "/") return { status: 200, html: pageOf("").html, policy: POLICY };
      const view = viewOf(of);
      if (path === "/view" && of !== "") return { status: view ? 200 : 404, html: pageOf(of).html, policy: POLICY };
      if (path !== "/picture" || view === undefined) return undefined;
      return { status: 200, html: pictureOf(view), policy: PICTURE_POLICY };
    },
  };
}
