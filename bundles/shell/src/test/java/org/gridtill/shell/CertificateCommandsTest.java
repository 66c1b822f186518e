package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.platform.certificates.Certificate;
import org.gridtill.api.platform.certificates.Certificate.Revocation;
import org.gridtill.api.platform.certificates.CertificateDesk;
import org.gridtill.api.platform.time.PlatformClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands about certificates. */
class CertificateCommandsTest {

  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

  @TempDir private Path directory;

  private static Certificate certificate(Revocation revocation) {
    return new Certificate(
        "1ab",
        Certificate.Use.TERMINAL,
        "T1",
        "CN=Devices",
        NOW,
        NOW.plusSeconds(3 * 86_400),
        revocation,
        revocation == null ? null : NOW,
        NOW,
        "anna",
        "f".repeat(64));
  }

  private static List<String> anna(ShellCommand command) throws Exception {
    return As.user("anna", () -> new Printed().run(command));
  }

  private CertificateEnrollCommand enroll(Path request) {
    CertificateEnrollCommand command = new CertificateEnrollCommand();
    command.terminal = "T1";
    command.request = request.toString();
    command.certificates =
        Fake.of(
            CertificateDesk.class,
            Map.of(
                "list",
                arguments -> List.of(certificate(null)),
                "enroll",
                arguments -> {
                  assertThat(arguments[0]).isEqualTo("T1");
                  assertThat((byte[]) arguments[1]).containsExactly(1, 2, 3);
                  assertThat(arguments[2]).isEqualTo("anna");
                  return new CertificateDesk.Issued(certificate(null), "-----A\n-----B\n", true);
                }));
    return command;
  }

  @Test
  void enrollingPrintsWhatWasIssued() throws Exception {
    Path request = Files.write(directory.resolve("a.csr"), new byte[] {1, 2, 3});
    assertThat(anna(enroll(request)))
        .contains("Serial number   1ab", "-----A", "-----B")
        .contains("It had been issued before to the same request.");
  }

  @Test
  void aRequestIsARegularFileOfSomeSize() throws Exception {
    Path request = Files.write(directory.resolve("a.csr"), new byte[1]);
    Path link = Files.createSymbolicLink(directory.resolve("link"), request);
    Path long1 = Files.write(directory.resolve("long"), new byte[70_000]);
    for (Path each : List.of(link, directory, directory.resolve("missing"))) {
      assertThatThrownBy(() -> anna(enroll(each)))
          .isInstanceOf(CommandException.class)
          .hasMessage(each + " is no regular file");
    }
    assertThatThrownBy(() -> anna(enroll(long1))).hasMessageContaining("more than 65536 bytes");
  }

  @Test
  void revokingNamesAReasonThatIsKnown() throws Exception {
    CertificateRevokeCommand command = new CertificateRevokeCommand();
    command.serial = "1AB";
    command.reason = "key-compromise";
    command.certificates =
        Fake.of(
            CertificateDesk.class,
            Map.of(
                "find",
                arguments -> java.util.Optional.of(certificate(null)),
                "revoke",
                arguments -> certificate((Revocation) arguments[1])));
    assertThat(anna(command)).contains("certificate 1ab of T1 is revoked: key-compromise");
    command.reason = "lost";
    assertThatThrownBy(() -> anna(command))
        .hasMessageContaining("superseded, ")
        .hasMessageContaining("not lost");
  }

  @Test
  void theListShowsWhatIsGood() throws Exception {
    CertificateListCommand command = new CertificateListCommand();
    command.clock = Fake.of(PlatformClock.class, Map.of("now", arguments -> NOW));
    command.certificates =
        Fake.of(
            CertificateDesk.class,
            Map.of(
                "list",
                arguments -> List.of(certificate(null), certificate(Revocation.KEY_COMPROMISE))));
    List<String> lines = anna(command);
    assertThat(lines).anyMatch(line -> line.contains("| GOOD ") && line.contains("| 3 d"));
    assertThat(lines).anyMatch(line -> line.contains("| REVOKED key-compromise"));
    command.holder = "T2";
    assertThat(anna(command)).anyMatch(line -> line.contains("no certificates"));
  }

  @Test
  void aListOfRevokedOnesIsWrittenIntoItsFolderOnlyAndOverNothing() throws Exception {
    CertificateRevocationListCommand command = new CertificateRevocationListCommand();
    command.folder = directory.resolve("certificates");
    command.certificates =
        Fake.of(CertificateDesk.class, Map.of("revocationList", arguments -> "a list\n"));
    command.file = "a.pem";
    anna(command);
    assertThat(command.folder.resolve("a.pem")).hasContent("a list");
    assertThatThrownBy(() -> anna(command)).hasMessageContaining("is there already");
    command.file = "../a.pem";
    assertThatThrownBy(() -> anna(command)).hasMessageContaining("without a folder");
    command.file = null;
    assertThat(anna(command)).contains("a list");
  }
}
