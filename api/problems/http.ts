/** Words and HTTP statuses of what the HTTP edge itself refuses. */
import { problem, type ProblemText } from './problem-text.ts';

export const HTTP_PROBLEMS = {
  'invalid-request': problem(400, ['请求有误', 'Invalid request'], {
    detail: ['请求的内容不符合要求。', 'The request does not satisfy the rules.'],
    remedy: ['请按 errors 逐项更正。', 'Correct what errors lists.'],
  }),
  unauthenticated: problem(401, ['未登录', 'Not signed in'], {
    detail: ['请先登录，或登录已过期。', 'Sign in first; or the session has expired.'],
    remedy: ['请以 POST /v1/sessions 登录。', 'Sign in by POST /v1/sessions.'],
  }),
  'sign-in-failed': problem(401, ['登录失败', 'Sign-in failed'], {
    detail: ['账号或密码不正确。', 'The account or the password is wrong.'],
    remedy: ['请核对后重试。', 'Check both and try again.'],
  }),
  forbidden: problem(403, ['无权操作', 'Not permitted'], {
    detail: ['您的角色无权进行此操作。', 'Your roles do not permit this.'],
    remedy: ['请联系相应的管理员。', 'Ask the administrator concerned.'],
  }),
  'cross-site-request': problem(403, ['拒绝跨站请求', 'Cross-site request refused'], {
    detail: ['请求来自其他网站。', 'The request comes from another site.'],
    remedy: ['请在本系统的页面中操作。', 'Act from the pages of this system.'],
  }),
  'not-found': problem(404, ['未找到', 'Not found'], {
    detail: ['没有这项内容，或您无权知悉。', 'There is no such thing, or it is not yours to see.'],
    remedy: ['请核对地址。', 'Check the address.'],
  }),
  'method-not-allowed': problem(405, ['不支持的方法', 'Method not allowed'], {
    detail: ['该地址不支持这种方法。', 'The address does not take this method.'],
    remedy: ['可用的方法见 Allow。', 'Allow names those it takes.'],
  }),
  'request-timeout': problem(408, ['请求超时', 'Request timeout'], {
    detail: ['请求内容未在 30 秒内收齐。', 'The body did not arrive within 30 seconds.'],
    remedy: ['请检查网络后重试。', 'Check the connection and repeat.'],
  }),
  'body-too-large': problem(413, ['请求过大', 'Body too large'], {
    detail: ['请求内容超过 1 MiB。', 'The body is larger than 1 MiB.'],
    remedy: ['大的内容请作为文件上传。', 'Upload what is large as a file.'],
  }),
  'unsupported-media-type': problem(415, ['不支持的内容类型', 'Unsupported media type'], {
    detail: [
      '请求内容须为未压缩的 application/json (UTF-8)。',
      'The body must be application/json in UTF-8, not compressed.',
    ],
    remedy: ['请更正 Content-Type。', 'Correct Content-Type.'],
  }),
  'too-many-requests': problem(429, ['尝试过于频繁', 'Too many attempts'], {
    detail: ['登录失败次数过多，请稍后再试。', 'Too many failed sign-ins; try again later.'],
    remedy: ['请等待 Retry-After 所示的秒数。', 'Wait the seconds that Retry-After tells.'],
  }),
  unavailable: problem(503, ['服务暂时不可用', 'Temporarily unavailable'], {
    detail: [
      '后台暂时无法连接，结果不明；用同一 Idempotency-Key 重试是安全的。',
      'A server behind this one cannot be reached. Repeating with the same Idempotency-Key is safe.',
    ],
    remedy: ['请稍后以同一幂等键重试。', 'Repeat shortly with the same key.'],
  }),
  'internal-error': problem(500, ['内部错误', 'Internal error'], {
    detail: ['系统出现错误，已记录。', 'Something went wrong; it has been recorded.'],
    remedy: ['请将 instance 告知系统管理员。', 'Tell the system administrator the instance.'],
  }),
} as const satisfies Record<string, ProblemText>;
