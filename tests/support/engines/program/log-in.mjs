/** A login from the popup's opening to the number, to measure; gives how many events it took. */
export function logIn({ PhonePopup }, { events, replies }) {
  const popup = new PhonePopup({ cloudFunction: 'f' });
  popup.dispatch({ type: 'show' }, 0);
  popup.dispatch({ type: 'tap' }, 0);
  const { effects } = popup.dispatch({ type: 'authorized', event: events.allowed }, 0);
  const { request } = effects.find(({ type }) => type === 'verify');
  const { patch } = popup.dispatch({ type: 'verified', request, reply: replies.number }, 0);
  popup.free();
  if (patch.state !== 'verified') throw new Error(`a login ended as ${patch.state}`);
  return 4;
}
