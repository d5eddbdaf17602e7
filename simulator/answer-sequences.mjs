/**
 * What a back end answers to the calls with one code, one after the other; the last one goes on. Each name is one of its
 * answers that leave the code unused, or its result remembered.
 *
 * @typedef {Record<string, { label: string, answers: string[] }>} Sequences
 * @type {Readonly<Record<string, Sequences>>} by the back end's name
 */
export const answerSequences = Object.freeze({
  'cloud-function': {
    'network-success': { label: '断网一次，然后成功', answers: ['client_network', 'success'] },
    'network-network-success': {
      label: '断网两次，然后成功',
      answers: ['client_network', 'client_network', 'success'],
    },
    'busy-success': { label: '微信繁忙一次（-1），然后成功', answers: ['busy', 'success'] },
    'timeout-success': { label: '冷启动超时一次，然后成功', answers: ['cold_start', 'success'] },
    'lost-success': { label: '丢失回复一次，然后成功', answers: ['lost_reply', 'success'] },
    'rate-limited-success': { label: '超过每分钟限制（45011），一分钟后成功', answers: ['rate_limited', 'success'] },
    'missing-success': { label: '云函数未部署，点“重试”后成功', answers: ['function_missing', 'success'] },
  },
  'own-server': {
    'network-success': { label: '断网一次，然后成功', answers: ['client_network', 'success'] },
    'gateway-success': { label: '网关 502 一次，点“重试”后成功', answers: ['http_502', 'success'] },
    'busy-success': { label: '微信繁忙一次（-1），然后成功', answers: ['busy', 'success'] },
    'timeout-success': { label: '超时一次，然后成功', answers: ['timeout', 'success'] },
    'lost-success': { label: '丢失回复一次，然后成功', answers: ['lost_reply', 'success'] },
    'domain-success': { label: '域名不在列表里，点“重试”后成功', answers: ['domain', 'success'] },
  },
  'cloud-hosting': {
    'network-success': { label: '断网一次，然后成功', answers: ['client_network', 'success'] },
    'busy-success': { label: '微信繁忙一次（-1），然后成功', answers: ['busy', 'success'] },
    'timeout-success': { label: '冷启动超时一次（102002），然后成功', answers: ['timeout', 'success'] },
    'lost-success': { label: '丢失回复一次，然后成功', answers: ['lost_reply', 'success'] },
    'path-success': { label: 'path 写错，点“重试”后成功', answers: ['path', 'success'] },
  },
});
