package org.gridtill.benchmarks.adapters;

/** What can be measured of adapters, each by itself. */
enum Part {
  /** From a jar in {@code deploy/} to the first transaction through it. */
  DEPLOY,
  /** Replacing an adapter while terminals work. */
  SWAP,
  /** What the terminals of one adapter notice of another that misbehaves. */
  ISOLATION,
  /** Terminals that are connected and do nothing. */
  IDLE,
  /** Many malformed frames from many addresses. Takes its time, so only if asked for. */
  HOSTILE,
  /** How much code the smallest adapter is. */
  SIZE
}
