// Links between pages move as the back button does: the address changes, the server answers, nothing is loaded anew.
// Without this script every one of them still works as a plain link.
if (!window.bilimMonitor) {
  window.bilimMonitor = true;
  let shown = null;
  let busy = false; // since the address changed the reader has begun to do something: nothing moves beneath them
  for (const doing of ["pointerdown", "wheel", "keydown"]) {
    addEventListener(doing, () => { busy = true; }, { capture: true, passive: true });
  }
  addEventListener("popstate", () => { busy = false; });

  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest(".stHtml a[href]");
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || link.target || link.origin !== location.origin) return;
    event.preventDefault();
    if (link.getAttribute("href").startsWith("#")) {
      const goal = document.getElementById(link.hash.slice(1));
      if (goal) { goal.setAttribute("tabindex", "-1"); goal.focus(); goal.scrollIntoView(); }
      return;
    }
    follow(link.href);
  });

  const follow = (href) => {
    const before = location.pathname;
    if (href === location.href) return;
    history.pushState({}, "", href);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    if (location.pathname !== before) shown = "top";
  };

  const draw = () => {
    for (const place of document.querySelectorAll("[data-bm-svg]")) {
      if (place.drawn === place.dataset.bmSvg) continue;
      place.innerHTML = place.drawn = place.dataset.bmSvg;
    }
  };
  const told = document.body.appendChild(document.createElement("div"));
  Object.assign(told, { className: "bm-told", hidden: true });
  told.setAttribute("aria-hidden", "true");
  document.addEventListener("mousemove", (event) => {
    const mark = event.target.closest && event.target.closest("[data-bm-told]");
    told.hidden = !mark;
    if (!mark) return;
    told.textContent = mark.dataset.bmTold;
    const { clientX: x, clientY: y } = event, right = x > innerWidth / 2;
    Object.assign(told.style, { top: `${y + 14}px`, left: right ? "" : `${x + 12}px`, right: right ? `${innerWidth - x + 12}px` : "" });
  });

  // A mark of a chart opens its list; from the keyboard the table behind the chart does.
  document.addEventListener("click", (event) => {
    const mark = event.target.closest && event.target.closest(".stHtml [data-bm-open]");
    if (mark) follow(new URL(mark.dataset.bmOpen, location.href).href);
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest && event.target.closest("[data-bm-copy]");
    if (!button) return;
    const told = button.parentElement.querySelector("[role=status]");
    const shown = button.parentElement.querySelector("input");
    try {
      await navigator.clipboard.writeText(location.href);
      shown.hidden = true;
      told.textContent = button.dataset.bmDone;
    } catch { // refused, or not there: plain http has no clipboard
      told.textContent = button.dataset.bmByHand;
      shown.value = location.href;
      shown.hidden = false;
      shown.focus();
      shown.select();
    }
  });

  // Signing in leads home, whatever page was asked for: this tab remembers it and goes back there, once.
  // The history API leads nowhere but to this site.
  const BACK = "bm-back";
  const MINUTES = 15;
  document.addEventListener("click", (event) => {
    if (!event.target.closest || !event.target.closest(".st-key-sign_in button")) return;
    sessionStorage.setItem(BACK, JSON.stringify([location.pathname + location.search, Date.now()]));
  }, true);
  const [back, since] = JSON.parse(sessionStorage.getItem(BACK) || "[]");
  sessionStorage.removeItem(BACK);
  const home = location.pathname.endsWith("/") && !location.search;
  if (back && home && back.startsWith(location.pathname) && Date.now() - since < MINUTES * 60000) {
    history.replaceState({}, "", back);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  }

  // What Streamlit's widgets say in English by themselves: labels for screen readers, and the words of an empty list.
  const OWN = "[data-testid=stApp] [aria-label], [data-testid=stApp] [data-testid=InputInstructions] *"
    + ", [data-rac] [aria-label], [role=listbox] *, [data-testid=stFileUploader] *";
  const put = new WeakMap(); // node → [English, ours]
  const inOurs = (node, said, words) => {
    const [english, ours] = put.get(node) || [];
    const known = (said === ours ? english : said).replace(/^Error: .* (?=files are not allowed)/, "");
    const [, before, ending] = /^(Remove|Add:)( .*)$/.exec(known) || [null, known, ""]; // the rest is data
    const told = words[before];
    if (told) put.set(node, [known, told + ending]);
    return told ? told + ending : said;
  };
  const translate = (words) => {
    for (const one of document.querySelectorAll(OWN)) {
      if (one.closest(".stHtml")) continue;
      const label = one.getAttribute("aria-label");
      const told = label && inOurs(one, label, words);
      if (told && told !== label) one.setAttribute("aria-label", told);
      const [text, ...rest] = [...one.childNodes].every((part) => part.nodeType === 3) ? one.childNodes : [];
      const shown = text && inOurs(text, one.textContent, words);
      if (!text || shown === one.textContent) continue;
      text.nodeValue = shown;
      for (const part of rest) part.nodeValue = "";
    }
  };

  const feed = () => {
    const link = document.querySelector("a[data-bm-feed]");
    if (!link) return;
    const told = document.head.querySelector("link[rel=alternate]") || document.head.appendChild(document.createElement("link"));
    if (told.href !== link.href) Object.assign(told, { rel: "alternate", type: "application/atom+xml", href: link.href });
  };

  const settle = () => {
    const header = document.querySelector("[data-bm-lang]");
    const root = document.documentElement; // what is already so stays untouched: a change would be told to all observers
    if (header && root.lang !== header.dataset.bmLang) root.lang = header.dataset.bmLang;
    const english = document.querySelector("[data-testid=stSkipToContent]"); // ours is in the reader's language
    if (english && !english.hidden) english.hidden = true;
    if (header) translate(JSON.parse(header.dataset.bmChrome));
    if (/%2[CF]|%3[AB]/i.test(location.search)) { // Streamlit writes what needs no escape escaped
      const plain = location.search.replace(/%2[CF]|%3[AB]/gi, decodeURIComponent);
      history.replaceState(history.state, "", location.pathname + plain + location.hash);
    }
    const wide = [...document.querySelectorAll(".bm-scroll")]
      .filter((one) => !one.checkVisibility || one.checkVisibility({ contentVisibilityAuto: true })) // what is out of sight is not laid out
      .map((one) => [one, one.scrollWidth > one.clientWidth + 1]);
    for (const [one, more] of wide) { // all are measured before any is changed
      if (more === one.hasAttribute("data-bm-more")) continue;
      if (more) one.setAttribute("data-bm-more", header ? header.dataset.bmMore : "");
      else one.removeAttribute("data-bm-more");
      if (more) one.setAttribute("tabindex", "0"); // the arrow keys scroll it
      else one.removeAttribute("tabindex");
    }
    const goal = document.querySelector("[data-bm-goto]");
    const wanted = goal && goal.dataset.bmGoto + location.search;
    if (goal && wanted !== shown) {
      shown = wanted;
      if (!busy) {
        goal.scrollIntoView({ block: "center" });
        goal.focus({ preventScroll: true });
      }
    } else if (!goal && shown !== "top") {
      shown = null;
    } else if (!goal && shown === "top") {
      shown = null;
      if (header && !busy) header.scrollIntoView();
    }
  };
  let asked = null; // the reason of a decision is typed at once, without reaching for the mouse
  const ask = () => {
    const now = document.querySelector("[data-bm-ask]");
    const field = now && now.closest(".st-key-review_panel").querySelector("input");
    if (!now) asked = null;
    if (!field || asked === now.dataset.bmAsk) return;
    asked = now.dataset.bmAsk;
    if (!/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) field.focus(); // never from under somebody's hands
  };
  // Sections out of sight are not laid out (look.css): once, when there is time, all are, so that their heights are known
  // and nothing moves beneath who leaps to the end of the page.
  const SECTIONS = "div:has(> .bm-flow .bm-section)";
  const laid = new WeakSet();
  const lay = () => {
    const fresh = [...document.querySelectorAll(SECTIONS)].filter((one) => !laid.has(one));
    if (!fresh.length) return;
    for (const one of fresh) laid.add(one);
    const whole = new CSSStyleSheet();
    whole.replaceSync(`${SECTIONS} { content-visibility: visible !important; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, whole];
    requestAnimationFrame(() => requestAnimationFrame(() => {
      document.adoptedStyleSheets = [...document.adoptedStyleSheets].filter((one) => one !== whole);
    }));
  };
  const idle = window.requestIdleCallback || ((work) => setTimeout(work, 200));
  let waiting = false;
  const later = () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => { waiting = false; settle(); ask(); idle(lay); }, 60);
  };
  new MutationObserver(() => {
    draw();
    feed();
    later();
  }).observe(document.body, { childList: true, subtree: true });
  document.addEventListener("contentvisibilityautostatechange", later, true); // a table has come into sight
  draw();
  feed();
  settle();
}
