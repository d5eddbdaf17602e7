/**
 * What a back end answers to the calls with one code, one after the other; the last one goes on. Each name is one of its
 * answers that leave the code unused, or its result remembered.
 *
 * @typedef {Record<string, { label: string, english: string, answers: string[] }>} Sequences
 * @type {Readonly<Record<string, Sequences>>} by the back end's name
 */
export const answerSequences = Object.freeze({
  'cloud-function': {
    'network-success': {
      label: '断网 1 次后成功',
      english: 'offline once, then works',
      answers: ['client_network', 'success'],
    },
    'network-network-success': {
      label: '断网 2 次后成功',
      english: 'offline twice, then works',
      answers: ['client_network', 'client_network', 'success'],
    },
    'busy-success': {
      label: '微信繁忙 1 次（-1）后成功',
      english: 'busy once, then works',
      answers: ['busy', 'success'],
    },
    'timeout-success': {
      label: '冷启动超时 1 次后成功',
      english: 'cold start once, then works',
      answers: ['cold_start', 'success'],
    },
    'lost-success': {
      label: '丢失回复 1 次后成功',
      english: 'reply lost once, then works',
      answers: ['lost_reply', 'success'],
    },
    'rate-limited-success': {
      label: '超过每分钟限制（45011），1 分钟后成功',
      english: 'works in the next minute',
      answers: ['rate_limited', 'success'],
    },
    'missing-success': {
      label: '云函数未部署，重试后成功',
      english: 'not deployed, works on a retry',
      answers: ['function_missing', 'success'],
    },
  },
  'own-server': {
    'network-success': {
      label: '断网 1 次后成功',
      english: 'offline once, then works',
      answers: ['client_network', 'success'],
    },
    'gateway-success': {
      label: '网关 502，重试后成功',
      english: '502, works on a retry',
      answers: ['http_502', 'success'],
    },
    'busy-success': {
      label: '微信繁忙 1 次（-1）后成功',
      english: 'busy once, then works',
      answers: ['busy', 'success'],
    },
    'timeout-success': {
      label: '超时 1 次后成功',
      english: 'times out once, then works',
      answers: ['timeout', 'success'],
    },
    'lost-success': {
      label: '丢失回复 1 次后成功',
      english: 'reply lost once, then works',
      answers: ['lost_reply', 'success'],
    },
    'domain-success': {
      label: '域名不在列表里，重试后成功',
      english: 'not in the list, works on a retry',
      answers: ['domain', 'success'],
    },
  },
  'cloud-hosting': {
    'network-success': {
      label: '断网 1 次后成功',
      english: 'offline once, then works',
      answers: ['client_network', 'success'],
    },
    'busy-success': {
      label: '微信繁忙 1 次（-1）后成功',
      english: 'busy once, then works',
      answers: ['busy', 'success'],
    },
    'timeout-success': {
      label: '冷启动超时 1 次（102002）后成功',
      english: 'cold start once, then works',
      answers: ['timeout', 'success'],
    },
    'lost-success': {
      label: '丢失回复 1 次后成功',
      english: 'reply lost once, then works',
      answers: ['lost_reply', 'success'],
    },
    'path-success': {
      label: 'path 写错，重试后成功',
      english: 'wrong path, works on a retry',
      answers: ['path', 'success'],
    },
  },
});
