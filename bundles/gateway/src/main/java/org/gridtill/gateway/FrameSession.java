package org.gridtill.gateway;

import static org.gridtill.gateway.Fault.PLATFORM_AWAY;

import java.util.Objects;
import java.util.Optional;
import org.gridtill.api.adapter.terminal.Refusal;
import org.gridtill.api.adapter.terminal.TerminalSession;
import org.gridtill.api.platform.terminals.Guard;
import org.gridtill.api.platform.vault.KeyVault;
import org.gridtill.api.platform.vault.KeyVault.KeyHandle;
import org.gridtill.api.platform.vault.KeyVault.MacCheck;

/**
 * What an adapter sees of the platform while it handles one frame. It keeps what the last
 * verification found, so that the gateway can tell later whether the frame is authentic, whatever
 * the adapter made of the finding.
 */
final class FrameSession implements TerminalSession {

  private static final byte[] NO_CODE = {};
  private static final int BLOCK_BYTES = 8;

  private final Platform platform;
  private final FaultLog log;
  private final String remoteAddress;
  private String claimedTerminal;
  private Verification verification;
  private KeyHandle keys;
  private volatile boolean ended;

  FrameSession(Platform platform, FaultLog log, String remoteAddress) {
    this.platform = platform;
    this.log = log;
    this.remoteAddress = remoteAddress;
  }

  @Override
  public String remoteAddress() {
    return remoteAddress;
  }

  @Override
  public Verification verify(String terminalCode, byte[] data, byte[] mac) {
    requireUse();
    claimedTerminal = Objects.requireNonNull(terminalCode);
    MacCheck check = check(terminalCode, Objects.requireNonNull(data), Objects.requireNonNull(mac));
    verification = check.verification();
    if (verification == Verification.INVALID) {
      platform
          .alarms()
          .ifPresent(
              alarms ->
                  alarms.raise(
                      terminalCode,
                      Guard.DEVICE,
                      Refusal.BAD_MAC.name(),
                      "a message with a wrong code from " + remoteAddress));
    }
    keys = verification == Verification.VALID ? check.keys() : null;
    return verification;
  }

  @Override
  public byte[] sign(byte[] data) {
    requireUse();
    if (keys == null) {
      return NO_CODE;
    }
    try {
      return vault().sign(keys, data);
    } catch (RuntimeException e) {
      log.fault(PLATFORM_AWAY, remoteAddress, "an answer goes without a code", e);
      return NO_CODE;
    }
  }

  @Override
  public byte[] encipher(byte[] data) {
    requireKeysFor(data);
    return vault().encipher(keys, data);
  }

  @Override
  public byte[] decipher(byte[] data) {
    requireKeysFor(data);
    return vault().decipher(keys, data);
  }

  /** Returns what the last verification found if it was for that terminal, else null. */
  Verification verificationOf(String terminalCode) {
    return terminalCode.equals(claimedTerminal) ? verification : null;
  }

  /** Returns the keys that the last verification found right, if it was for that terminal. */
  Optional<KeyHandle> keysOf(String terminalCode) {
    return terminalCode.equals(claimedTerminal) ? Optional.ofNullable(keys) : Optional.empty();
  }

  /** Makes the session useless, in case the adapter has kept it. */
  void end() {
    ended = true;
  }

  private MacCheck check(String terminalCode, byte[] data, byte[] mac) {
    try {
      MacCheck check = vault().verify(terminalCode, data, mac);
      if (check.verification() == Verification.UNKNOWN_TERMINAL && isRegistered(terminalCode)) {
        // The vault has never seen a key of it, but there is such a terminal.
        return new MacCheck(Verification.NO_KEY, null);
      }
      return check;
    } catch (RuntimeException e) {
      log.fault(PLATFORM_AWAY, remoteAddress, "a code cannot be checked", e);
      return new MacCheck(Verification.UNAVAILABLE, null);
    }
  }

  private boolean isRegistered(String terminalCode) {
    return platform.terminals().flatMap(terminals -> terminals.find(terminalCode)).isPresent();
  }

  private KeyVault vault() {
    return platform.vault().orElseThrow(() -> new IllegalStateException("the vault is away"));
  }

  private void requireKeysFor(byte[] data) {
    requireUse();
    if (keys == null) {
      throw new IllegalStateException("the frame was not found valid");
    }
    if (data.length % BLOCK_BYTES != 0) {
      throw new IllegalArgumentException("not a multiple of 8 bytes: " + data.length);
    }
  }

  private void requireUse() {
    if (ended) {
      throw new IllegalStateException("the frame of this session has been handled");
    }
  }
}
