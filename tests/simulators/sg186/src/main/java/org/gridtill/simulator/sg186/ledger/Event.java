package org.gridtill.simulator.sg186.ledger;

/** Something that happened, for good. */
public sealed interface Event permits Entry, Note {}
