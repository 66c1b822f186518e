package org.gridtill.gateway;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The settings of an endpoint, checked. Every complaint names the PID and the key. */
record EndpointSettings(
    String pid,
    String name,
    String adapter,
    String host,
    int port,
    TlsFiles tls,
    Limits limits,
    AddressLimits addressLimits,
    Duration stopTime,
    Duration logInterval) {

  private static final String NAME = "[a-z0-9][a-z0-9-]{0,31}";
  private static final int MAX_PORT = 65_535;

  /**
   * Where the key of a TLS endpoint is, and what its terminals show.
   *
   * @param clients whether terminals show a certificate of theirs
   */
  record TlsFiles(Path keystore, Path password, ClientCertificate clients) {}

  /** Whether terminals show a certificate of theirs. */
  enum ClientCertificate {
    /** They are not asked for one. */
    NONE,
    /** They are asked, and may do without; one that is shown must be good. */
    WANTED,
    /** Without a good one they do not get in. */
    REQUIRED;

    /** Returns its name as people write it. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns whether terminals show a certificate of theirs. */
  ClientCertificate clients() {
    return tls == null ? ClientCertificate.NONE : tls.clients();
  }

  /**
   * What a peer may do.
   *
   * @param idle time without a frame
   * @param frame time for a frame that has begun, and for the peer to take an answer
   * @param workers frames handled at once
   */
  record Limits(
      int connections, int frameBytes, Duration idle, Duration frame, int workers, int badFrames) {}

  static EndpointSettings of(String pid, EndpointConfiguration configuration) {
    Check check = new Check(pid);
    return new EndpointSettings(
        pid,
        check.name("name", configuration.name()),
        check.name("adapter", configuration.adapter()),
        check.present("host", configuration.host()),
        check.within("port", configuration.port(), 0, MAX_PORT),
        tlsFiles(check, configuration),
        limits(check, configuration),
        addressLimits(check, configuration),
        Duration.ofSeconds(check.within("stopSeconds", configuration.stopSeconds(), 0, 50)),
        Duration.ofSeconds(check.within("logSeconds", configuration.logSeconds(), 1, 3_600)));
  }

  /** An error that names this endpoint's PID and the key that is wrong. */
  IllegalArgumentException wrong(String key, String what, Throwable cause) {
    return new IllegalArgumentException(pid + ": " + key + ' ' + what, cause);
  }

  private static TlsFiles tlsFiles(Check check, EndpointConfiguration configuration) {
    ClientCertificate clients =
        check.clientCertificate("clientCertificate", configuration.clientCertificate());
    if (!configuration.tls()) {
      if (clients != ClientCertificate.NONE) {
        throw check.wrong("clientCertificate", "is " + clients.word() + ", but tls is off", null);
      }
      return null;
    }
    return new TlsFiles(
        check.path("tlsKeystoreFile", configuration.tlsKeystoreFile()),
        check.path("tlsKeystorePasswordFile", configuration.tlsKeystorePasswordFile()),
        clients);
  }

  private static Limits limits(Check check, EndpointConfiguration configuration) {
    return new Limits(
        check.within("maxConnections", configuration.maxConnections(), 1, 100_000),
        check.within("maxFrameBytes", configuration.maxFrameBytes(), 1, FrameDecoder.MAX_BYTES),
        Duration.ofSeconds(check.within("idleSeconds", configuration.idleSeconds(), 1, 86_400)),
        Duration.ofSeconds(check.within("frameSeconds", configuration.frameSeconds(), 1, 600)),
        check.within("workers", configuration.workers(), 1, 1_000),
        check.within("maxBadFrames", configuration.maxBadFrames(), 1, 1_000));
  }

  private static AddressLimits addressLimits(Check check, EndpointConfiguration configuration) {
    return new AddressLimits(
        check.within(
            "maxConnectionsPerAddress", configuration.maxConnectionsPerAddress(), 1, 100_000),
        check.within(
            "connectionsPerSecondPerAddress",
            configuration.connectionsPerSecondPerAddress(),
            1,
            100_000),
        check.within(
            "framesPerSecondPerAddress", configuration.framesPerSecondPerAddress(), 1, 100_000),
        check.addresses("unlimitedAddresses", configuration.unlimitedAddresses()));
  }

  private record Check(String pid) {

    /** Reads addresses as numbers; a name would have to be asked for, and might change. */
    Set<String> addresses(String key, String value) {
      Set<String> addresses = new HashSet<>();
      for (String each : (value == null ? "" : value).split(",")) {
        String address = each.strip();
        if (address.isEmpty()) {
          continue;
        }
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
          throw wrong(key, "has no address of numbers: " + address, null);
        }
        try {
          addresses.add(InetAddress.getByAddress(bytes).getHostAddress());
        } catch (UnknownHostException e) {
          throw wrong(key, "has no address of numbers: " + address, e);
        }
      }
      return addresses;
    }

    String present(String key, String value) {
      if (value == null || value.isBlank()) {
        throw wrong(key, "is missing", null);
      }
      return value.trim();
    }

    String name(String key, String value) {
      String name = present(key, value);
      if (!name.matches(NAME)) {
        throw wrong(key, "must be lower-case letters, digits and dashes: " + name, null);
      }
      return name;
    }

    int within(String key, int value, int least, int most) {
      if (value < least || value > most) {
        throw wrong(key, "must be from " + least + " to " + most + ", but is " + value, null);
      }
      return value;
    }

    ClientCertificate clientCertificate(String key, String value) {
      for (ClientCertificate each : ClientCertificate.values()) {
        if (each.word().equals(value == null ? "none" : value.strip())) {
          return each;
        }
      }
      throw wrong(key, "must be none, wanted or required, but is " + value, null);
    }

    Path path(String key, String value) {
      try {
        return Path.of(present(key, value)).toAbsolutePath();
      } catch (InvalidPathException e) {
        throw wrong(key, "is no path: " + value, e);
      }
    }

    private IllegalArgumentException wrong(String key, String what, Throwable cause) {
      return new IllegalArgumentException(pid + ": " + key + ' ' + what, cause);
    }
  }
}
