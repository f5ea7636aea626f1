export const pressure = {};
