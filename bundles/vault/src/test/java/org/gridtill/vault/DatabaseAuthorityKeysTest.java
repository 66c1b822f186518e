package org.gridtill.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gridtill.api.platform.vault.AuthorityKeys;
import org.gridtill.api.platform.vault.AuthorityKeys.AuthorityKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The authority's keys, whose signatures the JDK verifies. */
class DatabaseAuthorityKeysTest {

  private static final byte[] DATA = "a certificate".getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path directory;
  private VaultHarness harness;
  private AuthorityKeys keys;

  @BeforeEach
  void open() {
    harness = new VaultHarness(directory);
    keys = harness.node().open().authority();
  }

  @AfterEach
  void close() {
    harness.close();
  }

  private static boolean verifies(AuthorityKey key, byte[] data, byte[] signature)
      throws Exception {
    PublicKey publicKey =
        KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(key.publicKey()));
    assertThat(((ECPublicKey) publicKey).getParams().getOrder().bitLength()).isEqualTo(256);
    Signature verifier = Signature.getInstance(AuthorityKeys.ALGORITHM);
    verifier.initVerify(publicKey);
    verifier.update(data);
    return verifier.verify(signature);
  }

  @Test
  void theJdkVerifiesWhatItSigns() throws Exception {
    AuthorityKey key = keys.make("alice");
    for (int i = 0; i < 50; i++) {
      byte[] data = (i + " a certificate").getBytes(StandardCharsets.US_ASCII);
      byte[] signature = keys.sign(key.number(), data);
      assertThat(verifies(key, data, signature)).isTrue();
      assertThat(verifies(key, DATA, signature)).isFalse();
    }
  }

  @Test
  void aRestartedNodeSignsWithTheSameKey() throws Exception {
    AuthorityKey key = keys.make("alice");
    AuthorityKeys restarted = harness.node().open().authority();
    assertThat(restarted.find(key.number()).orElseThrow().publicKey()).isEqualTo(key.publicKey());
    assertThat(verifies(key, DATA, restarted.sign(key.number(), DATA))).isTrue();
  }

  @Test
  void twoAtOnceGetANumberEach() throws Exception {
    AuthorityKeys other = harness.node().open().authority();
    CountDownLatch together = new CountDownLatch(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<AuthorityKey> one = threads.submit(() -> make(keys, together));
      Future<AuthorityKey> two = threads.submit(() -> make(other, together));
      assertThat(one.get().number()).isNotEqualTo(two.get().number());
      assertThat(verifies(one.get(), DATA, keys.sign(one.get().number(), DATA))).isTrue();
      assertThat(verifies(two.get(), DATA, keys.sign(two.get().number(), DATA))).isTrue();
    } finally {
      threads.shutdownNow();
    }
  }

  private static AuthorityKey make(AuthorityKeys keys, CountDownLatch together)
      throws InterruptedException {
    together.countDown();
    together.await();
    return keys.make("alice");
  }

  @Test
  void aKeyThatWasMovedToAnotherRowIsWorthNothing() throws Exception {
    long first = keys.make("alice").number();
    long second = keys.make("alice").number();
    harness.execute(
        "update gt_authority_key set wrapped_key = (select o.wrapped_key from gt_authority_key o"
            + " where o.key_number = "
            + first
            + ") where key_number = "
            + second);
    assertThatThrownBy(() -> keys.sign(second, DATA))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("key of the certificate authority, number " + second);
  }

  @Test
  void refusesANumberThatItDoesNotHave() {
    assertThat(keys.find(7)).isEmpty();
    assertThatThrownBy(() -> keys.sign(7, DATA))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the vault has no authority key 7");
  }
}
