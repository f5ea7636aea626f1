/** The calendar `cn-public`: China's statutory holidays 法定节假日 and make-up working days 调休补班, by the yearly notices of the State Council. */
import type { CalendarNotice, CalendarYear, Holiday, LocalDate, WorkCalendar } from './types.ts';

const NEW_YEAR = { zh: '元旦', en: "New Year's Day" };
const SPRING = { zh: '春节', en: 'Spring Festival' };
const QINGMING = { zh: '清明节', en: 'Qingming Festival' };
const LABOUR = { zh: '劳动节', en: 'Labour Day' };
const DRAGON_BOAT = { zh: '端午节', en: 'Dragon Boat Festival' };
const MID_AUTUMN = { zh: '中秋节', en: 'Mid-Autumn Festival' };
const NATIONAL = { zh: '国庆节', en: 'National Day' };
const MID_AUTUMN_AND_NATIONAL = {
  zh: '中秋节、国庆节',
  en: 'Mid-Autumn Festival and National Day',
};
const VICTORY_70 = {
  zh: '中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日',
  en: '70th anniversary of victory in the War of Resistance and the World Anti-Fascist War',
};

const Y2012: CalendarYear = {
  year: 2012,
  notice: notice(2012, '国办发明电〔2011〕45号', '2011-12-05'),
  holidays: [
    off(NEW_YEAR, '2012-01-01', '2012-01-03'),
    off(SPRING, '2012-01-22', '2012-01-28'),
    off(QINGMING, '2012-04-02', '2012-04-04'),
    off(LABOUR, '2012-04-29', '2012-05-01'),
    off(DRAGON_BOAT, '2012-06-22', '2012-06-24'),
    off(MID_AUTUMN_AND_NATIONAL, '2012-09-30', '2012-10-07'),
  ],
  makeUpWorkdays: [
    ...['2011-12-31', '2012-01-21', '2012-01-29', '2012-03-31', '2012-04-01'],
    ...['2012-04-28', '2012-09-29'],
  ],
};

const Y2013: CalendarYear = {
  year: 2013,
  notice: notice(2013, '国办发明电〔2012〕33号', '2012-12-08'),
  holidays: [
    off(NEW_YEAR, '2013-01-01', '2013-01-03'),
    off(SPRING, '2013-02-09', '2013-02-15'),
    off(QINGMING, '2013-04-04', '2013-04-06'),
    off(LABOUR, '2013-04-29', '2013-05-01'),
    off(DRAGON_BOAT, '2013-06-10', '2013-06-12'),
    off(MID_AUTUMN, '2013-09-19', '2013-09-21'),
    off(NATIONAL, '2013-10-01', '2013-10-07'),
  ],
  makeUpWorkdays: [
    ...['2013-01-05', '2013-01-06', '2013-02-16', '2013-02-17', '2013-04-07'],
    ...['2013-04-27', '2013-04-28', '2013-06-08', '2013-06-09', '2013-09-22'],
    ...['2013-09-29', '2013-10-12'],
  ],
};

const Y2014: CalendarYear = {
  year: 2014,
  notice: notice(2014, '国办发明电〔2013〕28号', '2013-12-11'),
  holidays: [
    off(NEW_YEAR, '2014-01-01', '2014-01-01'),
    off(SPRING, '2014-01-31', '2014-02-06'),
    off(QINGMING, '2014-04-05', '2014-04-07'),
    off(LABOUR, '2014-05-01', '2014-05-03'),
    off(DRAGON_BOAT, '2014-06-02', '2014-06-02'),
    off(MID_AUTUMN, '2014-09-08', '2014-09-08'),
    off(NATIONAL, '2014-10-01', '2014-10-07'),
  ],
  makeUpWorkdays: ['2014-01-26', '2014-02-08', '2014-05-04', '2014-09-28', '2014-10-11'],
};

const Y2015: CalendarYear = {
  year: 2015,
  notice: notice(2015, '国办发明电〔2014〕28号', '2014-12-16'),
  amendments: [
    {
      number: '国发明电〔2015〕1号',
      title: '国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知',
      issuedOn: '2015-05-13',
    },
  ],
  holidays: [
    off(NEW_YEAR, '2015-01-01', '2015-01-03'),
    off(SPRING, '2015-02-18', '2015-02-24'),
    off(QINGMING, '2015-04-05', '2015-04-06'),
    off(LABOUR, '2015-05-01', '2015-05-01'),
    off(DRAGON_BOAT, '2015-06-20', '2015-06-22'),
    off(VICTORY_70, '2015-09-03', '2015-09-05'),
    off(MID_AUTUMN, '2015-09-27', '2015-09-27'),
    off(NATIONAL, '2015-10-01', '2015-10-07'),
  ],
  makeUpWorkdays: ['2015-01-04', '2015-02-15', '2015-02-28', '2015-09-06', '2015-10-10'],
};

const Y2016: CalendarYear = {
  year: 2016,
  notice: notice(2016, '国办发明电〔2015〕18号', '2015-12-10'),
  holidays: [
    off(NEW_YEAR, '2016-01-01', '2016-01-03'),
    off(SPRING, '2016-02-07', '2016-02-13'),
    off(QINGMING, '2016-04-02', '2016-04-04'),
    off(LABOUR, '2016-04-30', '2016-05-02'),
    off(DRAGON_BOAT, '2016-06-09', '2016-06-11'),
    off(MID_AUTUMN, '2016-09-15', '2016-09-17'),
    off(NATIONAL, '2016-10-01', '2016-10-07'),
  ],
  makeUpWorkdays: [
    ...['2016-02-06', '2016-02-14', '2016-06-12', '2016-09-18', '2016-10-08'],
    '2016-10-09',
  ],
};

const Y2017: CalendarYear = {
  year: 2017,
  notice: notice(2017, '国办发明电〔2016〕17号', '2016-12-01'),
  holidays: [
    off(NEW_YEAR, '2017-01-01', '2017-01-02'),
    off(SPRING, '2017-01-27', '2017-02-02'),
    off(QINGMING, '2017-04-02', '2017-04-04'),
    off(LABOUR, '2017-05-01', '2017-05-01'),
    off(DRAGON_BOAT, '2017-05-28', '2017-05-30'),
    off(MID_AUTUMN_AND_NATIONAL, '2017-10-01', '2017-10-08'),
  ],
  makeUpWorkdays: ['2017-01-22', '2017-02-04', '2017-04-01', '2017-05-27', '2017-09-30'],
};

const Y2018: CalendarYear = {
  year: 2018,
  notice: notice(2018, '国办发明电〔2017〕12号', '2017-11-30'),
  holidays: [
    off(NEW_YEAR, '2018-01-01', '2018-01-01'),
    off(SPRING, '2018-02-15', '2018-02-21'),
    off(QINGMING, '2018-04-05', '2018-04-07'),
    off(LABOUR, '2018-04-29', '2018-05-01'),
    off(DRAGON_BOAT, '2018-06-18', '2018-06-18'),
    off(MID_AUTUMN, '2018-09-24', '2018-09-24'),
    off(NATIONAL, '2018-10-01', '2018-10-07'),
  ],
  makeUpWorkdays: [
    ...['2018-02-11', '2018-02-24', '2018-04-08', '2018-04-28', '2018-09-29'],
    '2018-09-30',
  ],
};

const Y2019: CalendarYear = {
  year: 2019,
  notice: notice(2019, '国办发明电〔2018〕15号', '2018-12-06'),
  amendments: [
    {
      number: '国办发明电〔2019〕3号',
      title: '国务院办公厅关于调整2019年劳动节假期安排的通知',
      issuedOn: '2019-03-22',
    },
  ],
  holidays: [
    off(NEW_YEAR, '2018-12-30', '2019-01-01'),
    off(SPRING, '2019-02-04', '2019-02-10'),
    off(QINGMING, '2019-04-05', '2019-04-05'),
    off(LABOUR, '2019-05-01', '2019-05-04'),
    off(DRAGON_BOAT, '2019-06-07', '2019-06-07'),
    off(MID_AUTUMN, '2019-09-13', '2019-09-13'),
    off(NATIONAL, '2019-10-01', '2019-10-07'),
  ],
  makeUpWorkdays: [
    ...['2018-12-29', '2019-02-02', '2019-02-03', '2019-04-28', '2019-05-05'],
    ...['2019-09-29', '2019-10-12'],
  ],
};

const Y2020: CalendarYear = {
  year: 2020,
  notice: notice(2020, '国办发明电〔2019〕16号', '2019-11-21'),
  amendments: [
    {
      number: '国办发明电〔2020〕1号',
      title: '国务院办公厅关于延长2020年春节假期的通知',
      issuedOn: '2020-01-26',
    },
  ],
  holidays: [
    off(NEW_YEAR, '2020-01-01', '2020-01-01'),
    off(SPRING, '2020-01-24', '2020-02-02'),
    off(QINGMING, '2020-04-04', '2020-04-06'),
    off(LABOUR, '2020-05-01', '2020-05-05'),
    off(DRAGON_BOAT, '2020-06-25', '2020-06-27'),
    off(MID_AUTUMN_AND_NATIONAL, '2020-10-01', '2020-10-08'),
  ],
  makeUpWorkdays: [
    ...['2020-01-19', '2020-04-26', '2020-05-09', '2020-06-28', '2020-09-27'],
    '2020-10-10',
  ],
};

const Y2021: CalendarYear = {
  year: 2021,
  notice: notice(2021, '国办发明电〔2020〕27号', '2020-11-25'),
  holidays: [
    off(NEW_YEAR, '2021-01-01', '2021-01-03'),
    off(SPRING, '2021-02-11', '2021-02-17'),
    off(QINGMING, '2021-04-03', '2021-04-05'),
    off(LABOUR, '2021-05-01', '2021-05-05'),
    off(DRAGON_BOAT, '2021-06-12', '2021-06-14'),
    off(MID_AUTUMN, '2021-09-19', '2021-09-21'),
    off(NATIONAL, '2021-10-01', '2021-10-07'),
  ],
  makeUpWorkdays: [
    ...['2021-02-07', '2021-02-20', '2021-04-25', '2021-05-08', '2021-09-18'],
    ...['2021-09-26', '2021-10-09'],
  ],
};

const Y2022: CalendarYear = {
  year: 2022,
  notice: notice(2022, '国办发明电〔2021〕11号', '2021-10-25'),
  holidays: [
    off(NEW_YEAR, '2022-01-01', '2022-01-03'),
    off(SPRING, '2022-01-31', '2022-02-06'),
    off(QINGMING, '2022-04-03', '2022-04-05'),
    off(LABOUR, '2022-04-30', '2022-05-04'),
    off(DRAGON_BOAT, '2022-06-03', '2022-06-05'),
    off(MID_AUTUMN, '2022-09-10', '2022-09-12'),
    off(NATIONAL, '2022-10-01', '2022-10-07'),
  ],
  makeUpWorkdays: [
    ...['2022-01-29', '2022-01-30', '2022-04-02', '2022-04-24', '2022-05-07'],
    ...['2022-10-08', '2022-10-09'],
  ],
};

const Y2023: CalendarYear = {
  year: 2023,
  notice: notice(2023, '国办发明电〔2022〕16号', '2022-12-08'),
  holidays: [
    off(NEW_YEAR, '2022-12-31', '2023-01-02'),
    off(SPRING, '2023-01-21', '2023-01-27'),
    off(QINGMING, '2023-04-05', '2023-04-05'),
    off(LABOUR, '2023-04-29', '2023-05-03'),
    off(DRAGON_BOAT, '2023-06-22', '2023-06-24'),
    off(MID_AUTUMN_AND_NATIONAL, '2023-09-29', '2023-10-06'),
  ],
  makeUpWorkdays: [
    ...['2023-01-28', '2023-01-29', '2023-04-23', '2023-05-06', '2023-06-25'],
    ...['2023-10-07', '2023-10-08'],
  ],
};

const Y2024: CalendarYear = {
  year: 2024,
  notice: notice(2024, '国办发明电〔2023〕7号', '2023-10-25'),
  holidays: [
    off(NEW_YEAR, '2024-01-01', '2024-01-01'),
    off(SPRING, '2024-02-10', '2024-02-17'),
    off(QINGMING, '2024-04-04', '2024-04-06'),
    off(LABOUR, '2024-05-01', '2024-05-05'),
    off(DRAGON_BOAT, '2024-06-10', '2024-06-10'),
    off(MID_AUTUMN, '2024-09-15', '2024-09-17'),
    off(NATIONAL, '2024-10-01', '2024-10-07'),
  ],
  makeUpWorkdays: [
    ...['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11'],
    ...['2024-09-14', '2024-09-29', '2024-10-12'],
  ],
};

const Y2025: CalendarYear = {
  year: 2025,
  notice: notice(2025, '国办发明电〔2024〕12号', '2024-11-12'),
  holidays: [
    off(NEW_YEAR, '2025-01-01', '2025-01-01'),
    off(SPRING, '2025-01-28', '2025-02-04'),
    off(QINGMING, '2025-04-04', '2025-04-06'),
    off(LABOUR, '2025-05-01', '2025-05-05'),
    off(DRAGON_BOAT, '2025-05-31', '2025-06-02'),
    off(MID_AUTUMN_AND_NATIONAL, '2025-10-01', '2025-10-08'),
  ],
  makeUpWorkdays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
};

const Y2026: CalendarYear = {
  year: 2026,
  notice: notice(2026, '国办发明电〔2025〕7号', '2025-11-04'),
  holidays: [
    off(NEW_YEAR, '2026-01-01', '2026-01-03'),
    off(SPRING, '2026-02-15', '2026-02-23'),
    off(QINGMING, '2026-04-04', '2026-04-06'),
    off(LABOUR, '2026-05-01', '2026-05-05'),
    off(DRAGON_BOAT, '2026-06-19', '2026-06-21'),
    off(MID_AUTUMN, '2026-09-25', '2026-09-27'),
    off(NATIONAL, '2026-10-01', '2026-10-07'),
  ],
  makeUpWorkdays: [
    ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20'],
    '2026-10-10',
  ],
};

/** From 2012, the first year of the papers, through the last notice that has been published. */
export const CN_PUBLIC: WorkCalendar = {
  key: 'cn-public',
  version: 1,
  zone: 'Asia/Shanghai',
  weekend: [6, 7],
  years: [
    ...[Y2012, Y2013, Y2014, Y2015, Y2016, Y2017, Y2018, Y2019],
    ...[Y2020, Y2021, Y2022, Y2023, Y2024, Y2025, Y2026],
  ],
  publishedThrough: '2026-12-31',
};

function notice(year: number, number: string, issuedOn: LocalDate): CalendarNotice {
  return { number, title: `国务院办公厅关于${year}年部分节假日安排的通知`, issuedOn };
}

function off(name: Holiday['name'], from: LocalDate, to: LocalDate): Holiday {
  return { name, from, to };
}
