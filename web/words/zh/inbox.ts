export const inbox = {
  title: '待办',
  scopes: { mine: '待办', done: '已办' },
  counts: '共 {{total}} 项，其中逾期 {{overdue}} 项',
  atLeast: '至少 {{total}} 项，其中逾期 {{overdue}} 项',
  empty: '没有待办事项。',
  emptyHint: '有需要您签批的事项时会出现在这里。',
  columns: { item: '事项', programme: '方案', office: '职务', due: '截止', state: '状态' },
  more: '显示更多',
  sign: '签批',
};
