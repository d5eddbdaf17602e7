/** What stands on the screen, element by element. */
export function rendered(popup) {
  const text = (selector) => popup.querySelector(selector)?.dom.textContent;
  const allow = button(popup, 'allow');
  if (!allow) return null;
  const attributes = Object.fromEntries(allow.toJSON().attrs.map(({ name, value }) => [name, value]));
  return {
    title: text('.popup-title'),
    description: text('.popup-desc'),
    agreement: text('.agreement-toggle'),
    privacyContract: text('.agreement-link'),
    openType: attributes['open-type'],
    disabled: attributes.disabled,
    loading: attributes.loading ?? popup.querySelectorAll('.btn-spinner').length === 1,
    allow: allow.dom.textContent,
    reject: button(popup, 'reject').dom.textContent,
    otherLogin: button(popup, 'other-login')?.dom.textContent,
  };
}

/** What has to stand there by the view. */
export function renderedView(view) {
  if (!view.showPhonePopup) return null;
  const { title, description, openType, disabled, loading, agreement } = view;
  return {
    title,
    description,
    agreement: agreement || undefined,
    privacyContract: view.linksPrivacyContract ? view.privacyContract : undefined,
    openType,
    disabled,
    loading,
    allow: `${view.countdown || ''}${view.buttonText || view.allowButton}`,
    reject: view.rejectButton,
    otherLogin: view.otherLoginButton || undefined,
  };
}

/** A button of the popup by its `data-action`. */
export function button(popup, action) {
  return popup.querySelectorAll('.btn').find(({ dom }) => dom.dataset.action === action);
}
