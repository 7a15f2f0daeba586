// The reader's bet on the idea that helps most, asked before the numbers are shown.
import { html } from "htl";

/** The value is the idea's id, or null before the reader has bet. */
export type BetForm = HTMLElement & { value: string | null };

/**
 * @param options.bet an earlier bet
 * @param options.onBet keeps a new one
 */
export function betForm(
  ideas: readonly { id: string; name: string }[],
  { bet, onBet }: { bet: string | null; onBet: (id: string) => void },
): BetForm {
  const known = ideas.some(({ id }) => id === bet) ? bet : null;
  const select = html`<select id="apuesta" required>
    <option value="">Elige una idea…</option>
    ${ideas.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
  </select>` as HTMLSelectElement;
  select.value = known ?? "";
  const button = html`<button>${buttonLabel(known)}</button>`;
  const form = html`<form class="run-card-form">
    <label for="apuesta">La que más ayudará</label> ${select} ${button}
  </form>` as unknown as BetForm;
  form.value = known;
  form.onsubmit = (event) => {
    event.preventDefault();
    form.value = select.value;
    button.textContent = buttonLabel(form.value);
    onBet(select.value);
    form.dispatchEvent(new Event("input", { bubbles: true }));
  };
  select.oninput = (event) => {
    event.stopPropagation(); // a choice is no bet yet
  };
  return form;
}

function buttonLabel(bet: string | null): string {
  return bet === null ? "Apostar y ver la tabla" : "Cambiar la apuesta";
}
