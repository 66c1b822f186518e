package org.gridtill.build.same;

/**
 * One file in an archive.
 *
 * @param attributes what the archive notes of it beside its content: time, mode, size
 * @param sha256 of its content, in hexadecimal
 */
public record Entry(String name, String attributes, String sha256) {}
