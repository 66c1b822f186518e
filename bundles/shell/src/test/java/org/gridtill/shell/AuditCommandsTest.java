package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.platform.audit.AuditAnchor;
import org.gridtill.api.platform.audit.AuditEvent;
import org.gridtill.api.platform.audit.AuditFinding;
import org.gridtill.api.platform.audit.AuditRecord;
import org.gridtill.api.platform.audit.AuditTrail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandsTest {

  private static final AuditAnchor HEAD = new AuditAnchor(7, "ab".repeat(32));
  private static final AuditRecord RECORD =
      new AuditRecord(
          7,
          Instant.parse("2026-11-28T12:00:00Z"),
          new AuditEvent(
              "alice",
              "ssh",
              "limit-authorize",
              "A001",
              AuditEvent.Outcome.DONE,
              null,
              "5.00",
              "more"),
          "00".repeat(32),
          HEAD.hash());

  private final List<Object> asked = new ArrayList<>();
  private final List<AuditFinding> findings = new ArrayList<>();
  private final AuditTrail trail =
      Fake.of(
          AuditTrail.class,
          Map.of(
              "anchor",
              arguments -> HEAD,
              "record",
              arguments -> RECORD,
              "latest",
              arguments -> {
                asked.addAll(List.of(arguments));
                return List.of(RECORD);
              },
              "verify",
              arguments -> {
                asked.add(arguments[0]);
                return new AuditTrail.Verification(7, HEAD, findings);
              },
              "export",
              arguments -> {
                asked.addAll(List.of(arguments[0], arguments[1]));
                write((Writer) arguments[2]);
                return 1L;
              }));

  private static void write(Writer writer) {
    try {
      writer.write("{}\n");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatWasDoneIsListed() throws Exception {
    AuditListCommand command = new AuditListCommand();
    command.audit = trail;
    command.zone = ZoneOffset.UTC;
    command.act = "limit-";

    assertThat(new Printed().run(command).get(2))
        .matches(
            "  7 \\| 2026-11-28 12:00:00 \\+00:00 \\| alice \\| ssh +\\| limit-authorize .*5.00.*more");
    assertThat(asked).containsExactly(new AuditTrail.Filter(null, "limit-", null), 100);
  }

  @Test
  void theAnchorIsPrintedAndReadAgain() throws Exception {
    AuditAnchorCommand anchor = new AuditAnchorCommand();
    anchor.audit = trail;
    String printed = new Printed().run(anchor).get(0);
    AuditVerifyCommand verify = new AuditVerifyCommand();
    verify.audit = trail;
    verify.anchor = printed;

    assertThat(new Printed().run(verify)).last().asString().startsWith("nothing was altered");
    assertThat(asked).containsExactly(HEAD);
    verify.anchor = "7";
    assertThatThrownBy(verify::execute).hasMessageStartingWith("an anchor is a number, a colon");
  }

  @Test
  void whatIsFoundFailsTheCommand() {
    AuditVerifyCommand verify = new AuditVerifyCommand();
    verify.audit = trail;
    findings.add(new AuditFinding(3, AuditFinding.Kind.ALTERED, "words"));
    Printed printed = new Printed().by(verify);

    assertThatThrownBy(verify::execute)
        .isInstanceOf(CommandException.class)
        .hasMessage("the audit trail is not as it was written");
    assertThat(printed.lines()).contains("record 3: ALTERED, words");
  }

  @Test
  void recordsAreWrittenToANewFileOfOneFolder(@TempDir Path folder) throws Exception {
    AuditExportCommand export = new AuditExportCommand();
    export.audit = trail;
    export.folder = folder.resolve("audit");
    export.from = 2;
    assertThat(new Printed().run(export)).containsExactly("{}");
    assertThat(asked).containsExactly(2L, Long.MAX_VALUE);

    export.file = "november.jsonl";
    new Printed().run(export);
    Path file = folder.resolve("audit/november.jsonl");
    assertThat(file).hasContent("{}\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThatThrownBy(export::execute).hasMessageEndingWith("november.jsonl is there already");
    for (String name : List.of("../etc/x.cfg", "/tmp/x", "", ".hidden", "a/b")) {
      export.file = name;
      assertThatThrownBy(export::execute).as(name).hasMessageStartingWith("the file is a name");
    }
  }
}
