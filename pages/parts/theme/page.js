// Links between pages move as the back button does: the address changes, the server answers, nothing is loaded anew.
// Without this script every one of them still works as a plain link.
if (!window.bilimMonitor) {
  window.bilimMonitor = true;
  let shown = null;

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
    const before = location.pathname;
    if (link.href === location.href) return;
    history.pushState({}, "", link.href);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    if (location.pathname !== before) shown = "top";
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

  const settle = () => {
    const header = document.querySelector("[data-bm-lang]");
    if (header) document.documentElement.lang = header.dataset.bmLang;
    const english = document.querySelector("[data-testid=stSkipToContent]"); // ours is in the reader's language
    if (english) english.hidden = true;
    const goal = document.querySelector("[data-bm-goto]");
    const wanted = goal && goal.dataset.bmGoto + location.search;
    if (goal && wanted !== shown) {
      shown = wanted;
      goal.scrollIntoView({ block: "center" });
      goal.focus({ preventScroll: true });
    } else if (!goal && shown !== "top") {
      shown = null;
    } else if (!goal && shown === "top") {
      shown = null;
      if (header) header.scrollIntoView();
    }
  };
  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => { waiting = false; settle(); }, 60);
  }).observe(document.body, { childList: true, subtree: true });
  settle();
}
