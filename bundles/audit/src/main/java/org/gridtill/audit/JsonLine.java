package org.gridtill.audit;

import org.gridtill.api.platform.audit.AuditEvent;
import org.gridtill.api.platform.audit.AuditRecord;

/** A record as one line of JSON, in ASCII, so that no way it takes changes it. */
final class JsonLine {

  private static final char FIRST_PRINTABLE = ' ';
  private static final char LAST_PRINTABLE = '~';

  private final StringBuilder line = new StringBuilder();

  private JsonLine() {}

  static String of(AuditRecord record) {
    AuditEvent event = record.event();
    return new JsonLine()
        .number("number", record.number())
        .number("at", record.at().toEpochMilli())
        .text("time", record.at().toString())
        .text("person", event.person())
        .text("origin", event.origin())
        .text("act", event.act())
        .text("subject", event.subject())
        .text("outcome", event.outcome().name())
        .text("before", event.before())
        .text("after", event.after())
        .text("details", event.details())
        .text("previousHash", record.previousHash())
        .text("hash", record.hash())
        .end();
  }

  private JsonLine number(String name, long value) {
    name(name).append(value);
    return this;
  }

  private JsonLine text(String name, String value) {
    StringBuilder to = name(name);
    if (value == null) {
      to.append("null");
      return this;
    }
    to.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        to.append('\\').append(c);
      } else if (c < FIRST_PRINTABLE || c > LAST_PRINTABLE) {
        to.append(String.format("\\u%04x", (int) c));
      } else {
        to.append(c);
      }
    }
    to.append('"');
    return this;
  }

  private StringBuilder name(String name) {
    return line.append(line.isEmpty() ? '{' : ',').append('"').append(name).append("\":");
  }

  private String end() {
    return line.append("}").toString();
  }
}
