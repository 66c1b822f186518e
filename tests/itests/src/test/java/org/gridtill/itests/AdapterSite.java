package org.gridtill.itests;

import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.rules.ExternalResource;
import org.ops4j.pax.exam.Option;

/**
 * The distribution in which adapters come, go and change: with many terminals, a quick look at
 * {@code deploy/}, and more in its log. Classes of tests share the one that runs already.
 */
public final class AdapterSite extends ExternalResource {

  static final int TERMINALS = 200;
  static final String POS = "org.gridtill.adapter.pos";

  /** That a busy machine makes the simulated billing system slow is no failure of an upgrade. */
  private static final int BILLING_SECONDS = 10;

  /** A large fleet takes its time on a busy machine. */
  private static final Duration FLEET = Duration.ofMinutes(3);

  private static AcmeVendor acme;

  private boolean own;

  @Override
  protected void before() throws Throwable {
    own = Site.current() == null;
    if (own) {
      Site.start(
          new Distribution.Setup("adapters", Distribution.HTTP_PORT, BILLING_SECONDS, true),
          logger("gates", "name", "org.gridtill.gates"),
          logger("gates", "level", "INFO"),
          logger("deployer", "name", "org.gridtill.deployer"),
          logger("deployer", "level", "INFO"),
          editConfigurationFilePut("etc/org.gridtill.simulator.sg186.cfg", "consumers", "3000"),
          editConfigurationFilePut(
              "etc/org.gridtill.simulator.fleet.cfg", "agencyCount", String.valueOf(TERMINALS)),
          editConfigurationFilePut(
              "etc/org.apache.felix.fileinstall-deploy.cfg", "felix.fileinstall.poll", "100"));
      acme =
          new AcmeVendor(
              Site.current().distribution().path("data/acme"),
              AdapterJar.shipped(Site.current().distribution(), POS));
      try (Agent last = agent(TERMINALS)) {
        Eventually.holds("all agencies are there", FLEET, () -> last.terminal().signOn().done());
      }
    }
  }

  /** Of a test, only warnings are logged otherwise. */
  private static Option logger(String bundle, String key, String value) {
    return editConfigurationFilePut(
        "etc/org.ops4j.pax.logging.cfg", "log4j2.logger." + bundle + '.' + key, value);
  }

  @Override
  protected void after() {
    if (own) {
      Site.stop();
    }
  }

  static Agent agent(int number) {
    return new Agent(Site.current().books(), Site.BILLING, number);
  }

  /** Returns a vendor of whom operations may not know yet. */
  static AcmeVendor vendor() {
    return acme;
  }

  /** Returns the vendor, whom operations trust. */
  static AcmeVendor trustedVendor() throws IOException, InterruptedException {
    Distribution distribution = Site.current().distribution();
    String fingerprint = acme.fingerprint();
    if (!distribution.shell("gridtill:vendor-list").contains(fingerprint)) {
      distribution.shell(
          "gridtill:vendor-trust --fingerprint " + fingerprint + " acme " + acme.certificate());
    }
    return acme;
  }

  /** Waits for a line of the log that has all these words. */
  static void awaitLog(Duration patience, String... words) {
    Path log = Site.current().distribution().path("data/log/karaf.log");
    Eventually.holds(
        String.join(" ", words),
        patience,
        () ->
            Files.readString(log, StandardCharsets.UTF_8)
                .lines()
                .anyMatch(line -> List.of(words).stream().allMatch(line::contains)));
  }
}
