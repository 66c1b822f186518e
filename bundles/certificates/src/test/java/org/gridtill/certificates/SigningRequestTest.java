package org.gridtill.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests get a certificate. */
class SigningRequestTest {

  private static final KeyPair PAIR = TestRequest.keyPair("secp256r1");
  private static final byte[] GOOD = TestRequest.of(PAIR);

  private static void assertRefused(byte[] request, String words) {
    assertThatThrownBy(() -> SigningRequest.read(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"secp256r1", "secp384r1"})
  void takesKeysOnGoodCurves(String curve) throws Exception {
    KeyPair pair = TestRequest.keyPair(curve);
    assertThat(SigningRequest.read(TestRequest.of(pair)).key().getEncoded("DER"))
        .isEqualTo(pair.getPublic().getEncoded());
  }

  @Test
  void takesRsaFrom2048BitsAndPem() throws Exception {
    KeyPair pair = TestRequest.rsa(2048);
    byte[] request = TestRequest.of(pair);
    assertThat(SigningRequest.read(request).key().getEncoded("DER"))
        .isEqualTo(pair.getPublic().getEncoded());
    for (String label : Pem.REQUESTS) {
      byte[] pem = ("some text\n" + Pem.encode(label, request)).getBytes(StandardCharsets.US_ASCII);
      assertThat(SigningRequest.read(pem).digest())
          .isEqualTo(SigningRequest.read(request).digest());
    }
  }

  @Test
  void refusesWeakKeys() throws Exception {
    assertRefused(TestRequest.of(TestRequest.rsa(1024)), "has 1024 bits");
    assertRefused(TestRequest.of(TestRequest.keyPair("secp521r1")), "another curve");
    assertRefused(dsa(), "the public key is for 1.2.840.10040.4.1");
  }

  private static byte[] dsa() throws Exception {
    java.security.KeyPairGenerator generator = java.security.KeyPairGenerator.getInstance("DSA");
    generator.initialize(1024);
    return TestRequest.request(
        TestRequest.info(generator.generateKeyPair().getPublic(), "x", 0),
        TestRequest.hex("300a06082a8648ce3d040302"),
        new byte[64]);
  }

  @Test
  void refusesAPointThatIsNotOnItsCurve() {
    byte[] info = TestRequest.info(PAIR.getPublic(), "x", 0);
    byte[] key = PAIR.getPublic().getEncoded();
    byte[] tail = Arrays.copyOfRange(key, key.length - 8, key.length);
    int at =
        new String(info, StandardCharsets.ISO_8859_1)
            .indexOf(new String(tail, StandardCharsets.ISO_8859_1));
    info[at + 7] ^= 1;
    assertRefused(TestRequest.request(info, PAIR.getPrivate()), "no point of its curve");
  }

  @Test
  void refusesARequestThatAnotherKeyHasSigned() {
    byte[] info = TestRequest.info(PAIR.getPublic(), "x", 0);
    KeyPair thief = TestRequest.keyPair("secp256r1");
    assertRefused(TestRequest.request(info, thief.getPrivate()), "signature is wrong");
  }

  @Test
  void refusesWeakAndUnknownSignatures() {
    byte[] info = TestRequest.info(PAIR.getPublic(), "x", 0);
    byte[] sha1 = TestRequest.hex("300906072a8648ce3d0401");
    byte[] signature = TestRequest.sign("SHA1withECDSA", PAIR.getPrivate(), info);
    assertRefused(TestRequest.request(info, sha1, signature), "SHA-256 or longer");
  }

  @Test
  void refusesAnotherVersion() {
    byte[] info = TestRequest.info(PAIR.getPublic(), "x", 1);
    assertRefused(
        TestRequest.request(info, PAIR.getPrivate()), "not a PKCS#10 certificate request");
    // A bit string that leaves out its last bit, which is zero, is the same to many readers.
    byte[] loose = GOOD.clone();
    int bits = new String(GOOD, StandardCharsets.ISO_8859_1).indexOf("\u0003\u0042\u0000\u0004");
    loose[bits + 2] = 1;
    assertRefused(loose, "");
  }

  @Test
  void refusesWhatIsNoRequest() {
    assertRefused(new byte[0], "1 to 16384 bytes");
    assertRefused(new byte[20_000], "1 to 16384 bytes");
    assertRefused("hello".getBytes(StandardCharsets.US_ASCII), "not a PKCS#10");
    assertRefused(Arrays.copyOf(GOOD, GOOD.length + 1), "not a PKCS#10");
    String one = Pem.encode("CERTIFICATE REQUEST", GOOD);
    assertRefused((one + one).getBytes(StandardCharsets.US_ASCII), "more than one");
    String key = Pem.encode("EC PRIVATE KEY", new byte[9]);
    assertRefused((key + one).getBytes(StandardCharsets.US_ASCII), "has a private key in it");
  }

  @Property(tries = 300)
  void noBytesAtAllDoMoreThanBeRefused(@ForAll @Size(max = 300) byte[] bytes) {
    assertThatThrownBy(() -> SigningRequest.read(bytes))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** One bit of a request that is turned over makes it no request or a wrong one. */
  @Property(tries = 500)
  void eachBitMatters(
      @ForAll @IntRange(max = 7) int bit, @ForAll @IntRange(max = 9_999) int place) {
    byte[] request = GOOD.clone();
    request[place % request.length] ^= (byte) (1 << bit);
    assertThatThrownBy(() -> SigningRequest.read(request))
        .as("byte %d, bit %d of %s", place % request.length, bit, HexFormat.of().formatHex(GOOD))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 200)
  void whateverSubjectItAsksForChangesNothing(@ForAll @Size(max = 60) String subject) {
    assertThat(SigningRequest.read(TestRequest.of(PAIR, subject)).digest())
        .isEqualTo(SigningRequest.read(GOOD).digest());
  }
}
