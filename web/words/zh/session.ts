export const session = {
  brand: '里程碑 Milepost',
  lead: '改革实施方案按阶段推进：交付什么、谁来签批、到期提醒、逾期督办，全程留痕。',
  account: '账号',
  accountNeeded: '请输入账号',
  password: '密码',
  passwordNeeded: '请输入密码',
  signIn: '登录',
  demoHint: '演示账号与职务同名（如 mayor），密码在启动时打印一次。',
  over: '登录已过期',
  overHint: '请重新登录后继续，页面上填写的内容不会丢失。',
};
