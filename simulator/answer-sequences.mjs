/**
 * What the server answers to the calls with one code, one after the other; the last one goes on. Each name is one of
 * the cloud's answers that leave the code unused, or its result remembered.
 *
 * @type {Readonly<Record<string, { label: string, answers: string[] }>>}
 */
export const answerSequences = Object.freeze({
  'network-success': { label: '断网一次，然后成功', answers: ['client_network', 'success'] },
  'network-network-success': { label: '断网两次，然后成功', answers: ['client_network', 'client_network', 'success'] },
  'busy-success': { label: '微信繁忙一次（-1），然后成功', answers: ['busy', 'success'] },
  'timeout-success': { label: '冷启动超时一次，然后成功', answers: ['cold_start', 'success'] },
  'lost-success': { label: '丢失回复一次，然后成功', answers: ['lost_reply', 'success'] },
  'rate-limited-success': { label: '超过每分钟限制（45011），一分钟后成功', answers: ['rate_limited', 'success'] },
  'missing-success': { label: '云函数未部署，点“重试”后成功', answers: ['function_missing', 'success'] },
});
