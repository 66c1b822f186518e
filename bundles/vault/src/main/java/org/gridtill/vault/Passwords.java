package org.gridtill.vault;

import static org.gridtill.vault.VaultSettings.wrong;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the password of the vault's key store, or the PIN of its security module, comes from. */
final class Passwords {

  /** The variable of the environment that may have it. */
  static final String VARIABLE = "GRIDTILL_VAULT_PASSWORD";

  private static final Logger LOG = LoggerFactory.getLogger(Passwords.class);
  private static final int RANDOM_BYTES = 32;

  /** Where a password comes from. */
  enum Source {
    FILE,
    ENVIRONMENT,
    PROMPT
  }

  private final VaultSettings settings;
  private final Sealer sealer;
  private final SecureRandom random;
  private final UnaryOperator<String> environment;

  Passwords(
      VaultSettings settings,
      Sealer sealer,
      SecureRandom random,
      UnaryOperator<String> environment) {
    this.settings = settings;
    this.sealer = sealer;
    this.random = random;
    this.environment = environment;
  }

  /**
   * Reads the password, unless it is typed.
   *
   * @param fresh whether it is for a key store that is not made yet
   * @throws IllegalArgumentException if it is not there, naming the key
   */
  Sealed read(boolean fresh) {
    return settings.passwordFrom() == Source.ENVIRONMENT ? fromEnvironment() : fromFile(fresh);
  }

  /** Seals a password that was typed; the caller wipes it. */
  Sealed typed(char[] password) {
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
    Sealed sealed = seal(encoded.array(), encoded.limit());
    if (sealed == null) {
      throw new IllegalArgumentException("the password is empty");
    }
    return sealed;
  }

  /** Returns a password as the key store takes it; the caller wipes it. */
  static char[] characters(byte[] utf8) {
    CharBuffer characters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(utf8));
    char[] password = new char[characters.remaining()];
    characters.get(password);
    Arrays.fill(characters.array(), '\0');
    return password;
  }

  private Sealed fromEnvironment() {
    String value = environment.apply(VARIABLE);
    if (value == null || value.isBlank()) {
      throw wrong("passwordFrom", "is environment, but " + VARIABLE + " is not set");
    }
    return sealer.seal(value.trim().getBytes(StandardCharsets.UTF_8));
  }

  private Sealed fromFile(boolean fresh) {
    Path file = settings.passwordFile();
    if (fresh && settings.createIfMissing() && !Files.exists(file)) {
      create(file);
    }
    PrivateFiles.require("passwordFile", file);
    try {
      byte[] content = Files.readAllBytes(file);
      Sealed password = seal(content, firstLine(content));
      if (password == null) {
        throw wrong("passwordFile", file + " has no password in its first line");
      }
      return password;
    } catch (IOException e) {
      throw wrong("passwordFile", file + " cannot be read", e);
    }
  }

  private void create(Path file) {
    byte[] secret = new byte[RANDOM_BYTES];
    random.nextBytes(secret);
    byte[] line = Base64.getUrlEncoder().withoutPadding().encode(secret);
    try {
      PrivateFiles.create(file, line);
      LOG.info("passwordFile {} was made; keep a backup of it", file);
    } catch (FileAlreadyExistsException e) {
      // Another node that shares the directory was quicker; what it made is what counts.
      LOG.info("passwordFile {} was made by another process", file);
    } catch (IOException | UnsupportedOperationException e) {
      throw wrong("passwordFile", file + " cannot be made", e);
    } finally {
      Arrays.fill(secret, (byte) 0);
      Arrays.fill(line, (byte) 0);
    }
  }

  /** Seals the first bytes without the blanks around them, and wipes all; null if none is left. */
  private Sealed seal(byte[] content, int length) {
    int from = 0;
    int to = Math.min(length, content.length);
    while (from < to && content[from] <= ' ' && content[from] >= 0) {
      from++;
    }
    while (to > from && content[to - 1] <= ' ' && content[to - 1] >= 0) {
      to--;
    }
    byte[] password = Arrays.copyOfRange(content, from, to);
    Arrays.fill(content, (byte) 0);
    return password.length == 0 ? null : sealer.seal(password);
  }

  private static int firstLine(byte[] content) {
    int end = 0;
    while (end < content.length && content[end] != '\n' && content[end] != '\r') {
      end++;
    }
    return end;
  }
}
