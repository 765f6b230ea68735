import { focusHeading } from '../../components/Scene.tsx';

/** A card that is done goes away: the keyboard goes on at the next, or from the top. */
export function focusNext(): void {
  goOn(textAfter(document.activeElement?.closest('.work-card') ?? null));
}

/**
 * The same for a card whose sheet closes with it: closing gives the focus back to the card, which is about to go, or to nothing
 * where it has gone.
 */
export function focusNextAfterSheet(owedId: string): void {
  const card = document.querySelector(`.work-card[data-owed="${owedId}"]`);
  const next = textAfter(card);
  whenSheetsAreGone(() => {
    if (card || document.activeElement === document.body) goOn(next);
  });
}

function goOn(next: HTMLElement | null): void {
  if (next?.isConnected) next.focus();
  else focusHeading();
}

/** Of the card that follows, also where that is the first of its section. */
function textAfter(card: Element | null): HTMLElement | null {
  const cards = [...document.querySelectorAll('.work-card')];
  const next = card ? cards[cards.indexOf(card) + 1] : undefined;
  return next?.querySelector<HTMLElement>('.work-text') ?? null;
}

/** One frame more than the sheet stands, in which it gives the focus back. */
function whenSheetsAreGone(run: () => void): void {
  requestAnimationFrame(() => {
    if (document.querySelector('.shade')) whenSheetsAreGone(run);
    else requestAnimationFrame(run);
  });
}
