package org.gridtill.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import javax.net.SocketFactory;
import org.gridtill.simulator.pos.DeviceKey;
import org.gridtill.simulator.pos.PosAnswer;
import org.gridtill.simulator.pos.PosTerminal;
import org.gridtill.simulator.pos.PosTerminalBuilder;
import org.gridtill.simulator.pos.TerminalCipher;
import org.gridtill.simulator.pos.TestKeys;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/**
 * Terminals that prove themselves by certificates, on the real distribution: an authority, an
 * endpoint and devices are set up by shell as the operations guide says, devices make their own
 * keys and requests. Kiosks must show a certificate; every other kind may.
 */
public class CertificatesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String AGENCY = "A050";

  private static Site site;
  private static String authority;

  @BeforeClass
  public static void start() throws Exception {
    Site.start(
        "certificates",
        editConfigurationFilePut("etc/org.gridtill.guards.cfg", "kiosk", "certificate"));
    site = Site.current();
    authority = shell("certificate-authority-create \"GridTill Test Devices\"");
    MutualEndpoint.addTo(site.distribution());
    Eventually.holds(
        "the endpoint listens",
        PATIENCE,
        () ->
            shell("endpoint-list")
                .lines()
                .anyMatch(
                    line -> line.contains("certificate required") && line.contains("listens")));
  }

  @AfterClass
  public static void stop() {
    Site.stop();
  }

  private static String shell(String command) throws IOException {
    return site.distribution().shell("gridtill:" + command);
  }

  private static void register(String code, String kind, TerminalCipher cipher) throws IOException {
    shell("terminal-add --agency " + AGENCY + " --adapter pos --kind " + kind + " " + code);
    HexFormat hex = HexFormat.of();
    shell(
        "terminal-key --component1 "
            + hex.formatHex(TestKeys.component(code, 1))
            + " --component2 "
            + hex.formatHex(TestKeys.component(code, 2))
            + " --suite "
            + cipher
            + " "
            + code);
  }

  private static String enroll(String code, DeviceKey key) throws Exception {
    Path request = site.distribution().path("data/" + code + ".csr");
    Files.writeString(request, key.request("whatever it asks for"));
    return shell("certificate-enroll --request " + request + " " + code);
  }

  private static String serialNo(String issued) {
    return issued
        .lines()
        .filter(line -> line.startsWith("Serial number"))
        .map(line -> line.replace("Serial number", "").strip())
        .findFirst()
        .orElseThrow();
  }

  private static SocketFactory sockets(DeviceKey key, String issued) throws Exception {
    return key.sockets(issued, DeviceKey.trusting(authority));
  }

  private static PosTerminalBuilder secure(String code, SocketFactory sockets) {
    return Agent.terminal(code, AGENCY).at(Distribution.HOST, MutualEndpoint.PORT).sockets(sockets);
  }

  private static PosAnswer pay(PosTerminal terminal) throws IOException {
    String consumer = site.debtor();
    return terminal.pay(consumer, terminal.query(consumer).amountFen());
  }

  @Test
  public void paysOverMutualTlsUntilTheCertificateIsRevoked() throws Exception {
    register("K0000001", "kiosk", TerminalCipher.AES_CMAC);
    DeviceKey key = DeviceKey.make();
    String issued = enroll("K0000001", key);
    assertThat(issued).contains("-----BEGIN CERTIFICATE-----").doesNotContain("PRIVATE");
    assertThat(serialNo(enroll("K0000001", key))).as("asked again").isEqualTo(serialNo(issued));
    try (PosTerminal terminal = secure("K0000001", sockets(key, issued)).build()) {
      assertThat(terminal.signOn().code()).isEqualTo("00");
      PosAnswer paid = pay(terminal);
      assertThat(paid.code()).isEqualTo("00");
      assertThat(paid.authentic()).isTrue();

      String revoked = shell("certificate-revoke " + serialNo(issued) + " key-compromise");
      assertThat(revoked).contains("of K0000001 is revoked: key-compromise");
      PosAnswer refused = terminal.echo();
      assertThat(refused.code()).as("on the connection that is open").isEqualTo("D4");
      assertThat(refused.text()).startsWith("Certificate guard: ");
      assertThatThrownBy(terminal::echo).as("and on any other").isInstanceOf(IOException.class);
    }
    assertThat(shell("certificate-list --holder K0000001")).contains("REVOKED key-compromise");
    assertThat(shell("alarm-list").lines().filter(line -> line.contains("K0000001")))
        .anyMatch(line -> line.contains("CERTIFICATE") && line.contains("REVOKED"));
    assertThat(shell("audit-list --act certificate-revoke"))
        .contains("itests", serialNo(issued), "DONE");
    shell("certificate-revocation-list crl.pem");
    assertThat(site.distribution().path("data/certificates/crl.pem"))
        .content()
        .contains("BEGIN X509 CRL");
  }

  @Test
  public void aKioskWithoutItsCertificateDoesNothing() throws Exception {
    register("K0000002", "kiosk", TerminalCipher.AES_CMAC);
    try (PosTerminal plain = Agent.terminal("K0000002", AGENCY).build()) {
      PosAnswer refused = plain.signOn();
      assertThat(refused.code()).isEqualTo("D4");
      assertThat(refused.text()).contains("must connect with its certificate");
    }
    DeviceKey key = DeviceKey.make();
    String issued = enroll("K0000002", key);
    register("K0000003", "kiosk", TerminalCipher.AES_CMAC);
    try (PosTerminal other = secure("K0000003", sockets(key, issued)).build()) {
      PosAnswer refused = other.signOn();
      assertThat(refused.code()).as("over another's certificate").isEqualTo("D4");
      assertThat(refused.text()).contains("is another terminal's");
    }
    assertThat(shell("alarm-list").lines().filter(line -> line.contains("CERTIFICATE")))
        .anyMatch(line -> line.contains("K0000002"))
        .anyMatch(line -> line.contains("K0000003"));
  }

  @Test
  public void aStolenTerminalGetsNoFurtherThanItsHandshake() throws Exception {
    register("K0000004", "kiosk", TerminalCipher.AES_CMAC);
    DeviceKey key = DeviceKey.make();
    SocketFactory sockets = sockets(key, enroll("K0000004", key));
    try (PosTerminal terminal = secure("K0000004", sockets).build()) {
      assertThat(terminal.signOn().code()).isEqualTo("00");
      shell("terminal-revoke K0000004");
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 3; i++) {
                  assertThat(terminal.echo().code()).isIn("58", "D4");
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  public void rolesDecideWhoIssues() {
    for (String command :
        new String[] {"certificate-authority-create X", "certificate-enroll --request /x K1"}) {
      assertThatThrownBy(
              () -> site.distribution().shellAs(Distribution.CLERK, "gridtill:" + command))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Command not found");
    }
  }

  @Test
  public void paysABillUnderSm4() throws Exception {
    String code = String.format(Locale.ROOT, "S%07d", 1);
    register(code, "pos", TerminalCipher.SM4);
    try (PosTerminal terminal = Agent.terminal(code, AGENCY).cipher(TerminalCipher.SM4).build()) {
      assertThat(terminal.signOn().code()).isEqualTo("00");
      PosAnswer paid = pay(terminal);
      assertThat(paid.code()).isEqualTo("00");
      assertThat(paid.authentic()).isTrue();
      assertThat(paid.receiptNo()).isNotEmpty();
    }
    assertThat(shell("key-show " + code)).contains("SM4");
    try (PosTerminal wrong = Agent.terminal(code, AGENCY).build()) {
      assertThatThrownBy(wrong::signOn).as("with AES").isInstanceOf(IOException.class);
    }
    assertThat(shell("trial-balance")).contains("balanced");
  }
}
