// Generated from src/reason.rs by `npm run docs`.
module.exports = {
  quota_exhausted: '在 mp.weixin.qq.com「付费管理」中购买手机号快速验证组件的资源包',
  privacy_banned: '该小程序的隐私接口已被微信停用：在 mp.weixin.qq.com 的通知中心查看原因，整改后申诉',
  privacy_undeclared: '在 mp.weixin.qq.com「设置 - 服务内容声明 - 用户隐私保护指引」中声明收集手机号，审核通过后生效',
  no_permission: '仅已认证的非个人主体小程序可用：在 mp.weixin.qq.com「设置 - 基本设置」检查主体与认证，在「付费管理」检查手机号快速验证组件',
  environment: '在 app.js 的 onLaunch 中调用 wx.cloud.init({ env })，env 须是云开发控制台里存在、未被隔离且属于本小程序的环境 ID；云函数须由小程序调用',
  exchange_missing: '在弹窗验证之前（例如 app.js 的 onLaunch）调用 registerExchange(name, exchange)，name 须与属性 exchange 一致',
  function_missing: '在开发者工具中右键云函数目录，选择「上传并部署：云端安装依赖」；属性 cloudFunction 须与目录名一致，并部署在 wx.cloud.init 所用的环境',
  function_timeout: '云函数默认 3 秒超时：在云开发控制台「云函数」的配置中把超时时间调到 10 秒以上',
  unsupported: 'Skyline 页面：在该页的 json 中设 "renderer": "webview"；朋友圈单页模式、开发者工具（实时验证）和多端应用中无法使用；旧版微信：在 mp.weixin.qq.com「设置 - 基本设置」中提高基础库最低版本',
  missing_code: 'code 需要基础库 2.21.2：在 mp.weixin.qq.com「设置 - 基本设置」中提高基础库最低版本',
  invalid_appid: 'code 与云函数（或 access_token）属于不同的小程序：检查 project.config.json 的 appid 与云环境的归属',
  credential: '服务端的 access_token 缺失、错误或已过期：检查 AppSecret，并只由一处刷新 access_token',
  api_unauthorized: '该小程序没有此接口的权限：在 mp.weixin.qq.com「开发管理 - 接口设置」中检查',
  openapi_permission: '在云函数的 config.json 中写入 {"permissions":{"openapi":["phonenumber.getPhoneNumber"]}}，重新上传并部署后等待几分钟',
  bad_reply: '云函数应返回 { success: true, phoneNumber }：检查它读取的是否为 result.phoneInfo.phoneNumber',
};
