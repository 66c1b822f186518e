package org.gridtill.shell;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.vault.Suite;

/** The names of cipher suites, and their completion. */
@Service
public class Suites extends Words {

  static final String DEFAULT = "AES_CMAC";
  static final String DESCRIPTION =
      "The ciphers that the key is for: AES_CMAC, SM4, or of legacy X919 and UNIONPAY_ECB";

  @Override
  Stream<String> words() {
    return Arrays.stream(Suite.values()).map(Suite::name);
  }

  /** Reads a name. */
  static Suite parse(String name) {
    try {
      return Suite.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("a suite is one of " + List.of(Suite.values()), e);
    }
  }
}
