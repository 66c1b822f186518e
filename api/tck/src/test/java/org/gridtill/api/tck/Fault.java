package org.gridtill.api.tck;

import java.util.Set;

/**
 * An adapter with a fault.
 *
 * @param rule the test that must find it
 * @param follows tests that cannot but fail, too
 * @param type the adapter
 * @param imports what its bundle imports beside what it needs, each after a comma
 * @param header another header of its manifest; empty for none
 * @param names the properties that tell which adapter it is, as {@code name=value}
 */
record Fault(
    String rule,
    Set<String> follows,
    Class<?> type,
    String imports,
    String header,
    Set<String> names) {

  /** The last one is for channels only, and does no harm to the others. */
  private static final Set<String> NAMES =
      Set.of(
          "gridtill.adapter=hello", "gridtill.vendor=Us", "gridtill.notification.idempotent=true");

  Fault(String rule, Class<?> type) {
    this(rule, Set.of(), type, "", "", NAMES);
  }

  /** Returns a bundle without a fault. */
  static Fault none(Class<?> type) {
    return new Fault("", type);
  }

  Fault followedBy(String... tests) {
    return new Fault(rule, Set.of(tests), type, imports, header, names);
  }

  Fault importing(String name) {
    return new Fault(rule, follows, type, ',' + name + ";resolution:=optional", header, names);
  }

  Fault withHeader(String line) {
    return new Fault(rule, follows, type, imports, line, names);
  }

  Fault called(String... properties) {
    return new Fault(rule, follows, type, imports, header, Set.of(properties));
  }

  @Override
  public String toString() {
    return rule + ": " + type.getSimpleName() + ' ' + imports + header;
  }
}
