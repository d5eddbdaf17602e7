// Generated from src/reason.rs by `npm run docs`.
module.exports = {
  quota_exhausted: '在微信公众平台的「付费管理」里购买资源包；快速验证和实时验证要分别购买',
  privacy_banned: '这个小程序的隐私接口已被微信停用：在微信公众平台的「通知中心」查看原因，整改后申诉',
  privacy_undeclared: '在微信公众平台「设置 - 服务内容声明 - 用户隐私保护指引」里声明收集手机号，审核通过后生效',
  no_permission: '小程序须为非个人主体，并完成微信认证：在微信公众平台「设置 - 基本设置」里检查；再在「付费管理」里检查手机号验证组件',
  environment: '在 app.js 的 onLaunch 里调用 wx.cloud.init({ env })：env 是云开发控制台里的环境 ID，要属于这个小程序，并且没有被隔离；云函数要由小程序调用',
  exchange_missing: '在打开弹窗之前（例如 app.js 的 onLaunch 里）调用 registerExchange(name, exchange)，name 要和属性 exchange 一致',
  function_missing: '在开发者工具里右键云函数目录，选「上传并部署：云端安装依赖」；属性 cloud-function 要和目录名一致，云环境要是 wx.cloud.init 用的那个',
  function_timeout: '云函数的超时时间默认 3 秒：在云开发控制台改为 10 秒以上',
  unsupported: 'Skyline 页面：在页面的 JSON 里写 "renderer": "webview"；朋友圈的单页模式、开发者工具（实时验证）和多端应用里不能用；微信版本太低：在小程序管理后台「设置 - 功能设置 - 基础库最低版本设置」里调高',
  missing_code: '基础库 2.21.2 以上才返回 code：在小程序管理后台「设置 - 功能设置 - 基础库最低版本设置」里设为 2.21.2 以上',
  invalid_appid: 'code 和 access_token（或云函数）不属于同一个小程序：检查 project.config.json 的 appid，以及云环境属于哪个小程序',
  credential: '服务端的 access_token 缺失、错误或已过期：检查 AppSecret，并且只在一处获取 access_token',
  api_unauthorized: '这个小程序没有接口权限：在微信公众平台「开发管理 - 接口设置」里检查',
  openapi_permission: '在云函数的 config.json 里写 {"permissions":{"openapi":["phonenumber.getPhoneNumber"]}}，重新上传，等 10 分钟再试',
  bad_reply: '检查云函数的返回：手机号要从 result.phoneInfo.phoneNumber 读取；不返回手机号的，登录成功时返回 success: true',
};
