/** So many seconds later, or earlier. Moments are ISO 8601 in UTC. */
export function plusSeconds(moment: string, seconds: number): string {
  return new Date(Date.parse(moment) + seconds * 1000).toISOString();
}
