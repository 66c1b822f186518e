package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.CommandException;
import org.gridtill.api.platform.approvals.Approvals;
import org.gridtill.api.platform.trust.BundleVerdict;
import org.gridtill.api.platform.trust.BundleVerdict.Judgement;
import org.gridtill.api.platform.trust.Vendor;
import org.gridtill.api.platform.trust.VendorTrust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VendorCommandsTest {

  private static final Vendor ACME =
      new Vendor(
          "acme",
          "CN=Acme",
          "CN=Acme",
          "AA:BB",
          false,
          Instant.parse("2026-01-01T00:00:00Z"),
          Instant.parse("2028-01-01T00:00:00Z"),
          "alice",
          Instant.parse("2026-11-28T03:00:00Z"));

  @TempDir Path folder;
  private final List<String> calls = new ArrayList<>();
  private boolean enforced = true;
  private String forbidden;

  private final VendorTrust trust =
      Fake.of(
          VendorTrust.class,
          Map.of(
              "enforced", arguments -> enforced,
              "vendors", arguments -> List.of(ACME),
              "read", arguments -> ACME,
              "trust", arguments -> change("trust", arguments, Judgement.SIGNED),
              "revoke", arguments -> change("revoke", arguments, Judgement.REFUSED),
              "verdicts", arguments -> List.of(verdict(Judgement.LET_THROUGH))));

  private List<BundleVerdict> change(String name, Object[] arguments, Judgement judgement) {
    if (forbidden != null) {
      throw new IllegalStateException(forbidden);
    }
    calls.add(name + Arrays.asList(arguments));
    return List.of(verdict(judgement));
  }

  private static BundleVerdict verdict(Judgement judgement) {
    return new BundleVerdict(180, "org.acme.kiosk", "1.2.0", judgement, "acme", "has its reason");
  }

  private VendorTrustCommand trustCommand(String fingerprint) throws Exception {
    VendorTrustCommand command = new VendorTrustCommand();
    command.trust = trust;
    command.alias = "acme";
    command.file = Files.writeString(folder.resolve("acme.pem"), "the\ncertificate\n").toString();
    command.fingerprint = fingerprint;
    command.approvals = Fake.of(Approvals.class, Map.of("isNeeded", arguments -> false));
    return command;
  }

  private VendorRevokeCommand revoke() {
    VendorRevokeCommand command = new VendorRevokeCommand();
    command.trust = trust;
    command.alias = "acme";
    return command;
  }

  @Test
  void withoutAFingerprintTheCertificateIsShownAndNobodyTrusted() throws Exception {
    VendorTrustCommand command = trustCommand(null);
    Printed printed = new Printed().by(command);
    assertThatThrownBy(() -> As.user("alice", () -> Recorded.by(command).execute()))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("nobody is trusted yet");
    assertThat(printed.lines())
        .containsExactly(
            "Subject         CN=Acme",
            "Issuer          CN=Acme",
            "Issues others   no",
            "Valid           2026-01-01T00:00:00Z to 2028-01-01T00:00:00Z",
            "Fingerprint     AA:BB");
    assertThat(calls).isEmpty();
  }

  @Test
  void aVendorIsTrustedAndRevokedInSomebodysName() throws Exception {
    assertThat(As.user("alice", () -> new Printed().run(trustCommand("aabb"))))
        .endsWith("alice trusts vendor acme", "org.acme.kiosk 1.2.0 may run: has its reason");
    assertThat(As.user("bob", () -> new Printed().run(revoke())))
        .containsExactly(
            "bob has revoked vendor acme", "org.acme.kiosk 1.2.0 may not run: has its reason");
    assertThat(calls)
        .containsExactly("trust[acme, the\ncertificate, aabb, alice]", "revoke[acme, bob]");
  }

  @Test
  void nobodyDoesSoWithoutALogin() throws Exception {
    VendorTrustCommand command = trustCommand("aabb");
    assertThatThrownBy(() -> As.console(Recorded.by(command)::execute))
        .isInstanceOf(CommandException.class);
    assertThatThrownBy(() -> As.console(() -> Recorded.by(revoke()).execute()))
        .isInstanceOf(CommandException.class);
    assertThat(calls).isEmpty();
  }

  @Test
  void aRuleThatForbidsItIsTold() throws Exception {
    forbidden = "there is a vendor acme already";
    VendorTrustCommand command = trustCommand("aabb");
    new Printed().by(command);
    assertThatThrownBy(() -> As.user("alice", () -> Recorded.by(command).execute()))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining(forbidden);
  }

  @Test
  void vendorsAreListed() throws Exception {
    VendorListCommand command = new VendorListCommand();
    command.trust = trust;
    List<String> lines = new Printed().run(command);
    assertThat(lines.get(2))
        .isEqualTo(
            "acme   | CN=Acme | no        | 2028-01-01 00:00:00 +00:00 | alice      | 2026-11-28"
                + " 03:00:00 +00:00 | AA:BB");
  }

  @Test
  void verdictsAreListedAndThatTrustIsSwitchedOff() throws Exception {
    enforced = false;
    AdapterTrustCommand command = new AdapterTrustCommand();
    command.trust = trust;
    List<String> lines = new Printed().run(command);
    assertThat(lines.get(0)).startsWith("TRUST IS SWITCHED OFF");
    assertThat(lines.get(3))
        .isEqualTo("180 | org.acme.kiosk | 1.2.0   | acme   | let through | has its reason");
  }

  @Test
  void withoutTheServiceACommandSaysSo() {
    assertThatThrownBy(() -> new Printed().run(new VendorListCommand()))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("vendors' trust is not running");
  }

  @Test
  void aliasesAreCompleted() {
    VendorAliases aliases = new VendorAliases();
    assertThat(aliases.words()).isEmpty();
    aliases.trust = trust;
    assertThat(aliases.words()).containsExactly("acme");
  }
}
