export type { DeliveryStore } from './deliveries';
export type { GroupStore, RemovalOutcome, UseOutcome } from './groups';
export type { HomeworkStore } from './homework';
export type { ClaimOptions, OutboxStore } from './outbox';
export type { PeopleStore, SignInRenewal } from './people';
export type { PrivacyStore, SentNotice } from './privacy';
export type { KeptReport, ReportStore } from './reports';
export type { KeepOutcome, ReviewItem, ReviewItemKind, ReviewStore, ReviewValues } from './reviews';
export type { AttemptRecord, CommitOutcome, Store } from './store';

/** Hands in the time; ISO 8601 in UTC. */
export interface Clock {
  now(): string;
}

/** Hands in ids nobody can guess. */
export interface Ids {
  fresh(): string;
}

/** Makes what only its owner may know, and recognises it without keeping it. */
export interface Secrets {
  /** 32 random bytes, in letters that may stand in an address. */
  fresh(): string;
  /** SHA-256 in hexadecimals. */
  hash(secret: string): string;
  /** A whole number from 0 up to and without `below`, each as likely. */
  below(below: number): number;
}

/** Days and hours where people live. Moments are ISO 8601 in UTC, zones IANA names, days `2026-03-29`. */
export interface Calendar {
  /** Whether the zone is one we know. */
  knows(zone: string): boolean;
  /**
   * The moment at which a clock there shows this day and time ("18:00"): the first, where it comes twice; where it is
   * skipped, as much later as is skipped.
   */
  at(day: string, time: string, zone: string): string;
  /** What calendar and clock show there; `weekday` is 1 on Monday, 7 on Sunday. */
  there(
    moment: string,
    zone: string,
  ): { readonly day: string; readonly time: string; readonly weekday: number };
  /** So many days later, or earlier. */
  plusDays(day: string, days: number): string;
  /** Whether it is a real day written as `2026-03-29`. */
  isDay(text: string): boolean;
}
