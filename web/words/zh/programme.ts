export const programme = {
  list: '方案',
  tabs: '方案的各个方面',
  tab: {
    overview: '概况',
    chart: '挂图作战',
    units: '单位推开',
    indicators: '指标',
    whatIf: '推演',
    pressure: '督办',
    trail: '留痕',
  },
};
