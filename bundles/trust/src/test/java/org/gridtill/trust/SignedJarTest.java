package org.gridtill.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridtill.trust.TestJar.CLASS;
import static org.gridtill.trust.TestJar.MANIFEST;
import static org.gridtill.trust.TestJar.bytes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has signed a jar, and each way in which nobody has signed all of it. */
class SignedJarTest {

  private static final TestSigner ACME = TestSigner.named("CN=Acme");
  private static final TestSigner OTHER = TestSigner.named("CN=Other");

  @TempDir Path folder;
  private TestJar jar;

  @BeforeEach
  void makeJar() throws IOException {
    jar = TestJar.in(folder);
  }

  @Test
  void aSignedJarNamesItsSigner() throws Exception {
    Set<CodeSigner> signers = SignedJar.signers(jar.signedBy(ACME).path());
    assertThat(signers).hasSize(1);
    assertThat(signers.iterator().next().getSignerCertPath().getCertificates())
        .isEqualTo(List.of(ACME.certificate()));
  }

  @Test
  void aJarThatTwoHaveSignedNamesBoth() throws Exception {
    TestJar both =
        jar.signedBy(ACME, "A", "SHA-256", "SHA256withECDSA")
            .signedBy(OTHER, "B", "SHA-256", "SHA384withECDSA");
    assertThat(SignedJar.signers(both.path())).hasSize(2);
  }

  @Test
  void anUnsignedJarIsNotSigned() {
    refused(jar, "is not signed");
  }

  @Test
  void aChangedEntryIsNamed() throws Exception {
    refused(
        jar.signedBy(ACME).with(entries -> entries.put(CLASS, bytes("class Thief"))),
        "entry " + CLASS + " was changed after it was signed");
  }

  @Test
  void anAddedEntryIsNamed() throws Exception {
    refused(
        jar.signedBy(ACME).with(entries -> entries.put("org/acme/Thief.class", bytes("class"))),
        "entry org/acme/Thief.class is not signed");
  }

  @Test
  void anEntryTakenOutIsNamed() throws Exception {
    refused(
        jar.signedBy(ACME).with(entries -> entries.remove("META-INF/services/org.acme.Api")),
        "entry META-INF/services/org.acme.Api was taken out after it was signed");
  }

  @Test
  void aManifestThatIsABombIsNotUnpacked() throws Exception {
    TestJar bomb = jar.signedBy(ACME).with(entries -> entries.put(MANIFEST, new byte[9 << 20]));
    refused(bomb, "entry " + MANIFEST + " is too large");
  }

  @Test
  void anEntryAddedToTheManifestTooIsNoticed() throws Exception {
    TestJar added =
        jar.signedBy(ACME)
            .with(
                entries ->
                    entries.put(
                        MANIFEST,
                        bytes(text(entries.get(MANIFEST)) + "Name: x\r\nSealed: false\r\n\r\n")));
    refused(added, "its manifest was changed after it was signed");
  }

  @Test
  void whatKarafsUpdateWritesIntoTheManifestIsNoticedAndExplained() throws Exception {
    refused(
        withHeader("Bundle-UpdateLocation: file:x"),
        "its manifest was changed after it was signed, perhaps by bundle:update, which needs its"
            + " option --raw");
  }

  @Test
  void anotherActivatorInTheManifestIsNoticed() throws Exception {
    refused(
        withHeader("Bundle-Activator: org.acme.Other"),
        "its manifest was changed after it was signed");
  }

  /** The signed jar, with a header that was added afterwards. */
  private TestJar withHeader(String header) throws Exception {
    String place = "Bundle-Version: 1.2.0\r\n";
    return jar.signedBy(ACME)
        .with(
            entries ->
                entries.put(
                    MANIFEST,
                    bytes(text(entries.get(MANIFEST)).replace(place, place + header + "\r\n"))));
  }

  @Test
  void aChangedSignatureFileIsNoticed() throws Exception {
    TestJar changed =
        jar.signedBy(ACME)
            .with(
                entries ->
                    entries.put(
                        "META-INF/SIGNER.SF",
                        bytes(text(entries.get("META-INF/SIGNER.SF")) + "Name: x\r\n\r\n")));
    refused(changed, "its signature is broken");
  }

  @Test
  void aSignatureWithoutItsBlockCountsForNothing() throws Exception {
    refused(
        jar.signedBy(ACME).with(entries -> entries.remove("META-INF/SIGNER.EC")),
        "has no signature that Java accepts");
  }

  @Test
  void aWeakDigestCountsForNothing() throws Exception {
    refused(
        jar.signedBy(ACME, "SIGNER", "SHA-1", "SHA256withECDSA"),
        "META-INF/SIGNER.SF holds no digest of the manifest that is strong enough");
  }

  @Test
  void aWeakSignatureCountsForNothing() throws Exception {
    refused(
        jar.signedBy(ACME, "SIGNER", "SHA-256", "SHA1withECDSA"),
        "has no signature that Java accepts");
  }

  @Test
  void filesThatJavaDoesNotVerifyAreContent() throws Exception {
    refused(
        jar.signedBy(ACME).with(entries -> entries.put("META-INF/SIG-X.class", bytes("class"))),
        "entry META-INF/SIG-X.class is not signed");
    refused(
        jar.signedBy(ACME).with(entries -> entries.put("META-INF/sub/X.SF", bytes("class"))),
        "entry META-INF/sub/X.SF is not signed");
  }

  @Test
  void aSecondManifestInAnotherCaseIsContent() throws Exception {
    TestJar two =
        jar.signedBy(ACME)
            .with(entries -> entries.put("META-INF/manifest.mf", entries.get(MANIFEST)));
    refused(two, "has no signature that Java accepts");
  }

  @Test
  void aNameThatIsThereTwiceIsNamed() throws Exception {
    TestJar twice =
        jar.with(entries -> entries.put("org/acme/Kiosk.klass", bytes("class Thief")))
            .signedBy(ACME)
            .renamed("org/acme/Kiosk.klass", CLASS);
    refused(twice, "has the entry " + CLASS + " twice");
  }

  @Test
  void whatIsNoJarCannotBeRead() throws IOException {
    refused(new TestJar(Files.write(folder.resolve("x"), bytes("no jar"))), "cannot be read");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void refused(TestJar jar, String why) {
    assertThatThrownBy(() -> SignedJar.signers(jar.path()))
        .isInstanceOf(NotSignedException.class)
        .hasMessageContaining(why);
  }
}
