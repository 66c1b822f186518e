package org.gridtill.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

/**
 * Adapters that a vendor's jar brings, dropped into {@code deploy/} of the distribution as it is
 * shipped: none resolves that operations do not trust, and all can read why.
 */
public class AdapterTrustIT {

  @ClassRule public static final AdapterSite SITE = new AdapterSite();

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> DEPLOYED = new ArrayList<>();

  private static Distribution distribution;
  private static AcmeVendor acme;

  @BeforeClass
  public static void start() {
    distribution = Site.current().distribution();
    acme = AdapterSite.vendor();
  }

  @AfterClass
  public static void cleanUp() throws IOException {
    for (String name : DEPLOYED) {
      Files.delete(distribution.path("deploy/" + name));
    }
    Eventually.holds("all are gone", PATIENCE, () -> !shell("adapter-trust").contains("org.acme."));
  }

  @Test
  public void ourOwnAdaptersNeedNoVendor() throws Exception {
    assertThat(line(shell("adapter-list"), "org.gridtill.adapter.pos")).contains("ready");
    assertThat(shell("adapter-trust")).doesNotContain("| org.gridtill.");
  }

  @Test
  public void anUnsignedAdapterDoesNotResolve() throws Exception {
    deploy(acme.adapter("unsigned", Map.of()));
    checkRefused("unsigned", "is not signed");
  }

  @Test
  public void aTamperedAdapterDoesNotResolve() throws Exception {
    deploy(AcmeVendor.tamper(acme.sign(acme.adapter("tampered", Map.of()))));
    checkRefused(
        "tampered",
        "entry org/gridtill/adapter/pos/PosAdapter.class was changed after it was signed");
  }

  @Test
  public void aFragmentOfTheVaultDoesNotResolve() throws Exception {
    deploy(acme.sign(acme.adapter("intruder", Map.of("Fragment-Host", "org.gridtill.vault"))));
    checkRefused("intruder", "is a fragment of org.gridtill.vault, which is the platform's");
  }

  @Test
  public void anAdapterRunsAsLongAsItsVendorIsTrusted() throws Exception {
    deploy(acme.sign(acme.adapter("kiosk", Map.of())));
    checkRefused("kiosk", "is signed by CN=Acme Kiosks, whom nobody here trusts");
    String trust = "vendor-trust acme " + acme.certificate();
    assertThatThrownBy(() -> shell(trust))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nobody is trusted yet")
        .hasMessageContaining(acme.fingerprint());

    String confirmed =
        "vendor-trust --fingerprint "
            + acme.fingerprint()
            + trust.substring("vendor-trust".length());
    assertThat(shell(confirmed)).contains("itests trusts vendor acme").contains("kiosk");
    assertThat(line(shell("adapter-list"), "org.acme.kiosk")).contains("ready");
    assertThat(shell("vendor-list")).contains("CN=Acme Kiosks").contains(acme.fingerprint());

    assertThat(shell("vendor-revoke acme")).contains("may not run");
    assertThat(line(shell("adapter-list"), "org.acme.kiosk")).doesNotContain("ready");
    checkRefused("kiosk", "is signed by CN=Acme Kiosks, whom itests has revoked");

    assertThat(shell(confirmed)).contains("may run");
    assertThat(line(shell("adapter-list"), "org.acme.kiosk")).contains("ready");
  }

  private static void checkRefused(String name, String why) {
    String bundle = "org.acme." + name;
    Eventually.holds(
        bundle + " is refused",
        PATIENCE,
        () ->
            line(shell("adapter-trust"), bundle).contains("refused")
                && line(distribution.shell("bundle:list -t 0 -s"), bundle).contains("Installed"));
    assertThat(catchLine(bundle)).contains(why);
    assertThat(read(distribution.path("data/log/karaf.log")))
        .contains("Bundle " + bundle + " 0.1.0", "is not trusted and does not resolve: " + why);
  }

  private static String catchLine(String bundle) {
    try {
      return line(shell("adapter-trust"), bundle);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String line(String text, String part) {
    return text.lines().filter(line -> line.contains(part)).findFirst().orElse("");
  }

  private static String shell(String command) throws IOException {
    return distribution.shell("gridtill:" + command);
  }

  private static void deploy(Path jar) throws IOException {
    DeployFolder.put(distribution, jar);
    DEPLOYED.add(jar.getFileName().toString());
  }
}
