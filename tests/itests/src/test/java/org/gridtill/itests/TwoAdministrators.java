package org.gridtill.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the administrators of a distribution do alone, and what only in twos. */
final class TwoAdministrators {

  private static final Pattern NUMBER = Pattern.compile("request (\\d+) waits");
  private static final String DEPUTY = "deputy";
  private static final String THIRD = "third";

  private final Distribution distribution;
  private final String first;
  private final String password;

  TwoAdministrators(Distribution distribution, String first, String password) {
    this.distribution = distribution;
    this.first = first;
    this.password = password;
  }

  /** There is nobody else to ask yet. */
  void theFirstAddsTheSecondAlone() throws Exception {
    String oneTime =
        found("one-time password of deputy: (\\S+)", by(first, "person-add deputy administrator"));
    change(DEPUTY, oneTime);
    assertThat(by(DEPUTY, "person-list")).contains(DEPUTY);
    assertThat(by(DEPUTY, "audit-list --act person-add --about deputy"))
        .contains("alone: no other administrator has ever logged in");
  }

  void aThirdOneIsAddedByBoth() throws Exception {
    String said = by(first, "person-add third administrator");
    assertThat(said).contains("nothing is done yet");
    String half = found("first half of the one-time password: (\\S+)", said);
    String number = number(said);
    assertThat(by(first, "person-list")).doesNotContain(THIRD);
    assertThatThrownBy(() -> by(first, "approval-approve " + number + " third"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has asked for this");
    assertThat(by(DEPUTY, "approval-list")).contains("person-add third administrator");

    String rest =
        found(
            "second half of the one-time password: (\\S+)",
            by(DEPUTY, "approval-approve " + number + " third"));
    assertThatThrownBy(() -> by(DEPUTY, "approval-approve " + number + " third"))
        .hasMessageContaining("does not wait any more; it is DONE");
    change(THIRD, half + "-" + rest);
    assertThat(by(THIRD, "person-list")).contains(THIRD);
  }

  void aVendorIsTrustedByBothAndRevokedByOne() throws Exception {
    AcmeVendor vendor = new AcmeVendor(Path.of("target/two-administrators"), null);
    String trust =
        "vendor-trust --fingerprint "
            + vendor.fingerprint()
            + " acme "
            + vendor.certificate().toAbsolutePath();
    String number = number(by(first, trust));
    assertThat(by(first, "vendor-list")).doesNotContain("CN=Acme Kiosks");
    assertThatThrownBy(() -> by(DEPUTY, "approval-approve " + number + " 00:11"))
        .hasMessageContaining("is about " + vendor.fingerprint());

    by(DEPUTY, "approval-approve " + number + " " + vendor.fingerprint());
    assertThat(by(first, "vendor-list"))
        .contains("CN=Acme Kiosks")
        .contains(first + " and " + DEPUTY);
    assertThat(by(first, "vendor-revoke acme")).contains("has revoked vendor acme");
    assertThat(by(DEPUTY, "vendor-list")).doesNotContain("CN=Acme Kiosks");
  }

  private String by(String person, String command) throws IOException, InterruptedException {
    return distribution.shellAs(person, password, "gridtill:" + command);
  }

  private void change(String person, String oneTime) throws IOException, InterruptedException {
    distribution.shellAs(
        person,
        oneTime,
        "gridtill:password-change --old \"" + oneTime + "\" --new \"" + password + '"');
  }

  private static String number(String said) {
    Matcher matcher = NUMBER.matcher(said);
    assertThat(matcher.find()).as(said).isTrue();
    return matcher.group(1);
  }

  private static String found(String pattern, String said) {
    Matcher matcher = Pattern.compile(pattern).matcher(said);
    assertThat(matcher.find()).as(said).isTrue();
    return matcher.group(1);
  }
}
