/** Words and HTTP statuses of what the door and the evidence store refuse besides the domain's own rejections. */
import type { DirectoryRefusalCode } from '../../engine/directory.ts';
import type { EngineRefusal } from '../../engine/types.ts';
import type { FileRefusalCode } from '../../engine/files.ts';
import type { RejectionCode } from '../../domain/programme/rejections.ts';
import { problem, type ProblemText } from './problem-text.ts';

type DoorCode = Exclude<EngineRefusal['code'], RejectionCode>;

export const DOOR_PROBLEMS = {
  'programme-not-found': problem(404, ['没有该方案', 'Unknown programme'], {
    detail: [
      '没有这个方案，或您无权知悉。',
      'There is no such programme, or it is not yours to see.',
    ],
    remedy: ['请核对编号。', 'Check the id.'],
  }),
  'definition-not-found': problem(422, ['没有该方案定义', 'Unknown definition'], {
    detail: ['没有这个方案定义或版本。', 'There is no such definition or version.'],
    remedy: ['请从方案定义清单中选取。', 'Choose one from the list of definitions.'],
  }),
  'account-not-found': problem(422, ['没有该账号', 'Unknown account'], {
    detail: ['指定的账号不存在或已停用。', 'A named account does not exist or is disabled.'],
    remedy: ['请核对账号。', 'Check the accounts.'],
  }),
  'unknown-office': problem(422, ['没有该职务', 'Unknown office'], {
    detail: ['方案定义中没有这个职务。', 'The definition has no such office.'],
    remedy: ['请从方案定义中选取职务的键。', 'Take the key of the office from the definition.'],
  }),
  'stale-version': problem(412, ['版本已过时', 'Stale version'], {
    detail: ['方案在您读取之后已有变化。', 'The programme has changed since you read it.'],
    remedy: ['请重新读取后再试。', 'Read it again and repeat.'],
  }),
  'idempotency-key-reused': problem(422, ['幂等键重复使用', 'Idempotency key reused'], {
    detail: [
      '同一 Idempotency-Key 已用于内容不同的请求。',
      'The same Idempotency-Key was used for a request with other content.',
    ],
    remedy: ['请为新的请求使用新的键。', 'Use a new key for a new request.'],
  }),
  'file-not-found': problem(422, ['没有该文件', 'Unknown file'], {
    detail: ['引用的文件尚未上传。', 'A file that is referred to has not been uploaded.'],
    remedy: ['请先以 PUT /v1/files/{sha256} 上传。', 'Upload it first by PUT /v1/files/{sha256}.'],
  }),
  'data-invalid': problem(422, ['数据不符合要求', 'Invalid data'], {
    detail: [
      '交付物的数据不符合其格式。',
      'The data of the deliverable does not satisfy its schema.',
    ],
    remedy: ['请按 errors 逐项更正。', 'Correct what errors lists.'],
  }),
  'definition-faulty': problem(422, ['方案定义有误', 'Faulty definition'], {
    detail: ['方案定义有错误，不能使用。', 'The definition has faults and cannot be used.'],
    remedy: ['请按 errors 逐项更正。', 'Correct what errors lists.'],
  }),
} as const satisfies Record<DoorCode, ProblemText>;

export const FILE_PROBLEMS = {
  'file-too-large': problem(413, ['文件过大', 'File too large'], {
    detail: ['文件超过允许的大小。', 'The file is larger than allowed.'],
    remedy: ['请压缩或拆分文件。', 'Compress or split the file.'],
  }),
  'hash-mismatch': problem(422, ['校验值不符', 'Hash mismatch'], {
    detail: [
      '收到的内容与地址中的 SHA-256 不符。',
      'What arrived does not have the SHA-256 given in the address.',
    ],
    remedy: ['请重新计算校验值后上传。', 'Compute the hash again and repeat the upload.'],
  }),
  'length-mismatch': problem(400, ['长度不符', 'Length mismatch'], {
    detail: [
      '收到的字节数与 Content-Length 不符。',
      'The number of bytes that arrived is not the Content-Length.',
    ],
    remedy: ['请重新上传。', 'Repeat the upload.'],
  }),
  'length-required': problem(411, ['须声明长度', 'Length required'], {
    detail: ['上传须带 Content-Length。', 'An upload needs a Content-Length.'],
    remedy: ['请不要使用分块传输。', 'Do not use chunked transfer.'],
  }),
  'type-not-allowed': problem(415, ['不允许的文件类型', 'File type not allowed'], {
    detail: ['不接受这种类型的文件。', 'Files of this type are not accepted.'],
    remedy: [
      '可用 PDF、OFD、Word、Excel、PowerPoint、PNG、JPEG、文本、CSV。',
      'Use PDF, OFD, Word, Excel, PowerPoint, PNG, JPEG, text or CSV.',
    ],
  }),
  'type-mismatch': problem(415, ['类型与内容不符', 'Type does not match the content'], {
    detail: ['声明的类型与文件内容不符。', 'The declared type is not that of the content.'],
    remedy: ['请更正 Content-Type。', 'Correct Content-Type.'],
  }),
  'archive-too-large': problem(413, ['压缩内容过大', 'Archive too large'], {
    detail: [
      '文件解压后的大小或条目数超限。',
      'Unpacked, the file is too large or has too many entries.',
    ],
    remedy: ['请另存为较简单的文件。', 'Save it as a simpler file.'],
  }),
  'too-many-files': problem(422, ['文件过多', 'Too many files'], {
    detail: ['一项交付物所附文件过多。', 'A deliverable has too many files.'],
    remedy: ['请合并文件。', 'Join some of the files.'],
  }),
} as const satisfies Record<FileRefusalCode | 'too-many-files', ProblemText>;

export const DIRECTORY_PROBLEMS = {
  'account-taken': problem(409, ['账号已存在', 'Account already taken'], {
    detail: ['已有同名账号。', 'There is already such an account.'],
    remedy: ['请另选账号名。', 'Choose another name.'],
  }),
  'office-taken': problem(409, ['职务已存在', 'Office already defined'], {
    detail: ['已有同名职务。', 'There is already such an office.'],
    remedy: ['请另选职务的键。', 'Choose another key.'],
  }),
  'holding-not-found': problem(404, ['没有该任职', 'Unknown appointment'], {
    detail: ['没有这项任职。', 'There is no such appointment.'],
    remedy: ['请核对编号。', 'Check the id.'],
  }),
  'administrator-holds-no-office': problem(
    422,
    ['管理员不任职', 'An administrator holds no office'],
    {
      detail: [
        '系统、安全、审计管理员不得担任职务。',
        'The three administrators may not hold an office.',
      ],
      remedy: ['请任命其他人员。', 'Appoint somebody else.'],
    },
  ),
  'span-invalid': problem(422, ['任职期限有误', 'Invalid span'], {
    detail: ['任职的结束早于开始。', 'The appointment ends before it begins.'],
    remedy: ['请更正起止时间。', 'Correct its beginning or end.'],
  }),
} as const satisfies Record<Exclude<DirectoryRefusalCode, EngineRefusal['code']>, ProblemText>;
