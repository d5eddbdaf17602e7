/** The classes of our sheet; a component with a look of its own has others. */
const CLASSES = {
  title: 'popup-title',
  description: 'popup-desc',
  status: 'popup-status-text',
  document: 'consent-row',
  agreement: 'agreement-toggle',
  link: 'agreement-link',
  button: 'btn',
};

/** What stands on the screen, element by element. */
export function rendered(popup, classes = CLASSES) {
  const text = (part) => popup.querySelector(`.${classes[part]}`)?.dom.textContent.trim();
  const buttons = popup
    .querySelectorAll(`.${classes.button}`)
    .map(({ dom }) => [dom.dataset.action, dom.textContent.trim()]);
  if (!buttons.length) return null;
  return {
    title: text('title'),
    description: text('description'),
    status: text('status') || undefined,
    documents: popup.querySelectorAll(`.${classes.document}`).map(({ dom }) => dom.textContent.trim()),
    agreement: text('agreement')?.replace(/^[☑☐] /, ''),
    privacyContract: text('link'),
    allow: allowed(button(popup, 'allow', classes), popup),
    buttons,
  };
}

function allowed(allow, popup) {
  if (!allow) return undefined;
  const attributes = Object.fromEntries(allow.toJSON().attrs.map(({ name, value }) => [name, value]));
  return {
    openType: attributes['open-type'],
    disabled: attributes.disabled,
    loading: attributes.loading ?? popup.querySelectorAll('.btn-spinner').length === 1,
  };
}

/** What has to stand there by the view, where the component shows only what there was from the beginning. */
export function renderedView(view) {
  if (!view.showPhonePopup) return null;
  const { title, description, openType, disabled, loading, agreement, otherLoginButton } = view;
  return {
    title,
    description,
    status: undefined,
    documents: [],
    agreement: agreement || undefined,
    privacyContract: view.linksPrivacyContract ? view.privacyContract : undefined,
    allow: { openType, disabled, loading },
    buttons: [
      allowButton(view),
      [otherLoginButton && 'other-login', otherLoginButton],
      ['reject', view.rejectButton],
    ].filter(([action]) => action),
  };
}

/** The same where it shows all of the view. */
export function renderedGuidance(view, { showsStatusOfConsent = false } = {}) {
  if (!view.showPhonePopup) return null;
  const { title, description, openType, disabled, loading, agreement, primaryAction, consentShown, againButton } = view;
  const hasBox = agreement && !consentShown && primaryAction === 'allow';
  const links = view.linksPrivacyContract;
  return {
    title: view.stateTitle || title,
    description,
    status: ((showsStatusOfConsent || !view.consentBackButton) && view.status) || undefined,
    documents: consentShown && links ? [view.privacyContract] : [],
    agreement: hasBox ? agreement : undefined,
    privacyContract: hasBox && links ? view.privacyContract : undefined,
    allow: primaryAction === 'allow' || againButton ? { openType, disabled, loading } : undefined,
    buttons: [PRIMARY[primaryAction](view), ...secondary(view)],
  };
}

const PRIMARY = {
  allow: allowButton,
  other_login: ({ otherLoginButton }) => ['other-login', otherLoginButton],
  contact: ({ contactButton }) => ['contact', contactButton],
  close: ({ acknowledgeButton }) => ['acknowledge', acknowledgeButton],
};

function allowButton(view) {
  return ['allow', `${view.countdown || ''}${view.buttonText || view.allowButton}`.trim()];
}

function secondary({ primaryAction, againButton, contactButton, otherLoginButton, consentBackButton, rejectButton }) {
  // The large button closes by itself where nothing else helps.
  const reject = primaryAction === 'close' ? [] : [['reject', rejectButton]];
  const back = consentBackButton ? [['consent-back', consentBackButton]] : reject;
  const others = [
    ['allow', againButton],
    ['contact', primaryAction === 'contact' ? '' : contactButton],
    ['other-login', primaryAction === 'other_login' ? '' : otherLoginButton],
  ];
  return [...others.filter(([, text]) => text), ...back];
}

/** What stands on the button that is on a page by itself, and beside it. */
export function renderedOnButton(component) {
  const text = ({ dom }) => dom.textContent.trim();
  return {
    status: component.querySelector('.login-status-text').dom.textContent.trim(),
    documents: component.querySelectorAll('.agreement-link').map(text),
    allow: allowed(button(component, 'allow'), component),
    buttons: component.querySelectorAll('.btn').map((found) => [found.dom.dataset.action, text(found)]),
  };
}

/** The same by the view. Where nothing helps the button itself takes no tap, but for a code that can be sent again. */
export function renderedButton(view) {
  const { primaryAction, againButton, consentShown, linksPrivacyContract, openType, loading } = view;
  const isIdle = primaryAction === 'close' && !againButton;
  const primary = primaryAction === 'close' ? allowButton(view) : PRIMARY[primaryAction](view);
  const hasAllow = primary[0] === 'allow' || againButton;
  const links = secondary({ ...view, ...(primaryAction === 'close' && { againButton: '' }) });
  return {
    status: view.status,
    documents: consentShown && linksPrivacyContract ? [view.privacyContract] : [],
    allow: hasAllow ? { openType: isIdle ? '' : openType, disabled: view.disabled || isIdle, loading } : undefined,
    buttons: [view.state === 'verified' ? ['allow', view.stateTitle] : primary, ...links].filter(
      ([action]) => action !== 'reject',
    ),
  };
}

/** A button of the popup by its `data-action`. */
export function button(popup, action, classes = CLASSES) {
  return popup.querySelectorAll(`.${classes.button}`).find(({ dom }) => dom.dataset.action === action);
}
