/**
 * Check `locked-headcount`: a staffing plan stays within the headcounts that are locked 锁定, per station and in all. Teams of
 * one station may exchange places, so a team is not judged alone; every team must be listed once, under its station.
 */
import { fault, type Fault } from '../fault.ts';
import type { Localised } from '../localised.ts';
import { fieldOf, isRecord, readRows, unknownKey, type Check, type Row } from './check.ts';
import { entryFaults, paramFault, readEntries, type Entry } from './params.ts';

interface Station {
  readonly key: string;
  readonly title: Localised;
  readonly teams: readonly Team[];
}

interface Team {
  readonly key: string;
  readonly title: Localised;
  readonly locked: number;
}

/** A row of which station and team are known; the headcount is null where it is no whole number of 0 or more. */
interface Line {
  readonly pointer: string;
  readonly station: Station;
  readonly team: Team;
  readonly headcount: number | null;
}

/** Params: `{stations: [{key, title, teams: [{key, title, locked}]}]}`; data: `{rows: [{station, team, headcount}]}`. */
export const lockedHeadcount: Check = {
  name: 'locked-headcount',
  paramFaults(params) {
    const stations = readEntries(params, 'stations');
    const teams = (stations ?? []).map((station) => ({
      pointer: `${station.pointer}/teams`,
      list: readEntries(station.value, 'teams', station.pointer),
    }));
    return [
      ...entryFaults(stations, '/stations'),
      ...teams.flatMap(({ pointer, list }) => entryFaults(list, pointer)),
      ...teams.flatMap(({ list }) => (list ?? []).flatMap(lockFaults)),
    ];
  },
  judge(params, data) {
    const stations = readStations(params);
    const { rows, faults } = readRows(data);
    const lines = rows.flatMap((row) => readLine(row, stations) ?? []);
    return [
      ...faults,
      ...rows.flatMap((row) => rowFaults(row, stations)),
      ...repeatedFaults(lines),
      ...stations.flatMap((station) => missingFaults(station, lines)),
      ...stations.flatMap((station) => stationFaults(station, lines)),
      ...totalFaults(stations, rows),
    ];
  },
};

function lockFaults(team: Entry): readonly Fault[] {
  const locked = isRecord(team.value) ? fieldOf(team.value, 'locked') : undefined;
  if (headcountOf(locked) !== null) return [];
  return [
    paramFault(
      `${team.pointer}/locked`,
      '锁定人数须为不小于 0 的整数',
      'The locked headcount must be a whole number of 0 or more',
    ),
  ];
}

function readStations(params: unknown): readonly Station[] {
  return (readEntries(params, 'stations') ?? []).flatMap(({ key, title, value }) =>
    key === null || title === null ? [] : [{ key, title, teams: readTeams(value) }],
  );
}

function readTeams(station: unknown): readonly Team[] {
  return (readEntries(station, 'teams') ?? []).flatMap(({ key, title, value }) => {
    const locked = isRecord(value) ? headcountOf(fieldOf(value, 'locked')) : null;
    return key === null || title === null || locked === null ? [] : [{ key, title, locked }];
  });
}

function headcountOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

function readLine({ pointer, fields }: Row, stations: readonly Station[]): Line | null {
  const station = stations.find(({ key }) => key === fieldOf(fields, 'station'));
  const team = station?.teams.find(({ key }) => key === fieldOf(fields, 'team'));
  if (station === undefined || team === undefined) return null;
  return { pointer, station, team, headcount: headcountOf(fieldOf(fields, 'headcount')) };
}

function rowFaults({ pointer, fields }: Row, stations: readonly Station[]): readonly Fault[] {
  const faults: Fault[] = [];
  const station = stations.find(({ key }) => key === fieldOf(fields, 'station'));
  const team = fieldOf(fields, 'team');
  const home = stations.find(({ teams }) => teams.some(({ key }) => key === team));
  if (station === undefined) {
    faults.push(unknownKey(`${pointer}/station`, 'station-unknown', fieldOf(fields, 'station')));
  }
  if (home === undefined) faults.push(unknownKey(`${pointer}/team`, 'team-unknown', team));
  else if (station !== undefined && !station.teams.some(({ key }) => key === team)) {
    faults.push(
      fault(`${pointer}/team`, 'team-of-other-station', {
        zh: `该队伍属于${home.title.zh}，不属于${station.title.zh}`,
        en: `The team belongs to the ${home.title.en}, not to the ${station.title.en}`,
      }),
    );
  }
  if (headcountOf(fieldOf(fields, 'headcount')) === null) {
    faults.push(
      fault(`${pointer}/headcount`, 'headcount-invalid', {
        zh: '人数须为不小于 0 的整数',
        en: 'The headcount must be a whole number of 0 or more',
      }),
    );
  }
  return faults;
}

function repeatedFaults(lines: readonly Line[]): readonly Fault[] {
  const seen = new Set<Team>();
  return lines.flatMap(({ pointer, team }) => {
    if (!seen.has(team)) {
      seen.add(team);
      return [];
    }
    return [
      fault(pointer, 'team-repeated', {
        zh: `${team.title.zh}重复，只能列一次`,
        en: `${team.title.en} are listed twice`,
      }),
    ];
  });
}

function missingFaults(station: Station, lines: readonly Line[]): readonly Fault[] {
  return station.teams
    .filter((team) => !lines.some((line) => line.team === team))
    .map((team) =>
      fault('/rows', 'team-missing', {
        zh: `${station.title.zh}缺少${team.title.zh}；没有人员的队伍请填 0`,
        en: `${team.title.en} are missing from the ${station.title.en}; write 0 for a team without people`,
      }),
    );
}

/** Points at the rows that are above their own team's figure, as these push the station over; otherwise at all its rows. */
function stationFaults(station: Station, lines: readonly Line[]): readonly Fault[] {
  const own = lines.filter((line) => line.station === station);
  const planned = sum(own.map((line) => line.headcount ?? 0));
  const locked = sum(station.teams.map((team) => team.locked));
  if (planned <= locked) return [];
  const above = own.filter((line) => (line.headcount ?? 0) > line.team.locked);
  return (above.length > 0 ? above : own).map(({ pointer, team, headcount }) =>
    fault(`${pointer}/headcount`, 'station-above-locked', {
      zh: `${station.title.zh}共 ${planned} 人，超过锁定的 ${locked} 人（本行 ${headcount ?? 0} 人，现有 ${team.locked} 人）`,
      en: `The ${station.title.en} has ${planned}, above the locked ${locked} (this row ${headcount ?? 0}, at present ${team.locked})`,
    }),
  );
}

/** Counts every row, those of unknown stations and teams included. */
function totalFaults(stations: readonly Station[], rows: readonly Row[]): readonly Fault[] {
  const planned = sum(rows.map(({ fields }) => headcountOf(fieldOf(fields, 'headcount')) ?? 0));
  const locked = sum(stations.flatMap(({ teams }) => teams.map((team) => team.locked)));
  if (planned <= locked) return [];
  return [
    fault('/rows', 'total-above-locked', {
      zh: `合计 ${planned} 人，超过锁定的 ${locked} 人`,
      en: `In all ${planned}, above the locked ${locked}`,
    }),
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
