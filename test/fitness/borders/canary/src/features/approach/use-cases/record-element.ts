export const recordElement = () => undefined;
