const yuan = (thousandths) => `¥${(thousandths / 1000).toFixed(2)}`;

/**
 * @param {HTMLElement} place  with an element `[data-total]` for each total
 * @returns {(totals: import('../ledger.js').Totals) => void}
 */
export function ledgerView(place) {
  /** @type {NodeListOf<HTMLElement>} */
  const fields = place.querySelectorAll('[data-total]');
  return (totals) => {
    for (const field of fields) {
      const { total = '', sum } = field.dataset;
      field.textContent = sum ? `${totals[total]} · ${yuan(totals[sum])}` : String(totals[total]);
    }
  };
}
