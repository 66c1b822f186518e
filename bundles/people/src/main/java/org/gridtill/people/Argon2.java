package org.gridtill.people;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords with Argon2id. A hash is kept as the reference implementation writes it, {@code
 * $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH}, so that it says itself how it was made. Safe for use
 * by several threads; a few hash at once, and the others wait, since each takes much memory.
 */
final class Argon2 {

  private static final int AT_ONCE = 4;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([0-9]{1,9}),t=([0-9]{1,4}),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  private final SecureRandom random = new SecureRandom();
  private final Semaphore permits = new Semaphore(AT_ONCE);
  private final int memoryKib;
  private final int iterations;
  private final String nobodys;

  /** Hashes with these parameters, and verifies whatever a hash was made with. */
  Argon2(int memoryKib, int iterations) {
    this.memoryKib = memoryKib;
    this.iterations = iterations;
    byte[] secret = new byte[HASH_BYTES];
    random.nextBytes(secret);
    nobodys = hash(Base64.getEncoder().encodeToString(secret).toCharArray());
  }

  /** Returns a hash that no password has, to spend the same time on who does not exist. */
  String nobodys() {
    return nobodys;
  }

  String hash(char[] password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] hash = compute(password, salt, memoryKib, iterations, HASH_BYTES);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m="
        + memoryKib
        + ",t="
        + iterations
        + ",p=1$"
        + base64.encodeToString(salt)
        + '$'
        + base64.encodeToString(hash);
  }

  /** Tells whether it is the password of the hash, in a time that does not tell how nearly. */
  boolean verify(char[] password, String hash) {
    Matcher form = form(hash);
    byte[] expected = Base64.getDecoder().decode(form.group(4));
    byte[] computed =
        compute(
            password,
            Base64.getDecoder().decode(form.group(3)),
            Integer.parseInt(form.group(1)),
            Integer.parseInt(form.group(2)),
            expected.length);
    return MessageDigest.isEqual(expected, computed);
  }

  /** Tells whether a hash was made with less than is used now. */
  boolean isWeak(String hash) {
    Matcher form = form(hash);
    return Integer.parseInt(form.group(1)) < memoryKib
        || Integer.parseInt(form.group(2)) < iterations;
  }

  private static Matcher form(String hash) {
    Matcher form = FORM.matcher(hash);
    if (!form.matches()) {
      throw new IllegalStateException("a password hash in gt_person is none");
    }
    return form;
  }

  private byte[] compute(char[] password, byte[] salt, int memory, int passes, int length) {
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    permits.acquireUninterruptibly();
    try {
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(memory)
              .withIterations(passes)
              .withParallelism(1)
              .withSalt(salt)
              .build());
      byte[] hash = new byte[length];
      generator.generateBytes(bytes, hash);
      return hash;
    } finally {
      permits.release();
      Arrays.fill(bytes, (byte) 0);
      Arrays.fill(encoded.array(), (byte) 0);
    }
  }
}
