package org.gridtill.store.credit;

/** Stands for an entity of the store, in the store's package. */
public final class Line {}
