package org.gridtill.vault;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.crypto.digests.SHA256Digest;

/**
 * Keeps secrets in this process's memory so that a dump of the heap does not show them: each is
 * added, by exclusive-or, to a stream made of a random secret that lies outside of the heap. It
 * does not help against whoever can read all of the process's memory. Safe for use by several
 * threads.
 */
final class Sealer {

  private static final int SECRET_BYTES = 32;

  private final ByteBuffer secret = ByteBuffer.allocateDirect(SECRET_BYTES);
  private final AtomicLong lastNumber = new AtomicLong();

  Sealer(SecureRandom random) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    secret.put(0, bytes);
    Arrays.fill(bytes, (byte) 0);
  }

  /** Seals a copy of some bytes, and wipes them. */
  Sealed seal(byte[] plain) {
    long number = lastNumber.incrementAndGet();
    byte[] sealed = add(number, plain);
    Arrays.fill(plain, (byte) 0);
    return new Sealed(this, number, sealed);
  }

  /** Adds the stream of that number to bytes: seals what is plain, opens what is sealed. */
  byte[] add(long number, byte[] bytes) {
    SHA256Digest digest = new SHA256Digest();
    byte[] block = new byte[SECRET_BYTES];
    byte[] result = bytes.clone();
    for (int at = 0; at < result.length; at += SECRET_BYTES) {
      secret.get(0, block);
      digest.update(block, 0, SECRET_BYTES);
      ByteBuffer place = ByteBuffer.wrap(block).putLong(number).putInt(at);
      digest.update(block, 0, place.position());
      digest.doFinal(block, 0);
      Blocks.xor(block, 0, result, at, Math.min(SECRET_BYTES, result.length - at));
    }
    Arrays.fill(block, (byte) 0);
    return result;
  }
}
